using Microsoft.Extensions.Options;
using SmsGateway.Resilience;

namespace SmsGateway.Client;

/// <summary>
/// Sends each message through the account that the routes name, and moves it on when that account provably could not send
/// it. Within a call only the messages that may move on do; the others keep what they have.
/// </summary>
internal sealed class RoutedClient(RouteTable routes, AccountDirectory accounts, AccountLatches latches) : ISmsClient
{
    private readonly RoutedReconciler _reconciler = new(routes, accounts);

    public async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var results = new SmsResult[messages.Count];
        try
        {
            var pending = await RouteAsync(messages, results, cancellationToken).ConfigureAwait(false);
            while (pending.Count > 0)
            {
                await SkipLatchedAsync(pending, cancellationToken).ConfigureAwait(false);
                if (await SendAsync(pending, results, cancellationToken).ConfigureAwait(false))
                {
                    throw Cancelled(messages, results, cancellationToken);
                }

                pending = await MoveOnAsync(pending, results, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException exception) when (exception is not SmsSendCanceledException && cancellationToken.IsCancellationRequested)
        {
            // While an account was being looked for: before anything had left, or between two accounts.
            throw Cancelled(messages, results, cancellationToken);
        }

        return new SmsBatchResult(results);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is string account ? accounts.Find(account)?.GetService(serviceType)
            : serviceKey is not null ? null
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType == typeof(ISmsReconciler) ? _reconciler
            : serviceType == typeof(TimeProvider) ? accounts.Time
            : null;
    }

    private async ValueTask<List<RoutedSms>> RouteAsync(IReadOnlyList<SmsMessage> messages, SmsResult[] results, CancellationToken cancellationToken)
    {
        List<RoutedSms> routed = new(messages.Count);
        for (var i = 0; i < results.Length; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            PhoneNumber? number = PhoneNumberReader.TryRead(message.To, defaultCountryCode: null, out var read, out var problem) ? read : null;
            var account = message.Account ?? routes.Choose(message, number);
            SmsError? refusal = null;
            AccountClient? client = null;
            try
            {
                client = account is null ? null : await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is OptionsValidationException or ArgumentException)
            {
                // One account's bad options must not keep the messages of others from being sent.
                refusal = new SmsError(SmsErrorKind.InvalidRequest, "The options of the message's SMS account are not usable.") { Scope = SmsErrorScope.Account, Exception = exception };
            }

            if (client is null)
            {
                results[i] = SmsResults.Refused(account: null, message, i, number, refusal ?? (
                    message.Account is not null ? new SmsError(SmsErrorKind.InvalidRequest, "The message names an SMS account that is not registered.")
                    : account is not null ? new SmsError(SmsErrorKind.InvalidRequest, "Nobody knows the SMS account that the routes name for this message.")
                    : number is null ? new SmsError(SmsErrorKind.InvalidRecipient, problem!)
                    : new SmsError(SmsErrorKind.InvalidRequest, "No route fits this message: add Otherwise(...) to the routes.")));
                continue;
            }

            if (message.From is null && number is { } known && routes.SenderOf(known) is { } sender)
            {
                message = message with { From = sender };
            }

            // A message that names its account is meant for that one and no other.
            routed.Add(new RoutedSms(i, message, client, message.Account is null ? routes.Successors(account!) : []));
        }

        return routed;
    }

    /// <returns>Whether the caller's cancellation kept some message from being known.</returns>
    private async Task<bool> SendAsync(List<RoutedSms> pending, SmsResult[] results, CancellationToken cancellationToken)
    {
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
        catch (Exception exception) when (exception is OptionsValidationException or ObjectDisposedException)
        {
            // Thrown before anything had left; what the other accounts of this call did must not be lost with it.
            var error = new SmsError(SmsErrorKind.InvalidRequest, "The SMS account is not usable just now.") { Scope = SmsErrorScope.Local, IsTransient = false, Exception = exception };
            return (group.ConvertAll(item => SmsResults.NotSent(item.Client.Account.Name, item.Message, item.Index, error)), false);
        }
    }

    // An account that was refused just now is left alone for a while - but only while somebody else can send.
    private async ValueTask SkipLatchedAsync(List<RoutedSms> pending, CancellationToken cancellationToken)
    {
        foreach (var item in pending)
        {
            while (item.HasNext && latches.IsLatched(item.Client.Account.Name) && await NextAsync(item, cancellationToken).ConfigureAwait(false) is { } next)
            {
                item.Client = next;
            }
        }
    }

    private async ValueTask<List<RoutedSms>> MoveOnAsync(List<RoutedSms> sent, SmsResult[] results, CancellationToken cancellationToken)
    {
        List<RoutedSms> moving = [];
        foreach (var item in sent)
        {
            var result = results[item.Index];
            if (!item.HasNext || !RepeatTable.NextAccount(result.Outcome, result.Error, routes.AtLeastOnce(item.Message.Category))
                || await NextAsync(item, cancellationToken).ConfigureAwait(false) is not { } next)
            {
                continue;
            }

            // One reference for all accounts that are asked: whichever answers late can still be told apart. A sender that was
            // refused is that account's affair; the next one has its own.
            item.Message = item.Message with { Reference = result.Reference, From = result.Error?.Scope == SmsErrorScope.Sender ? null : item.Message.From };
            item.Client = next;
            moving.Add(item);
        }

        return moving;
    }

    private async ValueTask<AccountClient?> NextAsync(RoutedSms item, CancellationToken cancellationToken)
    {
        while (item.HasNext)
        {
            try
            {
                if (await accounts.FindAsync(item.TakeNext(), cancellationToken).ConfigureAwait(false) is { } next)
                {
                    return next;
                }
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                // Its provider fails, or its options are bad: it cannot take over. What is known by now must not be lost.
            }
        }

        return null;
    }

    private static SmsSendCanceledException Cancelled(IReadOnlyList<SmsMessage> messages, SmsResult[] results, CancellationToken cancellationToken) =>
        new(new SmsBatchResult(results.Select((result, i) => result ?? SmsResults.Cancelled(messages[i], i))), cancellationToken);

    private static SmsResult Join(int index, SmsResult? earlier, SmsResult latest) => earlier is null
        ? latest with { Index = index }
        : (CountsForMore(earlier, latest) ? earlier : latest) with { Index = index, Attempts = [.. earlier.Attempts, .. latest.Attempts] };

    // "At least once" may move on from an unknown message; if nobody accepts it then, it is still unknown. And a message that was
    // not sent, and that the next account could not even try, is not sent: the first may manage later.
    private static bool CountsForMore(SmsResult earlier, SmsResult latest) =>
        (earlier.Outcome == SmsOutcome.Unknown && !latest.IsAccepted)
        || (earlier.Outcome == SmsOutcome.NotSent && latest is { Outcome: SmsOutcome.Rejected, Attempts: [] });
}

/// <summary>A message on its way along the accounts.</summary>
internal sealed class RoutedSms(int index, SmsMessage message, AccountClient client, IReadOnlyList<string> successors)
{
    private int _next;

    public int Index => index;

    public SmsMessage Message { get; set; } = message;

    public AccountClient Client { get; set; } = client;

    public bool HasNext => _next < successors.Count;

    public string TakeNext() => successors[_next++];
}
