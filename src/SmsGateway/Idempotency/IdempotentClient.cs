using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmsGateway.Client;
using SmsGateway.Http;
using SmsGateway.Telemetry;

namespace SmsGateway.Idempotency;

/// <summary>
/// Sends a message once per <see cref="SmsMessage.IdempotencyKey"/>. A key is used up by an accepted message and by an unknown one;
/// one that was refused or not sent leaves its key free. Calls at the same time with one key share one send.
/// </summary>
internal sealed class IdempotentClient(ISmsClient inner, ISmsIdempotencyStore store, TimeSpan timeToLive, TimeProvider time, ILogger logger) : DelegatingSmsClient(inner)
{
    private readonly ConcurrentDictionary<string, Claim> _underWay = new(StringComparer.Ordinal);

    public override async Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (!messages.Any(message => message?.IdempotencyKey is not null))
        {
            return await base.SendAsync(messages, cancellationToken).ConfigureAwait(false);
        }

        var results = new SmsResult?[messages.Count];
        List<Claim> claims = [];
        List<(int Index, Claim Leader)> followers = [];
        try
        {
            try
            {
                await ClaimAsync(messages, results, claims, followers, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                await ForgetAsync(claims).ConfigureAwait(false);
                if (exception is OperationCanceledException && cancellationToken.IsCancellationRequested)
                {
                    throw Cancelled(messages, results, cancellationToken);
                }

                throw;
            }

            await SendAsync(messages, claims, results, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            foreach (var claim in claims)
            {
                Release(claim, results[claim.Index]);
            }
        }

        try
        {
            foreach (var (index, leader) in followers)
            {
                results[index] = await FollowAsync(messages[index], index, leader, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            throw Cancelled(messages, results, cancellationToken);
        }

        return new SmsBatchResult(results!);
    }

    // Decides for each message: ours to send, sent before, or being sent by somebody else just now.
    private async Task ClaimAsync(IReadOnlyList<SmsMessage> messages, SmsResult?[] results, List<Claim> claims, List<(int Index, Claim Leader)> followers, CancellationToken cancellationToken)
    {
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i] ?? throw new ArgumentNullException(nameof(messages), $"Message {i} is null.");
            if (message.IdempotencyKey is not { } key)
            {
                claims.Add(new Claim(i, message, Key: null, Record: null));
                continue;
            }

            var now = time.GetUtcNow();
            var reference = message.Reference ?? SmsReference.Make(now);
            var record = new SmsIdempotencyRecord(FingerprintOf(message), reference, now);
            var claim = new Claim(i, message with { Reference = reference }, key, record);
            var leader = _underWay.GetOrAdd(key, claim);
            if (!ReferenceEquals(leader, claim))
            {
                followers.Add((i, leader));
                continue;
            }

            claims.Add(claim);
            if (await store.GetOrAddAsync(key, record, timeToLive, cancellationToken).ConfigureAwait(false) is { } known)
            {
                results[i] = Recall(message, i, known, record.Fingerprint);
                claim.IsKnown = true;
            }
            else
            {
                claim.IsStored = true;
            }
        }
    }

    private async Task SendAsync(IReadOnlyList<SmsMessage> messages, List<Claim> claims, SmsResult?[] results, CancellationToken cancellationToken)
    {
        var fresh = claims.FindAll(claim => !claim.IsKnown);
        if (fresh.Count == 0)
        {
            return;
        }

        SmsBatchResult sent;
        try
        {
            sent = await base.SendAsync(fresh.ConvertAll(claim => claim.Message), cancellationToken).ConfigureAwait(false);
        }
        catch (SmsSendCanceledException cancelled)
        {
            await KeepAsync(fresh, cancelled.PartialResult, results).ConfigureAwait(false);
            throw Cancelled(messages, results, cancellationToken);
        }
        catch (Exception exception) when (exception is ArgumentException or ObjectDisposedException or OptionsValidationException)
        {
            // These come before anything has left. After any other - some middleware's, say - nobody knows: the keys stay taken.
            await ForgetAsync(fresh).ConfigureAwait(false);
            throw;
        }

        await KeepAsync(fresh, sent, results).ConfigureAwait(false);
    }

    private async Task KeepAsync(List<Claim> fresh, SmsBatchResult sent, SmsResult?[] results)
    {
        for (var i = 0; i < fresh.Count; i++)
        {
            var (claim, result) = (fresh[i], sent[i] with { Index = fresh[i].Index });
            results[claim.Index] = result;
            if (claim.Key is null)
            {
                continue;
            }

            await KeepAsync(claim, result).ConfigureAwait(false);
        }
    }

    // What happened is told even if the caller has gone, and even if the store fails: then the key stays taken, which errs on the safe side.
    private async Task KeepAsync(Claim claim, SmsResult result)
    {
        try
        {
            if (result.Outcome is SmsOutcome.Accepted or SmsOutcome.Unknown)
            {
                await store.SetAsync(claim.Key!, claim.Record! with { Result = Anonymous(result) }, timeToLive, CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                await store.RemoveAsync(claim.Key!, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            SmsLog.KeyNotStored(logger, exception);
        }
    }

    private async Task ForgetAsync(List<Claim> claims)
    {
        foreach (var claim in claims.Where(claim => claim.IsStored))
        {
            try
            {
                await store.RemoveAsync(claim.Key!, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                SmsLog.KeyNotStored(logger, exception);
            }
        }
    }

    private void Release(Claim claim, SmsResult? result)
    {
        if (claim.Key is not null)
        {
            _underWay.TryRemove(claim.Key, out _);
            claim.Ended.TrySetResult(result);
        }
    }

    // Whatever the other call came to is ours as well. When it came to nothing, or its caller cancelled in time, it is our turn.
    private async Task<SmsResult> FollowAsync(SmsMessage message, int index, Claim leader, CancellationToken cancellationToken)
    {
        var result = await leader.Ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        return result is not (null or { Outcome: SmsOutcome.NotSent, Error.Kind: SmsErrorKind.Canceled })
            ? Recall(message, index, leader.Record! with { Result = result }, FingerprintOf(message))
            : (await SendAsync([message], cancellationToken).ConfigureAwait(false))[0] with { Index = index };
    }

    private static SmsSendCanceledException Cancelled(IReadOnlyList<SmsMessage> messages, SmsResult?[] results, CancellationToken cancellationToken) =>
        new(new SmsBatchResult(results.Select((result, i) => result ?? SmsResults.Cancelled(messages[i], i))), cancellationToken);

    private static SmsResult Recall(SmsMessage message, int index, SmsIdempotencyRecord known, string fingerprint)
    {
        if (known.Fingerprint != fingerprint)
        {
            return SmsResults.Refused(account: null, message, index, number: null, new SmsError(SmsErrorKind.InvalidRequest, "The idempotency key stands for another message."));
        }

        PhoneNumber? number = PhoneNumber.TryParse(message.To, out var read) ? read : null;
        return known.Result is { } result
            ? result with { Index = index, To = message.To, Number = result.Number ?? number, IsDuplicate = result.IsAccepted }
            : new SmsResult
            {
                Index = index,
                To = message.To,
                Number = number,
                Reference = known.Reference,
                Outcome = SmsOutcome.Unknown,
                Error = new SmsError(SmsErrorKind.DuplicateMessage, "Another send with this idempotency key began and its end is not known; it may be under way in another process."),
            };
    }

    private static SmsResult Anonymous(SmsResult result) => result with { To = "", Number = null, RawResponse = null };

    private static string FingerprintOf(SmsMessage message) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{message.To}\n{message.From}\n{message.Text}")).AsSpan(0, 16));

    private sealed record Claim(int Index, SmsMessage Message, string? Key, SmsIdempotencyRecord? Record)
    {
        /// <summary>Set when the send is over; null when it came to nothing.</summary>
        public TaskCompletionSource<SmsResult?> Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>The store knew the key: nothing to send.</summary>
        public bool IsKnown { get; set; }

        /// <summary>Our record is in the store.</summary>
        public bool IsStored { get; set; }
    }
}
