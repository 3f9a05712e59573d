namespace SmsGateway.Client;

/// <summary>Routes, ready for use: asked once per message, so without allocation and with few comparisons.</summary>
internal sealed class RouteTable
{
    private readonly SmsRoutes _routes;
    private readonly Target _default;
    private readonly (Func<SmsMessage, bool> Fits, Target Target)[] _rules;
    private readonly Dictionary<ulong, Target>[] _byPrefix = new Dictionary<ulong, Target>[PhoneNumber.MaxDigits + 1];

    public RouteTable(SmsRoutes routes)
    {
        _routes = routes;
        _default = new Target(routes.Default, routes.DefaultWeights);
        List<(Func<SmsMessage, bool>, Target)> rules = [];
        foreach (var rule in routes.Rules)
        {
            Target target = new(rule.Accounts, []);
            if (rule.Prefix is { } prefix)
            {
                (_byPrefix[prefix.Length] ??= []).TryAdd(ulong.Parse(prefix, System.Globalization.CultureInfo.InvariantCulture), target);
            }
            else if (rule.Sender is { } sender)
            {
                rules.Add((message => string.Equals(message.From, sender, StringComparison.OrdinalIgnoreCase), target));
            }
            else
            {
                rules.Add((message => message.Category == rule.Category, target));
            }
        }

        _rules = [.. rules];
    }

    /// <summary>The account that sends first; null when no rule fits. Sender and category rules go before prefixes.</summary>
    public string? Choose(SmsMessage message, PhoneNumber? number) => TargetOf(message, number).Next();

    /// <summary>Every account that may have sent the message, failover included.</summary>
    public IReadOnlyList<string> Candidates(SmsMessage message, PhoneNumber? number) =>
        [.. TargetOf(message, number).Accounts.SelectMany(account => Successors(account).Prepend(account)).Distinct(StringComparer.Ordinal)];

    /// <summary>The accounts that may take over, in order.</summary>
    public IReadOnlyList<string> Successors(string account) => _routes.Successors.TryGetValue(account, out var named) ? named : [];

    public bool AtLeastOnce(SmsCategory category) => _routes.AtLeastOnceCategories.Contains(category);

    /// <summary>The sender for a number, when one was set for its prefix: the longest that fits.</summary>
    public string? SenderOf(PhoneNumber number)
    {
        string? sender = null;
        var longest = 0;
        foreach (var (prefix, length, candidate) in _routes.Senders)
        {
            if (length > longest && Begins(number.Number, prefix, length))
            {
                (sender, longest) = (candidate, length);
            }
        }

        return sender;
    }

    private Target TargetOf(SmsMessage message, PhoneNumber? number)
    {
        foreach (var (fits, target) in _rules)
        {
            if (fits(message))
            {
                return target;
            }
        }

        return (number is { } known ? OfPrefix(known) : null) ?? _default;
    }

    private Target? OfPrefix(PhoneNumber number)
    {
        var digits = number.Number;
        for (var length = CountDigits(digits); length > 0; length--, digits /= 10)
        {
            if (_byPrefix[length] is { } targets && targets.TryGetValue(digits, out var target))
            {
                return target;
            }
        }

        return null;
    }

    private static bool Begins(ulong number, ulong prefix, int length)
    {
        for (var count = CountDigits(number); count > length; count--)
        {
            number /= 10;
        }

        return number == prefix;
    }

    private static int CountDigits(ulong number)
    {
        var count = 0;
        for (; number > 0; number /= 10)
        {
            count++;
        }

        return count;
    }

    /// <summary>One account, or several that share by weight: each gets its turn, none by luck.</summary>
    private sealed class Target
    {
        private readonly string[] _turns;
        private uint _turn;

        public Target(string[] accounts, int[] weights) =>
            _turns = [.. accounts.SelectMany((account, i) => Enumerable.Repeat(account, weights.Length == 0 ? 1 : weights[i]))];

        public IEnumerable<string> Accounts => _turns.Distinct(StringComparer.Ordinal);

        public string? Next() => _turns.Length switch
        {
            0 => null,
            1 => _turns[0],
            _ => _turns[(Interlocked.Increment(ref _turn) - 1) % (uint)_turns.Length],
        };
    }
}
