namespace SmsGateway;

/// <summary>Asks mobile networks whether numbers are in service (HLR). Costs money per number.</summary>
public interface INumberLookup
{
    /// <summary>Looks numbers up.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="cancellationToken">Stops the call; look-ups that were begun are paid for.</param>
    /// <returns>One answer per number, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    /// <exception cref="SmsException">The gateway refused the question, or no readable answer came; some look-ups may be paid for.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<IReadOnlyList<NumberInfo>> LookUpAsync(IReadOnlyList<PhoneNumber> numbers, CancellationToken cancellationToken = default);
}

/// <summary>What a network says of a number.</summary>
/// <param name="Number">The number. Personal data.</param>
/// <param name="State">Whether it can be reached.</param>
public sealed record NumberInfo(PhoneNumber Number, NumberState State)
{
    /// <summary>The gateway's id of the look-up.</summary>
    public string? Id { get; init; }

    /// <summary>The mobile country code.</summary>
    public int? CountryCode { get; init; }

    /// <summary>The mobile network code.</summary>
    public int? NetworkCode { get; init; }

    /// <summary>The network's name, or the raw word for the failure.</summary>
    public string? Info { get; init; }

    /// <summary>The number was taken along from another network; null where nobody says.</summary>
    public bool? IsPorted { get; init; }

    /// <summary>The price of the look-up.</summary>
    public SmsPrice? Price { get; init; }

    /// <summary>The masked number and its state.</summary>
    public override string ToString() => $"NumberInfo {{ Number = {Number.ToMaskedString()}, State = {State} }}";
}

/// <summary>Whether a number can be reached.</summary>
public enum NumberState
{
    /// <summary>Nobody can say just now; ask again later.</summary>
    Unknown = 0,

    /// <summary>In service.</summary>
    Active = 1,

    /// <summary>Off or out of range; may come back.</summary>
    Absent = 2,

    /// <summary>No such number, or it takes no SMS. Will not change by itself.</summary>
    Invalid = 3,

    /// <summary>The gateway took the look-up and sends the answer to the callback address.</summary>
    Pending = 4,
}
