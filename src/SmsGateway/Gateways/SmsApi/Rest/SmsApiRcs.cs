using System.Text.Json;
using System.Text.Json.Serialization;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiRcs"/>
internal sealed class SmsApiRcs(SmsApiRestCalls rest) : ISmsApiRcs
{
    private const int MaxText = 3072;

    public Task<IReadOnlyList<SmsApiRcsSender>> ListSendersAsync(CancellationToken cancellationToken) => rest.ListAsync(
        "rcs/senders", SmsApiJson.Default.SmsApiCollectionSmsApiRcsWire, item => item.Id is null ? null : new SmsApiRcsSender(item.Id, item.Sender), cancellationToken);

    public Task<string> SendAsync(SmsApiRcsMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        Require(message.Text is null != message.Content is null, "An RCS message has a text or a content: one of both.", nameof(message));
        Require(message.Text is null or { Length: <= MaxText }, "The text of an RCS message has at most 3072 characters.", nameof(message));
        var body = new SmsApiRcsBody { PhoneNumber = message.PhoneNumber, Sender = message.SenderId, Text = message.Text, Content = message.Content };
        return rest.SendAsync(
            HttpMethod.Post,
            "rcs/messages",
            SmsApiRestBody.Json(body, SmsApiJson.Default.SmsApiRcsBody),
            SmsApiJson.Default.SmsApiRcsWire,
            json => json.Id,
            cancellationToken);
    }

    public Task<IReadOnlyList<SmsApiRcsState>> ListMessagesAsync(CancellationToken cancellationToken) =>
        rest.ListAsync("rcs/messages", SmsApiJson.Default.SmsApiCollectionSmsApiRcsWire, item => item.ToState(), cancellationToken);
}

internal sealed record SmsApiRcsBody
{
    [JsonPropertyName("phone_number")]
    public required string PhoneNumber { get; init; }

    [JsonPropertyName("sender")]
    public required string Sender { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("content")]
    public JsonElement? Content { get; init; }
}

/// <summary>A sender, the answer to a send, or a sent message: those are in camel case, unlike everywhere else.</summary>
internal sealed record SmsApiRcsWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("sender")]
    [JsonConverter(typeof(WireText))]
    public string? Sender { get; init; }

    [JsonPropertyName("senderId")]
    [JsonConverter(typeof(WireText))]
    public string? SenderId { get; init; }

    [JsonPropertyName("recipient")]
    [JsonConverter(typeof(WireText))]
    public string? Recipient { get; init; }

    [JsonPropertyName("sentAt")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? SentAt { get; init; }

    [JsonPropertyName("deliveredAt")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DeliveredAt { get; init; }

    [JsonPropertyName("readAt")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? ReadAt { get; init; }

    [JsonPropertyName("expiredAt")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? ExpiredAt { get; init; }

    [JsonPropertyName("messageType")]
    [JsonConverter(typeof(WireText))]
    public string? MessageType { get; init; }

    [JsonPropertyName("interface")]
    [JsonConverter(typeof(WireText))]
    public string? Interface { get; init; }

    public SmsApiRcsState? ToState() => Id is null ? null : new SmsApiRcsState(Id)
    {
        Recipient = Recipient,
        Sender = Sender,
        SenderId = SenderId,
        SentAt = SentAt,
        DeliveredAt = DeliveredAt,
        ReadAt = ReadAt,
        ExpiredAt = ExpiredAt,
        MessageType = MessageType,
        Interface = Interface,
    };
}
