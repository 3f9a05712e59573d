using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <summary>What business replies and the framework's own have in common: <c>code</c> and <c>status</c> change their type between the two.</summary>
internal record SpeedSmsReply
{
    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }

    [JsonPropertyName("code")]
    [JsonConverter(typeof(WireText))]
    public string? Code { get; init; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; init; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; init; }
}

internal sealed record SpeedSmsSendReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsSendData? Data { get; init; }
}

/// <summary>Of sends, voice calls, MMS and codes alike.</summary>
internal sealed record SpeedSmsSendData
{
    [JsonPropertyName("tranId")]
    [JsonConverter(typeof(WireText))]
    public string? TranId { get; init; }

    [JsonPropertyName("totalSMS")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalSms { get; init; }

    [JsonPropertyName("totalPrice")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalPrice { get; init; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; init; }

    [JsonPropertyName("pin_code")]
    [JsonConverter(typeof(WireText))]
    public string? PinCode { get; init; }
}

internal sealed record SpeedSmsStatusReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsStatusData?[]? Data { get; init; }
}

internal sealed record SpeedSmsStatusData
{
    [JsonPropertyName("phone")]
    [JsonConverter(typeof(WireText))]
    public string? Phone { get; init; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }
}

/// <summary>In the envelope, as one live report has it, or bare, as the page prints it.</summary>
internal sealed record SpeedSmsUserReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsUserData? Data { get; init; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; init; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; init; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; init; }
}

internal sealed record SpeedSmsUserData
{
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; init; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; init; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; init; }
}

internal sealed record SpeedSmsPinCheckReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsPinCheckData? Data { get; init; }
}

internal sealed record SpeedSmsPinCheckData
{
    [JsonPropertyName("pin")]
    [JsonConverter(typeof(WireText))]
    public string? Pin { get; init; }

    [JsonPropertyName("phone")]
    [JsonConverter(typeof(WireText))]
    public string? Phone { get; init; }

    [JsonPropertyName("verified")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Verified { get; init; }

    [JsonPropertyName("remainingAttempts")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? RemainingAttempts { get; init; }
}
