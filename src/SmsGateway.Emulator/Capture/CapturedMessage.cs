using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>A message to one number that a gateway accepted, as that gateway understood it.</summary>
/// <remarks>Everything but <see cref="State"/> and <see cref="History"/> stays as it was; both may be read by any thread.</remarks>
public sealed class CapturedMessage : ICaptured
{
    private MessageEvent[] _history = [];
    private volatile int _state;

    internal CapturedMessage()
    {
    }

    /// <summary>Its place among all messages of the emulator, from 1; the id of the HTTP interface.</summary>
    public long Sequence { get; private set; }

    /// <summary>The gateway that accepted it.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>The name of its inbox.</summary>
    public required string Inbox { get; init; }

    /// <summary>
    /// The vendor's id. SpeedSMS gives one to a whole request, the key and reference gateway none (empty text).
    /// </summary>
    public required string GatewayId { get; init; }

    /// <summary>The number as E.164, with a plus.</summary>
    public required string To { get; init; }

    /// <summary>The number as it came.</summary>
    public required string SubmittedTo { get; init; }

    /// <summary>The sender, when one was named.</summary>
    public string? From { get; init; }

    /// <summary>The text as the phone would show it: tags filled, charset decoded. Hexadecimal digits of a binary message.</summary>
    public required string Text { get; init; }

    /// <summary>The sender's own reference (idx, campaign_id, ref), where the protocol has one.</summary>
    public string? Reference { get; init; }

    /// <summary>What carries it.</summary>
    public Channel Channel { get; init; }

    /// <summary>How the text travels.</summary>
    public MessageEncoding Encoding { get; init; }

    /// <summary>Segments by the emulator's own count.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>What it cost, in the unit of <see cref="Currency"/>.</summary>
    public decimal Price { get; init; }

    /// <summary>PLN, VND, UAH, or what else the vendor counts in ("points", "credits").</summary>
    public required string Currency { get; init; }

    /// <summary>When it was accepted, by the emulator's clock.</summary>
    public DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it is to leave, for a scheduled one.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>When its validity ends, if the request said so.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Shown at once and not stored on the phone.</summary>
    public bool IsFlash { get; init; }

    /// <summary>Accepted in the vendor's test mode: nothing leaves, nothing is charged, no report comes.</summary>
    public bool IsTest { get; init; }

    /// <summary>Where this message's reports go, if the request said so.</summary>
    public string? ReportUrl { get; init; }

    /// <summary>Parameters that only this vendor knows, as they came; shared by the messages of one request.</summary>
    public IReadOnlyDictionary<string, string> Extras { get; init; } = NoExtras;

    /// <summary>The sequence number of the exchange that brought it.</summary>
    public long Exchange { get; internal set; }

    /// <summary>The name of the fault that its exchange met, if any.</summary>
    public string? Fault { get; internal set; }

    /// <summary>Where it stands now.</summary>
    public DeliveryState State => (DeliveryState)_state;

    /// <summary>What happened to it since, oldest first.</summary>
    public IReadOnlyList<MessageEvent> History => Volatile.Read(ref _history);

    /// <summary>The one-time code in the text: the first run of digits of such a length that stands alone.</summary>
    /// <param name="minDigits">At least so many digits.</param>
    /// <param name="maxDigits">At most so many digits.</param>
    /// <exception cref="ExpectationException">There is none; the exception shows the text.</exception>
    public string Code(int minDigits = 4, int maxDigits = 8) =>
        OneTimeCode.Find(Text, minDigits, maxDigits)
        ?? throw new ExpectationException($"No code of {minDigits.ToString(CultureInfo.InvariantCulture)} to {maxDigits.ToString(CultureInfo.InvariantCulture)} digits in: {Text}");

    /// <summary>The first link in the text.</summary>
    /// <exception cref="ExpectationException">There is none; the exception shows the text.</exception>
    public Uri Link() => OneTimeCode.FindLink(Text) ?? throw new ExpectationException($"No link in: {Text}");

    /// <summary>One line for test output.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"#{Sequence} {Gateway} to {To} ({State}): {Text}");

    internal static readonly IReadOnlyDictionary<string, string> NoExtras = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Completes when the reply to its request has left, or never will.</summary>
    internal AnswerSignal Answered { get; set; } = AnswerSignal.Given;

    /// <summary>How often a look-up has answered "not found" for it, while it was still invisible.</summary>
    internal int HiddenLookups;

    /// <summary>What the vendor's page calls the state, when a test put its own word there.</summary>
    internal string? RawState { get; set; }

    long ICaptured.Sequence
    {
        get => Sequence;
        set => Sequence = value;
    }

    int ICaptured.Size => 400 + (2 * Text.Length);

    internal void Start(DeliveryState state) => _state = (int)state;

    internal void Move(DeliveryState state, DateTimeOffset at, string? rawState = null)
    {
        _state = (int)state;
        RawState = rawState;
        Note(state.ToString(), at);
    }

    internal void Note(string what, DateTimeOffset at)
    {
        MessageEvent[] before;
        MessageEvent[] after;
        do
        {
            before = Volatile.Read(ref _history);
            after = [.. before, new(at, what)];
        }
        while (Interlocked.CompareExchange(ref _history, after, before) != before);
    }
}

/// <summary>Something that happened to a message after it was accepted.</summary>
/// <param name="At">When, by the emulator's clock.</param>
/// <param name="What">A state, or a push with its outcome.</param>
public sealed record MessageEvent(DateTimeOffset At, string What);
