namespace SmsGateway.SmsApi;

/// <summary>Look-ups of numbers in the mobile networks. Each costs money. Source: docs.smsapi.com, section 8, and the vendor's official clients. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiHlr
{
    /// <summary>Orders look-ups whose results come to the HLR callback address set in the portal (<c>/hlr.do</c>). Not repeated after a lost answer: it would be charged again.</summary>
    /// <param name="numbers">The numbers, at least one; plain texts will do. How many fit is documented nowhere.</param>
    /// <param name="cancellationToken">Stops the call; what was ordered is charged.</param>
    /// <returns>One order per number, in the gateway's order; a bad number has its own error and leaves the others alone.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no numbers, or the lists would be misread.</exception>
    Task<IReadOnlyList<SmsApiHlrOrder>> OrderAsync(IReadOnlyList<SmsApiHlrNumber> numbers, CancellationToken cancellationToken = default);

    /// <summary>Looks numbers up and waits for the results (<c>/hlrsync.do</c>). Not repeated after a lost answer: it would be charged again.</summary>
    /// <param name="numbers">The numbers, at least one. How many fit is documented nowhere.</param>
    /// <param name="cancellationToken">Stops the call; what was looked up is charged.</param>
    /// <exception cref="ArgumentNullException"><paramref name="numbers"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no numbers, or the list would be misread.</exception>
    Task<IReadOnlyList<SmsApiHlrResult>> LookUpAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken = default);
}

/// <summary>A number to look up.</summary>
/// <param name="Number">The number with country code. Personal data.</param>
public sealed record SmsApiHlrNumber(string Number)
{
    /// <summary>Our handle, returned in the callback (<c>idx</c>): at most 36 of 0-9 and a-z, without regard to case. All numbers of an order have one, or none.</summary>
    public string? Idx { get; init; }

    /// <summary>A number without a handle.</summary>
    public static implicit operator SmsApiHlrNumber(string number) => new(number);

    /// <summary>A number without a handle.</summary>
    public static SmsApiHlrNumber FromString(string number) => new(number);

    /// <summary>The idx. Never the number.</summary>
    public override string ToString() => $"SmsApiHlrNumber {{ Idx = {Idx ?? "none"} }}";
}

/// <summary>What became of an order.</summary>
/// <param name="Number">The number as SMSAPI read it. Personal data.</param>
public sealed record SmsApiHlrOrder(string Number)
{
    /// <summary>The id under which the result comes; null when refused.</summary>
    public string? Id { get; init; }

    /// <summary>The price, in points.</summary>
    public decimal? Price { get; init; }

    /// <summary>Why this number was refused; null when it was taken.</summary>
    public SmsError? Error { get; init; }

    /// <summary>Id and error. Never the number.</summary>
    public override string ToString() => $"SmsApiHlrOrder {{ Id = {Id ?? "none"}, Error = {Error?.ToString() ?? "none"} }}";
}

/// <summary>What a network says of a number.</summary>
/// <param name="Number">The number. Personal data.</param>
/// <param name="Status">"OK", or "FAIL" when the number is wrong or cannot be reached.</param>
public sealed record SmsApiHlrResult(string Number, string? Status)
{
    /// <summary>The look-up's id.</summary>
    public string? Id { get; init; }

    /// <summary>The network's name; for a failure its reason, such as ABSENT_SUBSCRIBER.</summary>
    public string? Info { get; init; }

    /// <summary>The mobile country code.</summary>
    public int? Mcc { get; init; }

    /// <summary>The mobile network code.</summary>
    public int? Mnc { get; init; }

    /// <summary>The number was taken along from another network.</summary>
    public bool? Ported { get; init; }

    /// <summary>The network that it came from: a name or a code.</summary>
    public string? PortedFrom { get; init; }

    /// <summary>When it was looked up.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The price, in points.</summary>
    public decimal? Price { get; init; }

    /// <summary>Whether the number can be reached, in neutral terms.</summary>
    public NumberState State => SmsApiCodes.OfLookup(Status, Info);

    /// <summary>Id, status and state. Never the number.</summary>
    public override string ToString() => $"SmsApiHlrResult {{ Id = {Id ?? "none"}, Status = {Status ?? "none"}, State = {State} }}";
}
