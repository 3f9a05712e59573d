namespace SmsGateway.Emulator;

/// <summary>How a delivery report is sent.</summary>
/// <param name="Times">How often; duplicates follow one another.</param>
/// <param name="Delay">First wait so long, by the emulator's clock.</param>
/// <param name="BeforeResponse">
/// Send it although the reply to the send has not left. Otherwise a report waits for that, so that none is early by accident.
/// </param>
/// <param name="PerSegment">One report for each segment of the message.</param>
/// <param name="Tamper">What is wrong with it.</param>
/// <param name="Retry">Repeat until acknowledged; the call returns after the last attempt. One attempt when null.</param>
public sealed record ReportOptions(
    int Times = 1,
    TimeSpan Delay = default,
    bool BeforeResponse = false,
    bool PerSegment = false,
    WebhookTamper Tamper = WebhookTamper.None,
    RetryPolicy? Retry = null)
{
    /// <summary>The vendor's own status (number or name) instead of the one that the state has.</summary>
    public string? RawStatus { get; init; }

    /// <summary>Where to, instead of the message's own address or that of the inbox.</summary>
    public Uri? Target { get; init; }
}

/// <summary>How a reply from a phone is sent.</summary>
public sealed record ReplyOptions
{
    /// <summary>Through which gateway; that of the newest message to the number when null, else the first with a target.</summary>
    public Gateway? Gateway { get; init; }

    /// <summary>The message that it answers; the newest one to the number when null.</summary>
    public CapturedMessage? InReplyTo { get; init; }

    /// <summary>The number to which it was sent, where the protocol says so.</summary>
    public string? To { get; init; }

    /// <summary>How often; duplicates follow one another.</summary>
    public int Times { get; init; } = 1;

    /// <summary>First wait so long, by the emulator's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What is wrong with it.</summary>
    public WebhookTamper Tamper { get; init; }

    /// <summary>Repeat until acknowledged. One attempt when null.</summary>
    public RetryPolicy? Retry { get; init; }

    /// <summary>Where to, instead of the address of the inbox.</summary>
    public Uri? Target { get; init; }
}
