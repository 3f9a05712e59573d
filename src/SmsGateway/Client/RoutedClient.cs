using SmsGateway.Resilience;

namespace SmsGateway.Client;

/// <summary>
/// Sends each message through the account that the routes name, and moves it on when that account provably could not send
/// it. Within a call only the messages that may move on do; the others keep what they have.
/// </summary>
internal sealed class RoutedClient(RouteTable routes, AccountDirectory accounts, AccountLatches latches) : ISmsClient
{
    public async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var results = new SmsResult[messages.Count];
        var pending = await RouteAsync(messages, results, cancellationToken).ConfigureAwait(false);
        while (pending.Count > 0)
        {
            var cancelled = await SendAsync(pending, results, cancellationToken).ConfigureAwait(false);
            if (cancelled)
            {
                throw new SmsSendCanceledException(new SmsBatchResult(results), cancellationToken);
            }

            pending = pending.FindAll(item => MovesOn(item, results[item.Index]));
        }

        return new SmsBatchResult(results);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is string account ? accounts.Find(account)?.GetService(serviceType)
            : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(TimeProvider) ? accounts.Time
            : null;
    }

    private async ValueTask<List<RoutedSms>> RouteAsync(IReadOnlyList<SmsMessage> messages, SmsResult[] results, CancellationToken cancellationToken)
    {
        List<RoutedSms> routed = new(messages.Count);
        for (var i = 0; i < results.Length; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            PhoneNumber? number = PhoneNumberReader.TryRead(message.To, defaultCountryCode: null, out var read, out _) ? read : null;
            var account = message.Account ?? routes.Choose(message, number);
            var client = account is null ? null : await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false);
            if (client is null)
            {
                results[i] = SmsResults.Refused(account: null, message, i, number, new SmsError(SmsErrorKind.InvalidRequest, message.Account is null
                    ? "No route fits this message: add Otherwise(...) to the routes."
                    : "The message names an SMS account that is not registered."));
                continue;
            }

            if (message.From is null && number is { } known && routes.SenderOf(known) is { } sender)
            {
                message = message with { From = sender };
            }

            // One reference for all accounts that may be asked: whichever answers late can still be told apart.
            var successors = message.Account is null ? routes.Successors(account!) : [];
            routed.Add(new RoutedSms(i, message, client, successors));
        }

        return routed;
    }

    private async Task<bool> SendAsync(List<RoutedSms> pending, SmsResult[] results, CancellationToken cancellationToken)
    {
        foreach (var item in pending)
        {
            SkipLatched(item);
        }

        var groups = pending.GroupBy(item => (item.Client, item.HasNext)).Select(group => group.ToList()).ToList();
        var sent = await Task.WhenAll(groups.ConvertAll(group => SendGroupAsync(group, cancellationToken))).ConfigureAwait(false);
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = 0; j < groups[i].Count; j++)
            {
                var (item, result) = (groups[i][j], sent[i].Results[j]);
                latches.Note(item.Client.Account.Name, result);
                results[item.Index] = Join(item.Index, results[item.Index], result);
            }
        }

        return Array.Exists(sent, group => group.WasCancelled);
    }

    private static async Task<(IReadOnlyList<SmsResult> Results, bool WasCancelled)> SendGroupAsync(List<RoutedSms> group, CancellationToken cancellationToken)
    {
        try
        {
            var results = await group[0].Client
                .SendAsync(group.ConvertAll(item => item.Message), group[0].HasNext, cancellationToken).ConfigureAwait(false);
            return (results, false);
        }
        catch (SmsSendCanceledException cancelled)
        {
            return (cancelled.PartialResult, true);
        }
    }

    // An account that was refused just now is left alone for a while - but only while somebody else can send.
    private void SkipLatched(RoutedSms item)
    {
        while (item.HasNext && latches.IsLatched(item.Client.Account.Name))
        {
            MoveOn(item);
        }
    }

    private bool MovesOn(RoutedSms item, SmsResult result)
    {
        if (!item.HasNext || !RepeatTable.NextAccount(result.Outcome, result.Error, routes.AtLeastOnce(item.Message.Category)))
        {
            return false;
        }

        // The sender that was refused is that account's affair; the next one has its own.
        var message = item.Message with { Reference = result.Reference };
        item.Message = result.Error?.Scope == SmsErrorScope.Sender ? message with { From = null } : message;
        MoveOn(item);
        return true;
    }

    private void MoveOn(RoutedSms item) => item.Client = accounts.Find(item.TakeNext())!;

    private static SmsResult Join(int index, SmsResult? earlier, SmsResult latest) => earlier is null
        ? latest with { Index = index }
        : KeepsDoubt(earlier, latest) with { Index = index, Attempts = [.. earlier.Attempts, .. latest.Attempts] };

    // "At least once" may move on from an unknown message; if nobody accepts it then, it is still unknown.
    private static SmsResult KeepsDoubt(SmsResult earlier, SmsResult latest) =>
        earlier.Outcome == SmsOutcome.Unknown && !latest.IsAccepted ? earlier : latest;

    private sealed class RoutedSms(int index, SmsMessage message, AccountClient client, IReadOnlyList<string> successors)
    {
        private int _next;

        public int Index => index;

        public SmsMessage Message { get; set; } = message;

        public AccountClient Client { get; set; } = client;

        public bool HasNext => _next < successors.Count;

        public string TakeNext() => successors[_next++];
    }
}
