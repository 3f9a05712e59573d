namespace SmsGateway.Emulator;

/// <summary>What becomes of an accepted message by itself: nothing, or a series of states with a report for each.</summary>
public sealed class DeliverySchedule
{
    private DeliverySchedule(params DeliveryStep[] steps) => Plan = steps;

    /// <summary>Nothing happens until a test, a person or a magic number asks for it.</summary>
    public static DeliverySchedule Manual { get; } = new();

    /// <summary>The steps, in the order in which they were given.</summary>
    public IReadOnlyList<DeliveryStep> Plan { get; }

    /// <summary>One final state.</summary>
    /// <param name="delay">After the acceptance, or after the planned time of a scheduled message; by the emulator's clock.</param>
    /// <param name="state">The state.</param>
    public static DeliverySchedule After(TimeSpan delay, DeliveryState state = DeliveryState.Delivered) => new(new DeliveryStep(state, delay));

    /// <summary>One state whose report arrives while the caller still waits for the reply to its send.</summary>
    /// <param name="state">The state.</param>
    public static DeliverySchedule BeforeResponse(DeliveryState state = DeliveryState.Delivered) =>
        new(new DeliveryStep(state, TimeSpan.Zero) { BeforeResponse = true });

    /// <summary>A series: late, out of order or contradicting, as the steps say.</summary>
    /// <param name="steps">Each with its own delay from the acceptance.</param>
    public static DeliverySchedule Steps(params DeliveryStep[] steps) => new([.. steps]);
}

/// <summary>One state in the life of a message, and the report of it.</summary>
/// <param name="State">The state.</param>
/// <param name="After">From the acceptance, by the emulator's clock.</param>
public sealed record DeliveryStep(DeliveryState State, TimeSpan After)
{
    /// <summary>How often it is reported; 0 for a change without report.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether one report goes out for each segment.</summary>
    public bool PerSegment { get; init; }

    /// <summary>Whether the report arrives while the caller still waits for the reply to its send.</summary>
    public bool BeforeResponse { get; init; }

    /// <summary>What is wrong with the report.</summary>
    public WebhookTamper Tamper { get; init; }
}
