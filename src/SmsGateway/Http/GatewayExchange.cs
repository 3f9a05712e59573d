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

    public GatewayRequest Request { get; } = request;

    /// <summary>The account in whose name this is done; for attempts and errors.</summary>
    public required string Account { get; init; }

    /// <summary>Who decides about attempts.</summary>
    public IAttemptPolicy? Policy { get; set; }

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

    /// <summary>When the operation's time is up.</summary>
    public DateTimeOffset Deadline { get; set; }

    /// <summary>The next attempt goes to the gateway's other host.</summary>
    public bool UsesBackup { get; private set; }

    /// <summary>No more attempts: <see cref="Outcome"/> stands.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>What the operation came to, once settled.</summary>
    public AttemptOutcome Outcome { get; private set; }

    /// <summary>The attempts, oldest first.</summary>
    public IReadOnlyList<SmsAttempt> Attempts => _earlier is null ? AttemptCount == 0 ? [] : [_latest] : [.. _earlier, _latest];

    /// <summary>A fresh message with fresh content: neither may be used twice.</summary>
    public HttpRequestMessage CreateMessage()
    {
        var content = new AttemptContent(this, Request.Body, TypeOf(Request.ContentType));
        var message = new HttpRequestMessage(Request.Method, UsesBackup ? Request.BackupAddress : Request.Address)
        {
            Version = HttpVersion.Version11,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        if (Request.Authorization is { } authorization)
        {
            message.Headers.Authorization = authorization;
        }

        if (Request.Accept is { } accept)
        {
            message.Headers.TryAddWithoutValidation("Accept", accept);
        }

        message.Options.Set(AttemptContent.Key, content);
        return message;
    }

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

        _latest = new SmsAttempt(Account, now, TimeSpan.Zero, SmsOutcome.Unknown);
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
        if (!WasUnknown && Request.BackupAddress is not null && outcome is { Outcome: SmsOutcome.NotSent, Error.Scope: SmsErrorScope.Transport })
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

    /// <summary>The end: <paramref name="last"/>, unless an earlier attempt left a doubt that it does not dispel.</summary>
    public void Settle(AttemptOutcome last)
    {
        IsSettled = true;
        Outcome = WasUnknown && LeavesDoubt(last) ? Failed(InDoubt(last)) : last;
    }

    protected abstract AttemptOutcome ReadReply(in GatewayReply reply);

    // A refusal of number or text would have met the earlier attempt as well; one of credentials or credit need not have.
    private static bool LeavesDoubt(AttemptOutcome last) =>
        last.Outcome == SmsOutcome.NotSent ||
        last is { Outcome: SmsOutcome.Rejected, Error.Scope: not (SmsErrorScope.Recipient or SmsErrorScope.Content) };

    private static AttemptOutcome InDoubt(AttemptOutcome last) => AttemptOutcome.Unknown(last.Error! with
    {
        Message = $"An earlier attempt may have been accepted; the last one was not. {last.Error.Message}",
    });

    private static MediaTypeHeaderValue? TypeOf(string? contentType) => contentType switch
    {
        null => null,
        GatewayRequest.Form => FormType,
        GatewayRequest.Json => JsonType,
        _ => new MediaTypeHeaderValue(contentType),
    };
}
