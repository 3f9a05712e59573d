using System.Collections.Concurrent;

namespace Shop;

/// <summary>The shop's orders. A table in real life.</summary>
internal sealed class OrderBook
{
    private readonly ConcurrentDictionary<int, Order> _orders = new();
    private int _last;

    public IEnumerable<Order> All => _orders.Values;

    public Order Place(NewOrder order)
    {
        var number = Interlocked.Increment(ref _last);
        return _orders[number] = new Order(number, order.Phone, order.Total);
    }
}

/// <summary>An order, and what became of the messages about it.</summary>
internal sealed class Order(int number, string phone, decimal total)
{
    public int Number => number;

    public string Phone => phone;

    public decimal Total => total;

    public ConfirmationState Confirmation { get; set; }

    public Reminder? Reminder { get; set; }
}
