namespace SmsGateway.Resilience;

/// <summary>
/// Keeps an account from storming a gateway that is down: retries spend, clean successes earn. An idea taken from the
/// large cloud SDKs; unlike a breaker it also slows retries that succeed now and then.
/// </summary>
internal sealed class RetryBudget
{
    private const int RetryCost = 5;
    private const int TimeoutCost = 10;

    private readonly int _capacity;
    private int _left;

    public RetryBudget(int capacity) => _left = _capacity = capacity;

    public bool TrySpend(SmsErrorKind? kind)
    {
        if (_capacity == 0)
        {
            return true;
        }

        var cost = kind == SmsErrorKind.Timeout ? TimeoutCost : RetryCost;
        while (true)
        {
            var left = Volatile.Read(ref _left);
            if (left < cost)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _left, left - cost, left) == left)
            {
                return true;
            }
        }
    }

    public void Earn()
    {
        var left = Volatile.Read(ref _left);
        if (left < _capacity)
        {
            Interlocked.CompareExchange(ref _left, left + 1, left);
        }
    }
}
