using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>What a push was about.</summary>
public enum WebhookKind
{
    /// <summary>The state of messages.</summary>
    Report,

    /// <summary>A message from a phone.</summary>
    Reply,

    /// <summary>The result of a look at a number (SMSAPI).</summary>
    Lookup,

    /// <summary>A bulk has begun (SMSAPI).</summary>
    Bulk,

    /// <summary>A link in a message was opened (SMSAPI).</summary>
    Link,
}

/// <summary>One push, and what the receiver answered.</summary>
public sealed class WebhookAttempt : ICaptured
{
    internal WebhookAttempt()
    {
    }

    /// <summary>Its place among all pushes of the emulator, from 1; 0 for one that never was made.</summary>
    public long Sequence { get; private set; }

    /// <summary>The gateway in whose name it went out.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>What it was about.</summary>
    public required WebhookKind Kind { get; init; }

    /// <summary>The name of the inbox.</summary>
    public required string Inbox { get; init; }

    /// <summary>When it went out, by the emulator's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>GET or POST.</summary>
    public string? Method { get; init; }

    /// <summary>The address with its query, secrets masked.</summary>
    public string? Url { get; init; }

    /// <summary>The body as text.</summary>
    public string? Body { get; init; }

    /// <summary>The sequence numbers of the messages it was about.</summary>
    public IReadOnlyList<long> Messages { get; init; } = [];

    /// <summary>The sequence number of the message from a phone that it brought, if any.</summary>
    public long? Reply { get; init; }

    /// <summary>The status that came back; null when none did.</summary>
    public int? Status { get; init; }

    /// <summary>The first 64 KB of what came back.</summary>
    public string? Answer { get; init; }

    /// <summary>Why nothing came back, or why nothing was sent; null when all went well.</summary>
    public string? Error { get; init; }

    /// <summary>Whether the receiver acknowledged it as the vendor wants.</summary>
    public bool IsAcknowledged { get; init; }

    /// <summary>How long the receiver took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>One line for test output.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"#{Sequence} {Gateway} {Kind} {Method} {Url} -> {(Error is null ? $"{Status} {Answer}" : Error)}");

    long ICaptured.Sequence
    {
        get => Sequence;
        set => Sequence = value;
    }

    int ICaptured.Size => 500 + (Answer?.Length ?? 0) + (Body?.Length ?? 0);
}

/// <summary>Every push, and the receiver's answer.</summary>
public sealed class WebhookLog : CaptureView<WebhookAttempt>
{
    internal WebhookLog(IStoreView<WebhookAttempt> view)
        : base(view)
    {
    }
}
