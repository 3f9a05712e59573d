using System.Net;
using System.Net.Http.Headers;

namespace SmsGateway.Http;

/// <summary>
/// One logical operation with a gateway: what to ask, how to read the answer, and what the attempts so far came to.
/// It travels with each request, so that whoever decides about a repeat decides on the gateway's own words.
/// </summary>
/// <remarks>Made for one call and driven by one attempt at a time.</remarks>
internal abstract class GatewayExchange(GatewayRequest request)
{
    private static readonly MediaTypeHeaderValue FormType = new(GatewayRequest.Form);
    private static readonly MediaTypeHeaderValue JsonType = new(GatewayRequest.Json);

    private List<SmsAttempt>? _earlier;
    private SmsAttempt _latest;
    private TaskCompletionSource? _settled;
    private volatile bool _isSettled;
    private long _begunAt;
    private TimeSpan _limit;
    private int _started;

    public GatewayRequest Request { get; } = request;

    /// <summary>The account in whose name this is done; for attempts and errors.</summary>
    public required string Account { get; init; }

    /// <summary>Who decides about attempts.</summary>
    public IAttemptPolicy? Policy { get; set; }

    /// <summary>Who makes them.</summary>
    public IExchangeHandler? Handler { get; set; }

    /// <summary>What the account's client says with every request.</summary>
    public KeyValuePair<string, string>[] DefaultHeaders { get; set; } = [];

    /// <summary>The request as it came down through the host's handlers, where there are any.</summary>
    public HttpRequestMessage? Outer { get; set; }

    /// <summary>Safe to repeat at will: it changes nothing.</summary>
    public abstract bool IsQuery { get; }

    /// <summary>The gateway's guard against duplicates, for this request.</summary>
    public DuplicateProtection? Protection { get; init; }

    /// <summary>The caller's wish to stop, apart from our own clocks.</summary>
    public CancellationToken CallerToken { get; init; }

    /// <summary>Another account is ready to take over, so that waiting for this one is no use.</summary>
    public bool CanMoveOn { get; init; }

    /// <summary>How often the request went out, or tried to.</summary>
    public int AttemptCount { get; private set; }

    /// <summary>Some attempt may have been processed without our knowing. Once true, it decides what the end can be.</summary>
    public bool WasUnknown { get; private set; }

    /// <summary>When the first attempt began, also of an exchange that this one goes on with.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>Goes on with an exchange whose end was not known: its doubt and its clock are this one's.</summary>
    public DateTimeOffset? Resumes
    {
        init
        {
            WasUnknown = value is not null;
            StartedAt = value ?? default;
        }
    }

    /// <summary>The next attempt goes to the gateway's other host. Once an attempt went unanswered, it is the host that was asked then.</summary>
    public bool UsesBackup { get; set; }

    /// <summary>Somebody took it upon himself to make the attempts.</summary>
    public bool IsStarted => Volatile.Read(ref _started) != 0;

    /// <summary>No more attempts: <see cref="Outcome"/> stands.</summary>
    public bool IsSettled => _isSettled;

    /// <summary>What the operation came to, once settled.</summary>
    public AttemptOutcome Outcome { get; private set; }

    /// <summary>The attempts, oldest first.</summary>
    public IReadOnlyList<SmsAttempt> Attempts => _earlier is null ? AttemptCount == 0 ? [] : [_latest] : [.. _earlier, _latest];

