using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>A message from a phone, made by a test or by a person at the inbox.</summary>
public sealed class CapturedReply : ICaptured
{
    internal CapturedReply()
    {
    }

    /// <summary>Its place among all replies of the emulator, from 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>The gateway that brings it.</summary>
    public required Gateway Gateway { get; init; }

    /// <summary>The name of its inbox.</summary>
    public required string Inbox { get; init; }

    /// <summary>The phone's number as E.164, with a plus.</summary>
    public required string From { get; init; }

    /// <summary>The number or name that it was sent to, if known.</summary>
    public string? To { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>When, by the emulator's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The sequence number of the message that it answers, if any.</summary>
    public long? InReplyTo { get; init; }

    /// <summary>One line for test output.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Sequence} {Gateway} from {From}: {Text}");

    /// <summary>Whether a consuming look-up has fetched it.</summary>
    internal bool IsFetched { get; set; }

    internal CapturedMessage? Answers { get; init; }

    long ICaptured.Sequence
    {
        get => Sequence;
        set => Sequence = value;
    }

    int ICaptured.Size => 200 + (2 * Text.Length);
}

/// <summary>The messages from phones.</summary>
public sealed class CapturedReplies : CaptureView<CapturedReply>
{
    internal CapturedReplies(IStoreView<CapturedReply> view)
        : base(view)
    {
    }
}
