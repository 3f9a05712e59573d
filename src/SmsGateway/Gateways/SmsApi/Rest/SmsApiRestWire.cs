using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

internal sealed record SmsApiProfileWire
{
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; init; }

    [JsonPropertyName("username")]
    [JsonConverter(typeof(WireText))]
    public string? Username { get; init; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("payment_type")]
    [JsonConverter(typeof(WireText))]
    public string? PaymentType { get; init; }

    [JsonPropertyName("user_type")]
    [JsonConverter(typeof(WireText))]
    public string? UserType { get; init; }

    /// <summary>A number in the vendor's description, a text in its clients' samples.</summary>
    [JsonPropertyName("points")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Points { get; init; }

    public SmsApiProfile? ToProfile() => Username is null ? null : new SmsApiProfile(Username)
    {
        Name = Name,
        Email = Email,
        PhoneNumber = PhoneNumber,
        PaymentType = PaymentType,
        UserType = UserType,
        Points = Points,
    };
}

internal sealed record SmsApiPingWire
{
    [JsonPropertyName("authorized")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Authorized { get; init; }

    [JsonPropertyName("unavailable")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? Unavailable { get; init; }
}

internal sealed record SmsApiTariffWire
{
    [JsonPropertyName("price")]
    public SmsApiMoneyWire? Price { get; init; }

    [JsonPropertyName("country")]
    public SmsApiPlaceWire? Country { get; init; }

    [JsonPropertyName("network")]
    public SmsApiPlaceWire? Network { get; init; }

    [JsonPropertyName("changed_at")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? ChangedAt { get; init; }

    public SmsApiPrice ToPrice() => new(Price?.Amount ?? Price?.Value, Price?.Currency)
    {
        Country = Country?.Name,
        Network = Network?.Name,
        Mcc = Country?.Mcc.ToInt(),
        Mnc = Network?.Mnc.ToInt(),
        ChangedAt = ChangedAt,
    };
}

internal sealed record SmsApiMoneyWire
{
    [JsonPropertyName("amount")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Amount { get; init; }

    /// <summary>What one of the vendor's clients calls it.</summary>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Value { get; init; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; init; }
}

/// <summary>A country or a network.</summary>
internal sealed record SmsApiPlaceWire
{
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("mcc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mcc { get; init; }

    [JsonPropertyName("mnc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mnc { get; init; }
}

internal sealed record SmsApiVolumeWire
{
    [JsonPropertyName("country_code")]
    [JsonConverter(typeof(WireText))]
    public string? CountryCode { get; init; }

    [JsonPropertyName("country_name")]
    [JsonConverter(typeof(WireText))]
    public string? CountryName { get; init; }

    [JsonPropertyName("country_limit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? CountryLimit { get; init; }

    [JsonPropertyName("usage")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Usage { get; init; }

    public SmsApiCountryVolume? ToVolume() => CountryCode is null ? null : new SmsApiCountryVolume(CountryCode, Usage.ToLong() ?? 0)
    {
        CountryName = CountryName,
        CountryLimit = CountryLimit.ToLong(),
    };
}
