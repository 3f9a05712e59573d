namespace SmsGateway.Http;

/// <summary>What a reply says of one message.</summary>
public readonly record struct SmsVerdict
{
    /// <summary>What is known.</summary>
    public SmsOutcome Outcome { get; init; }

    /// <summary>Why, unless accepted.</summary>
    public SmsError? Error { get; init; }

    /// <summary>The gateway's id, when it gives one.</summary>
    public string? Id { get; init; }

    /// <summary>Where an accepted message stands.</summary>
    public SmsDeliveryStatus Status { get; init; }

    /// <summary>The gateway's segment count, when it gives one.</summary>
    public int? Segments { get; init; }

    /// <summary>The price of this message, when the gateway states one.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>Accepted by an earlier request whose answer was lost.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Accepted.</summary>
    public static SmsVerdict Accepted(string? id, SmsDeliveryStatus status = SmsDeliveryStatus.Queued) =>
        new() { Outcome = SmsOutcome.Accepted, Id = id, Status = status };

    /// <summary>Refused, for good as far as this request goes.</summary>
    public static SmsVerdict Rejected(SmsErrorKind kind, string message, string? gatewayCode = null) =>
        Of(SmsOutcome.Rejected, new SmsError(kind, message) { GatewayCode = gatewayCode });

    /// <summary>No trustworthy answer.</summary>
    public static SmsVerdict Unknown(SmsErrorKind kind, string message, string? gatewayCode = null) =>
        Of(SmsOutcome.Unknown, new SmsError(kind, message) { GatewayCode = gatewayCode });

    /// <summary>Anything but accepted.</summary>
    public static SmsVerdict Of(SmsOutcome outcome, SmsError error) => new() { Outcome = outcome, Error = error };
}

/// <summary>What a reply says of a batch: the same of every message, or something of each.</summary>
public readonly struct SmsBatchVerdict
{
    private readonly SmsVerdict _all;
    private readonly SmsVerdict[]? _each;

    private SmsBatchVerdict(SmsVerdict all, SmsVerdict[]? each)
    {
        _all = all;
        _each = each;
    }

    /// <summary>The same of every message.</summary>
    public static SmsBatchVerdict All(SmsVerdict verdict) => new(verdict, each: null);

    /// <summary>Something of each, in the order of the batch.</summary>
    public static SmsBatchVerdict Each(SmsVerdict[] verdicts) => new(default, verdicts);

    /// <summary>
    /// Something of each, at gateways that give each message an id of its own: one that stands at several numbers is left out, for whatever
    /// were asked or reported by it would be a guess.
    /// </summary>
    internal static SmsBatchVerdict EachByItsId(SmsBatch batch, SmsVerdict[] verdicts)
    {
        Dictionary<string, PhoneNumber> numbers = new(verdicts.Length, StringComparer.Ordinal);
        HashSet<string> shared = [];
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Id is { } id && !numbers.TryAdd(id, batch.Messages[i].Number) && numbers[id] != batch.Messages[i].Number)
            {
                shared.Add(id);
            }
        }

        for (var i = 0; shared.Count > 0 && i < verdicts.Length; i++)
        {
            if (verdicts[i].Id is { } id && shared.Contains(id))
            {
                verdicts[i] = verdicts[i] with { Id = null };
            }
        }

        return Each(verdicts);
    }

    /// <summary>The verdict on the message at that position.</summary>
    public SmsVerdict this[int index] => _each is null ? _all : _each[index];

    /// <summary>Whether the reply spoke of the request as a whole.</summary>
    public bool IsWhole => _each is null;

    /// <summary>
    /// What the reply means for the request: the verdict on all, or "answered" when it spoke of single messages,
    /// for then a repeat of the whole request is never right.
    /// </summary>
    internal AttemptOutcome Summary => _each is null ? new(_all.Outcome, _all.Error) : AttemptOutcome.Answered;
}
