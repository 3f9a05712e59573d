namespace SmsGateway;

/// <summary>What a gateway can do, and its limits. The feature matrix of the documentation is made from it.</summary>
public sealed record SmsGatewayInfo
{
    /// <summary>The gateway's name in code, such as "SmsApi".</summary>
    public required string Name { get; init; }

    /// <summary>The gateway's name for people, such as "SMSAPI".</summary>
    public required string DisplayName { get; init; }

    /// <summary>Where it is at home: "Poland, EU".</summary>
    public required string Region { get; init; }

    /// <summary>What it has.</summary>
    public required SmsCapabilities Capabilities { get; init; }

    /// <summary>How many recipients of one text fit one request, from 1.</summary>
    public required int MaxMessagesPerRequest { get; init; }

    /// <summary>How many messages with texts of their own fit one request, from 1.</summary>
    public int MaxPersonalisedPerRequest { get; init; } = 1;

    /// <summary>How many messages one status look-up covers, from 1.</summary>
    public int MaxMessagesPerStatusQuery { get; init; } = 1;

    /// <summary>How it counts and limits text.</summary>
    public SmsTextProfile TextProfile { get; init; } = SmsTextProfile.Standard;

    /// <summary>How far ahead a message may be scheduled; null without a limit, or without scheduling.</summary>
    public TimeSpan? MaxScheduleAhead { get; init; }

    /// <summary>The shortest validity it takes; null without such an option.</summary>
    public TimeSpan? MinValidity { get; init; }

    /// <summary>The longest validity it takes; null without such an option.</summary>
    public TimeSpan? MaxValidity { get; init; }

    /// <summary>The longest reference it takes; null where references never travel.</summary>
    public int? MaxReferenceLength { get; init; }

    /// <summary>What a bulk may look like.</summary>
    public SmsBulkShape BulkShape => (MaxMessagesPerRequest, MaxPersonalisedPerRequest) switch
    {
        (1, 1) => SmsBulkShape.None,
        (_, 1) => SmsBulkShape.SameText,
        _ => SmsBulkShape.Personalised,
    };

    /// <summary>Whether the gateway has all of these.</summary>
    public bool Has(SmsCapabilities capabilities) => (Capabilities & capabilities) == capabilities;
}

/// <summary>What may share one request.</summary>
public enum SmsBulkShape
{
    /// <summary>Nothing: one request per message.</summary>
    None = 0,

    /// <summary>One text to many numbers.</summary>
    SameText = 1,

    /// <summary>A text of its own for each number.</summary>
    Personalised = 2,
}
