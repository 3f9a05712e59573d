namespace SmsGateway.SmsApi;

/// <summary>The price list: <c>/prices.do</c>. The vendor's newer form is <see cref="ISmsApiRest.GetPricesAsync"/>. Source: docs.smsapi.com, section 11. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiPrices
{
    /// <summary>Lists the prices of all networks, in euro.</summary>
    Task<IReadOnlyList<SmsApiPrice>> ListAsync(CancellationToken cancellationToken = default);
}

/// <summary>The price of one part of a message, or of whatever else the list is about, in one network.</summary>
/// <param name="Amount">The amount; null where the list holds none that can be read.</param>
/// <param name="Currency">The ISO 4217 currency.</param>
public sealed record SmsApiPrice(decimal? Amount, string? Currency)
{
    /// <summary>The country's name.</summary>
    public string? Country { get; init; }

    /// <summary>The network's name.</summary>
    public string? Network { get; init; }

    /// <summary>The mobile country code.</summary>
    public int? Mcc { get; init; }

    /// <summary>The mobile network code.</summary>
    public int? Mnc { get; init; }

    /// <summary>When the price changed last; to the day, in the REST list.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
