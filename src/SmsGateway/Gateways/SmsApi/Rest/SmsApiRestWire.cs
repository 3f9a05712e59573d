using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

internal sealed record SmsApiProfileWire
{
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; set; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; set; }

    [JsonPropertyName("username")]
    [JsonConverter(typeof(WireText))]
    public string? Username { get; set; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; set; }

    [JsonPropertyName("payment_type")]
    [JsonConverter(typeof(WireText))]
    public string? PaymentType { get; set; }

    [JsonPropertyName("user_type")]
    [JsonConverter(typeof(WireText))]
    public string? UserType { get; set; }

    /// <summary>A number in the vendor's description, a text in its clients' samples.</summary>
    [JsonPropertyName("points")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Points { get; set; }

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
    public bool? Authorized { get; set; }

    [JsonPropertyName("unavailable")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? Unavailable { get; set; }
}

internal sealed record SmsApiTariffWire
{
    [JsonPropertyName("price")]
    public SmsApiMoneyWire? Price { get; set; }

    [JsonPropertyName("country")]
    public SmsApiPlaceWire? Country { get; set; }

    [JsonPropertyName("network")]
    public SmsApiPlaceWire? Network { get; set; }

    [JsonPropertyName("changed_at")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? ChangedAt { get; set; }

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
    public decimal? Amount { get; set; }

    /// <summary>What one of the vendor's clients calls it.</summary>
    [JsonPropertyName("value")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Value { get; set; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; set; }
}

/// <summary>A country or a network.</summary>
internal sealed record SmsApiPlaceWire
{
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; set; }

    [JsonPropertyName("mcc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mcc { get; set; }

    [JsonPropertyName("mnc")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Mnc { get; set; }
}

internal sealed record SmsApiVolumeWire
{
    [JsonPropertyName("country_code")]
    [JsonConverter(typeof(WireText))]
    public string? CountryCode { get; set; }

    [JsonPropertyName("country_name")]
    [JsonConverter(typeof(WireText))]
    public string? CountryName { get; set; }

    [JsonPropertyName("country_limit")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? CountryLimit { get; set; }

    [JsonPropertyName("usage")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Usage { get; set; }

    public SmsApiCountryVolume? ToVolume() => CountryCode is null ? null : new SmsApiCountryVolume(CountryCode, Usage.ToLong() ?? 0)
    {
        CountryName = CountryName,
        CountryLimit = CountryLimit.ToLong(),
    };
}
