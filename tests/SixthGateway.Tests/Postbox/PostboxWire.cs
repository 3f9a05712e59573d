using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace Postbox;

/// <summary>Every reply of Postbox; which members it has depends on what was asked.</summary>
internal sealed record PostboxReply
{
    [JsonConverter(typeof(WireText))]
    public string? Code { get; init; }

    [JsonConverter(typeof(WireText))]
    public string? Error { get; init; }

    public PostboxEntry?[]? Messages { get; init; }

    [JsonConverter(typeof(WireNumber))]
    public decimal? Credit { get; init; }

    [JsonConverter(typeof(WireText))]
    public string? Currency { get; init; }
}

/// <summary>One recipient of a send, or one message of a look-up.</summary>
internal sealed record PostboxEntry
{
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonConverter(typeof(WireText))]
    public string? To { get; init; }

    [JsonConverter(typeof(WireText))]
    public string? Code { get; init; }

    [JsonConverter(typeof(WireText))]
    public string? Status { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(PostboxReply))]
internal sealed partial class PostboxJson : JsonSerializerContext;
