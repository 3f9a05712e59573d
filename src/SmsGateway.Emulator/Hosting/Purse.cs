namespace SmsGateway.Emulator.Hosting;

/// <summary>Money or credits of one account.</summary>
internal sealed class Purse(decimal amount)
{
    private readonly Gate _gate = new();
    private decimal _amount = amount;

    public decimal Amount
    {
        get
        {
            lock (_gate)
            {
                return _amount;
            }
        }

        set
        {
            lock (_gate)
            {
                _amount = value;
            }
        }
    }

    /// <summary>Takes the price out, if it is in.</summary>
    public bool TryPay(decimal price)
    {
        lock (_gate)
        {
            if (price > _amount)
            {
                return false;
            }

            _amount -= price;
            return true;
        }
    }
}
