using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.KeyRef;

/// <summary>Replies of <c>send_sms.php</c> and <c>dlr.php</c>. <c>error</c> is a number on success and a text on failure.</summary>
internal sealed record KeyRefReply
{
    [JsonPropertyName("status")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Status { get; set; }

    [JsonPropertyName("error")]
    [JsonConverter(typeof(WireText))]
    public string? Error { get; set; }

    [JsonPropertyName("queue_status")]
    [JsonConverter(typeof(WireText))]
    public string? QueueStatus { get; set; }

    [JsonPropertyName("queue_error")]
    [JsonConverter(typeof(WireText))]
    public string? QueueError { get; set; }

    [JsonPropertyName("dlr_status")]
    [JsonConverter(typeof(WireText))]
    public string? DlrStatus { get; set; }

    [JsonPropertyName("dlr_error")]
    [JsonConverter(typeof(WireText))]
    public string? DlrError { get; set; }

    [JsonPropertyName("dlr_exist")]
    [JsonConverter(typeof(WireFlag))]
    public bool? DlrExist { get; set; }

    [JsonPropertyName("sms_cost")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? SmsCost { get; set; }

    /// <summary>"", 0, null and false all stand for no error.</summary>
    [JsonIgnore]
    public bool HasError => IsSet(Error);

    [JsonIgnore]
    public bool HasQueueError => IsSet(QueueError);

    /// <summary>The key of the state table.</summary>
    [JsonIgnore]
    public string State => $"{Word(QueueStatus)}/{Word(DlrStatus)}";

    public static bool IsSet(string? value) => value?.Trim() is not (null or "" or "0" or "false");

    private static string Word(string? value) => value?.Trim() is { Length: > 0 } word ? word.ToLowerInvariant() : "-";
}

[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(KeyRefReply))]
internal sealed partial class KeyRefJson : JsonSerializerContext;
