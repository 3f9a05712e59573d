namespace SmsGateway;

/// <summary>
/// Which account sends a message, and who takes over when it cannot. Rules for senders and categories are looked at first, in the
/// order they were added; then the longest prefix that fits; then <see cref="Otherwise"/>. A message that names its account is
/// not routed and never moves on.
/// </summary>
public sealed class SmsRoutes
{
    /// <summary>The rules, in the order they were added.</summary>
    internal List<Rule> Rules { get; } = [];

    internal Dictionary<string, string[]> Successors { get; } = new(StringComparer.Ordinal);

    internal HashSet<SmsCategory> AtLeastOnceCategories { get; } = [];

    internal List<(ulong Prefix, int Length, string Sender)> Senders { get; } = [];

    internal string[] Default { get; private set; } = [];

    internal int[] DefaultWeights { get; private set; } = [];

    /// <summary>Numbers that begin with a prefix go through an account.</summary>
    /// <param name="prefix">The beginning in international form: "+48" or "+4850".</param>
    /// <param name="account">The account's name; with several names the messages are shared evenly.</param>
    /// <exception cref="ArgumentException">The prefix has no digits or has a rule already, or no account is named.</exception>
    public SmsRoutes Prefix(string prefix, params string[] account)
    {
        var digits = DigitsOf(prefix);
        return Rules.Exists(rule => rule.Prefix == digits)
            ? throw new ArgumentException($"There is a rule for the prefix +{digits} already.", nameof(prefix))
            : Add(new Rule { Prefix = digits, Accounts = Named(account) });
    }

    /// <summary>Messages with a sender go through an account.</summary>
    /// <param name="sender">The sender, compared without regard to case.</param>
    /// <param name="account">The account's name; with several names the messages are shared evenly.</param>
    /// <exception cref="ArgumentException">An argument is empty.</exception>
    public SmsRoutes Sender(string sender, params string[] account)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sender);
        return Add(new Rule { Sender = sender, Accounts = Named(account) });
    }

    /// <summary>Messages of a category go through an account.</summary>
    /// <param name="category">The category.</param>
    /// <param name="account">The account's name; with several names the messages are shared evenly.</param>
    /// <exception cref="ArgumentException">No account is named.</exception>
    public SmsRoutes Category(SmsCategory category, params string[] account) => Add(new Rule { Category = category, Accounts = Named(account) });

    /// <summary>Everything else goes through an account; with several names the messages are shared evenly.</summary>
    /// <exception cref="ArgumentException">No account is named.</exception>
    public SmsRoutes Otherwise(params string[] account)
    {
        Default = Named(account);
        DefaultWeights = [];
        return this;
    }

    /// <summary>Everything else is shared among accounts by weight: of ("a", 3) and ("b", 1), three of four messages go through "a".</summary>
    /// <exception cref="ArgumentException">No account is named, or a weight is not 1 to 1,000.</exception>
    public SmsRoutes OtherwiseByWeight(params (string Account, int Weight)[] accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        if (accounts.Any(account => account.Weight is < 1 or > 1_000))
        {
            throw new ArgumentException("A weight is 1 to 1,000.", nameof(accounts));
        }

        Default = Named([.. accounts.Select(account => account.Account)]);
        DefaultWeights = [.. accounts.Select(account => account.Weight)];
        return this;
    }

    /// <summary>When an account cannot send a message - and provably did not - the others are asked in this order.</summary>
    /// <exception cref="ArgumentException">A name is empty, named twice, or no successor is named.</exception>
    public SmsRoutes Failover(string account, params string[] successors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        var named = Named(successors);
        if (named.Contains(account, StringComparer.Ordinal) || named.Distinct(StringComparer.Ordinal).Count() != named.Length)
        {
            throw new ArgumentException("An account stands once in its line of failover.", nameof(successors));
        }

        Successors[account] = named;
        return this;
    }

    /// <summary>The sender for numbers that begin with a prefix, for messages that name none.</summary>
    /// <exception cref="ArgumentException">The prefix has no digits, or the sender is empty.</exception>
    public SmsRoutes SenderFor(string prefix, string sender)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sender);
        var digits = DigitsOf(prefix)!;
        Senders.Add((ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), digits.Length, sender));
        return this;
    }

    /// <summary>
    /// Messages of these categories move on even when it is not known whether the gateway has them: better two than none. Never
    /// for one-time codes or anything that costs the recipient.
    /// </summary>
    public SmsRoutes AtLeastOnce(params SmsCategory[] categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        AtLeastOnceCategories.UnionWith(categories);
        return this;
    }

    /// <summary>Every account that is named anywhere.</summary>
    internal IEnumerable<string> Accounts =>
        Rules.SelectMany(rule => rule.Accounts).Concat(Default).Concat(Successors.Keys).Concat(Successors.Values.SelectMany(names => names))
            .Distinct(StringComparer.Ordinal);

    private SmsRoutes Add(Rule rule)
    {
        Rules.Add(rule);
        return this;
    }

    private static string[] Named(string[] accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        return accounts.Length > 0 && !Array.Exists(accounts, string.IsNullOrWhiteSpace)
            ? accounts
            : throw new ArgumentException("Name at least one account.", nameof(accounts));
    }

    private static string DigitsOf(string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        var digits = prefix.AsSpan().TrimStart('+');
        return digits.Length is >= 1 and <= PhoneNumber.MaxDigits && digits.IndexOfAnyExceptInRange('0', '9') < 0 && digits[0] != '0'
            ? digits.ToString()
            : throw new ArgumentException("A prefix is \"+\" and digits, such as \"+48\".", nameof(prefix));
    }

    internal sealed class Rule
    {
        public string? Prefix { get; init; }

        public string? Sender { get; init; }

        public SmsCategory? Category { get; init; }

        public required string[] Accounts { get; init; }
    }
}
