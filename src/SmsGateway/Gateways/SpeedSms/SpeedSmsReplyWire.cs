using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <summary>What business replies and the framework's own have in common: <c>code</c> and <c>status</c> change their type between the two.</summary>
internal record SpeedSmsReply
{
    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }

    [JsonPropertyName("code")]
    [JsonConverter(typeof(WireText))]
    public string? Code { get; set; }

    [JsonPropertyName("message")]
    [JsonConverter(typeof(WireText))]
    public string? Message { get; set; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; set; }
}

internal sealed record SpeedSmsSendReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsSendData? Data { get; set; }
}

/// <summary>Of sends, voice calls, MMS and codes alike.</summary>
internal sealed record SpeedSmsSendData
{
    [JsonPropertyName("tranId")]
    [JsonConverter(typeof(WireText))]
    public string? TranId { get; set; }

    [JsonPropertyName("totalSMS")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalSms { get; set; }

    [JsonPropertyName("totalPrice")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? TotalPrice { get; set; }

    [JsonPropertyName("invalidPhone")]
    [JsonConverter(typeof(WireTexts))]
    public string[]? InvalidPhone { get; set; }

    [JsonPropertyName("pin_code")]
    [JsonConverter(typeof(WireText))]
    public string? PinCode { get; set; }
}

internal sealed record SpeedSmsStatusReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsStatusData?[]? Data { get; set; }
}

internal sealed record SpeedSmsStatusData
{
    [JsonPropertyName("phone")]
    [JsonConverter(typeof(WireText))]
    public string? Phone { get; set; }

    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireText))]
    public string? Status { get; set; }
}

/// <summary>In the envelope, as one live report has it, or bare, as the page prints it.</summary>
internal sealed record SpeedSmsUserReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsUserData? Data { get; set; }

    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; set; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; set; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; set; }
}

internal sealed record SpeedSmsUserData
{
    [JsonPropertyName("email")]
    [JsonConverter(typeof(WireText))]
    public string? Email { get; set; }

    [JsonPropertyName("balance")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Balance { get; set; }

    [JsonPropertyName("currency")]
    [JsonConverter(typeof(WireText))]
    public string? Currency { get; set; }
}

internal sealed record SpeedSmsPinCheckReply : SpeedSmsReply
{
    [JsonPropertyName("data")]
    public SpeedSmsPinCheckData? Data { get; set; }
}

internal sealed record SpeedSmsPinCheckData
{
    [JsonPropertyName("pin")]
    [JsonConverter(typeof(WireText))]
    public string? Pin { get; set; }

    [JsonPropertyName("phone")]
    [JsonConverter(typeof(WireText))]
    public string? Phone { get; set; }

    [JsonPropertyName("verified")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Verified { get; set; }

    [JsonPropertyName("remainingAttempts")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? RemainingAttempts { get; set; }
}
