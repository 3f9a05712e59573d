namespace SmsGateway;

/// <summary>SMSAPI began to send a bulk, such as one that was scheduled.</summary>
public sealed record SmsBulkStarted : SmsEvent
{
    /// <summary>What is sent: "SMS", "MMS" or "VMS".</summary>
    public string? Kind { get; init; }

    /// <summary>How many messages.</summary>
    public int? Count { get; init; }

    /// <summary>What it costs, in points.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>Where the numbers come from, in the vendor's words.</summary>
    public string? Origin { get; init; }

    /// <summary>The text.</summary>
    public string? Text { get; init; }

    /// <summary>Kind and count; never the text.</summary>
    public override string ToString() => $"SmsBulkStarted {{ Account = {Account}, Kind = {Kind ?? "none"}, Count = {Count} }}";
}

/// <summary>Somebody opened the short link in a message for the first time (SMSAPI).</summary>
public sealed record SmsLinkOpened : SmsEvent
{
    /// <summary>The message with the link.</summary>
    public required SmsMessageHandle Message { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>On what, in the vendor's words: "PC", "Mobile".</summary>
    public string? Device { get; init; }

    /// <summary>The device's system, in the vendor's words.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The browser, in the vendor's words.</summary>
    public string? Browser { get; init; }

    /// <summary>The message.</summary>
    public override string ToString() => $"SmsLinkOpened {{ Message = {Message} }}";
}

/// <summary>The answer to a look-up of a number that was asked for earlier (SMSAPI).</summary>
public sealed record SmsNumberLookedUp : SmsEvent
{
    /// <summary>What the network says.</summary>
    public required NumberInfo Number { get; init; }

    /// <summary>Our reference of the look-up.</summary>
    public string? Reference { get; init; }

    /// <summary>The network that the number was taken along from.</summary>
    public string? PortedFrom { get; init; }

    /// <summary>When the network was asked.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The masked number and its state.</summary>
    public override string ToString() => $"SmsNumberLookedUp {{ Account = {Account}, Number = {Number} }}";
}

/// <summary>A callback of a kind that we do not know; <see cref="SmsEvent.Raw"/> holds all of it.</summary>
public sealed record SmsUnrecognizedEvent : SmsEvent
{
    /// <summary>What the gateway calls it.</summary>
    public string? Name { get; init; }

    /// <summary>The account.</summary>
    public override string ToString() => $"SmsUnrecognizedEvent {{ Account = {Account} }}";
}