    /// <summary>A fresh message with fresh content: neither may be used twice.</summary>
    /// <param name="meetsOthers">Handlers that are not ours will see the message: they may replace its content, or lose the reply.</param>
    public HttpRequestMessage CreateMessage(bool meetsOthers)
    {
        var content = new AttemptContent(this, Request.Body, TypeOf(Request.ContentType)) { KeepsReply = meetsOthers };
        var message = new HttpRequestMessage(Request.Method, UsesBackup ? Request.BackupAddress : Request.Address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        if (Request.Authorization is { } authorization)
        {
            message.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        if (Request.Accept is { } accept)
        {
            message.Headers.TryAddWithoutValidation("Accept", accept);
        }

        foreach (var (name, value) in DefaultHeaders)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (meetsOthers)
        {
            message.Options.Set(AttemptContent.Key, content);
        }

        return message;
    }

    /// <summary>Starts the clock of the whole operation; one that does not jump.</summary>
    public void Begins(TimeProvider time, TimeSpan limit) => (_begunAt, _limit) = (time.GetTimestamp(), limit);

    /// <summary>What is left of the operation's time.</summary>
    public TimeSpan TimeLeft(TimeProvider time) => _limit - time.GetElapsedTime(_begunAt);

    /// <summary>Notes that an attempt begins.</summary>
    public void Begin(DateTimeOffset now)
    {
        if (AttemptCount++ > 0)
        {
            (_earlier ??= []).Add(_latest);
        }
        else if (StartedAt == default)
        {
            StartedAt = now;
        }

        _latest = new SmsAttempt(Account, now, TimeSpan.Zero, SmsOutcome.Unknown) { ViaBackup = UsesBackup };
    }

    /// <summary>Notes how an attempt ended.</summary>
    public void End(AttemptOutcome outcome, TimeSpan duration)
    {
        _latest = _latest with
        {
            Duration = duration,
            Outcome = outcome.Outcome,
            ErrorKind = outcome.Error?.Kind,
            HttpStatus = outcome.Error?.HttpStatus,
        };
        Outcome = outcome;
        WasUnknown |= outcome.Outcome == SmsOutcome.Unknown;

        // The other host may not share the memory that makes repeats safe: only proof that nothing left allows it.
        if ((!WasUnknown || Protection is { SpansHosts: true }) && Request.BackupAddress is not null && outcome is { Outcome: SmsOutcome.NotSent, Error.Scope: SmsErrorScope.Transport })
        {
            UsesBackup = !UsesBackup;
        }
    }

    /// <summary>Reads a reply and keeps what it says. Whatever goes wrong in here, the answer was not readable.</summary>
    public AttemptOutcome Read(in GatewayReply reply)
    {
        try
        {
            return ReadReply(reply);
        }
        catch (Exception exception)
        {
            var error = new SmsError(SmsErrorKind.UnreadableResponse, "The gateway's answer is not readable.") { HttpStatus = reply.Status, Exception = exception };
            return Failed(AttemptOutcome.Unknown(error));
        }
    }

    /// <summary>Keeps that an attempt brought no reply.</summary>
    public abstract AttemptOutcome Failed(AttemptOutcome outcome);

    /// <summary>True for the first caller only, who makes the attempts and settles; others wait for that.</summary>
    public bool TryStart() => Interlocked.Exchange(ref _started, 1) == 0;

    /// <summary>The end: <paramref name="last"/>, unless an earlier attempt left a doubt that it does not dispel.</summary>
    public void Settle(AttemptOutcome last)
    {
        Outcome = WasUnknown && !IsQuery && LeavesDoubt(last.Outcome) ? Failed(AttemptOutcome.Unknown(StillInDoubt(last.Error!))) : last;
        _isSettled = true;
        Interlocked.MemoryBarrier();
        _settled?.TrySetResult();
    }

    /// <summary>Completes when the exchange is settled.</summary>
    public Task WhenSettledAsync()
    {
        var settled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        settled = Interlocked.CompareExchange(ref _settled, settled, null) ?? settled;
        if (_isSettled)
        {
            settled.TrySetResult();
        }

        return settled.Task;
    }

    protected abstract AttemptOutcome ReadReply(in GatewayReply reply);

    /// <summary>
    /// Whether an answer says nothing of an earlier attempt that went unanswered: every refusal. Credit, rights or a blacklist may be in
    /// the way only now, and "no valid number" may mean that the number was taken care of then.
    /// </summary>
    protected static bool LeavesDoubt(SmsOutcome outcome) => outcome is SmsOutcome.NotSent or SmsOutcome.Rejected;

    protected static SmsError StillInDoubt(SmsError last) =>
        last with { Message = $"An earlier attempt may have been accepted; the last one was not. {last.Message}" };

    private static MediaTypeHeaderValue? TypeOf(string? contentType) => contentType switch
    {
        null => null,
        GatewayRequest.Form => FormType,
        GatewayRequest.Json => JsonType,
        _ => new MediaTypeHeaderValue(contentType),
    };
}
