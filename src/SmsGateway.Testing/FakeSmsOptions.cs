namespace SmsGateway.Testing;

/// <summary>How a <see cref="FakeSmsClient"/> behaves. Read once, when it is made.</summary>
public sealed class FakeSmsOptions
{
    /// <summary>The account's name in results of the default client. Default: "fake".</summary>
    public string Account { get; set; } = "fake";

    /// <summary>The country of numbers that are written without one, as digits ("48"). Null, the default, refuses such numbers.</summary>
    public string? DefaultCountryCode { get; set; }

    /// <summary>The clock of records and scripted delays. Default: the system's; see <see cref="ManualTimeProvider"/>.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Whether a message that no rule of the script is for throws, instead of being accepted. Default: false.</summary>
    public bool FailOnUnscripted { get; set; }

    /// <summary>Whether failed assertions print whole numbers instead of masked ones. Default: false.</summary>
    public bool ShowNumbers { get; set; }

    /// <summary>
    /// What the fake says it can do: options of a message that it lacks are rejected as not supported, as a gateway's would be.
    /// Default: everything.
    /// </summary>
    public SmsCapabilities Capabilities { get; set; } = (SmsCapabilities)((1 << 20) - 1);
}
