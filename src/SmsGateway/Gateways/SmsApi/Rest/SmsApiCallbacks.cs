using System.Text.Json.Serialization;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiCallbacks"/>
internal sealed class SmsApiCallbacks(SmsApiRestCalls rest) : ISmsApiCallbacks
{
    private const string Path = "callbacks";

    public Task<IReadOnlyList<SmsApiCallback>> ListAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(Path, SmsApiJson.Default.SmsApiCollectionSmsApiCallbackWire, item => item.ToCallback(), cancellationToken);

    public Task<SmsApiCallback> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiCallbackWire, json => json.ToCallback(), cancellationToken);

    public Task<SmsApiCallback> CreateAsync(SmsApiNewCallback callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(callback);
        Require(callback.Url is { IsAbsoluteUri: true }, "A callback has an absolute address.", nameof(callback));
        return SendAsync(
            HttpMethod.Post,
            Path,
            new SmsApiCallbackBody
            {
                Url = callback.Url.AbsoluteUri,
                Type = callback.Type,
                ApiVersion = callback.ApiVersion,
                ReceiverType = callback.ReceiverType,
                ReceiverNumber = callback.ReceiverNumber,
            },
            cancellationToken);
    }

    public Task<SmsApiCallback> UpdateAsync(string id, Uri url, int? apiVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(url);
        Require(url.IsAbsoluteUri, "A callback has an absolute address.", nameof(url));
        return SendAsync(HttpMethod.Put, Of(id), new SmsApiCallbackBody { Url = url.AbsoluteUri, ApiVersion = apiVersion }, cancellationToken);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    public Task ActivateAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Put, $"{Of(id)}/commands/activate", SmsApiRestBody.None, cancellationToken);

    public Task DeactivateAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Put, $"{Of(id)}/commands/deactivate", SmsApiRestBody.None, cancellationToken);

    public Task<SmsApiCallbackTest> TestAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync($"{Of(id)}/commands/test", SmsApiJson.Default.SmsApiCallbackTestWire, json => json.ToTest(), cancellationToken);

    private Task<SmsApiCallback> SendAsync(HttpMethod method, string path, SmsApiCallbackBody body, CancellationToken cancellationToken) => rest.SendAsync(
        method, path, SmsApiRestBody.Json(body, SmsApiJson.Default.SmsApiCallbackBody), SmsApiJson.Default.SmsApiCallbackWire, json => json.ToCallback(), cancellationToken);

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}

internal sealed record SmsApiCallbackBody
{
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("api_version")]
    public int? ApiVersion { get; init; }

    [JsonPropertyName("receiver_type")]
    public string? ReceiverType { get; init; }

    [JsonPropertyName("receiver_number")]
    public string? ReceiverNumber { get; init; }
}

internal sealed record SmsApiCallbackWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; init; }

    [JsonPropertyName("url")]
    [JsonConverter(typeof(WireText))]
    public string? Url { get; init; }

    [JsonPropertyName("api_version")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? ApiVersion { get; init; }

    [JsonPropertyName("active")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Active { get; init; }

    [JsonPropertyName("invalid")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Invalid { get; init; }

    /// <summary>In answers to a creation.</summary>
    [JsonPropertyName("receiver_type")]
    [JsonConverter(typeof(WireText))]
    public string? ReceiverType { get; init; }

    /// <summary>In answers to a creation.</summary>
    [JsonPropertyName("receiver_number")]
    [JsonConverter(typeof(WireText))]
    public string? ReceiverNumber { get; init; }

    /// <summary>In all other answers.</summary>
    [JsonPropertyName("receiver")]
    public SmsApiReceiverWire? Receiver { get; init; }

    public SmsApiCallback? ToCallback() => Id is null ? null : new SmsApiCallback(Id, Type)
    {
        Url = Url,
        ApiVersion = ApiVersion.ToInt(),
        Active = Active,
        Invalid = Invalid,
        ReceiverType = Receiver?.Type ?? ReceiverType,
        ReceiverNumber = Receiver?.Number ?? ReceiverNumber,
    };
}

internal sealed record SmsApiReceiverWire
{
    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; init; }

    [JsonPropertyName("number")]
    [JsonConverter(typeof(WireText))]
    public string? Number { get; init; }
}

internal sealed record SmsApiCallbackTestWire
{
    [JsonPropertyName("test_result")]
    [JsonConverter(typeof(WireFlag))]
    public bool? TestResult { get; init; }

    [JsonPropertyName("connection_failed")]
    [JsonConverter(typeof(WireFlag))]
    public bool? ConnectionFailed { get; init; }

    [JsonPropertyName("invalid_encoding")]
    [JsonConverter(typeof(WireFlag))]
    public bool? InvalidEncoding { get; init; }

    [JsonPropertyName("http_response_status")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? HttpStatus { get; init; }

    [JsonPropertyName("http_response_body")]
    [JsonConverter(typeof(WireText))]
    public string? HttpBody { get; init; }

    public SmsApiCallbackTest? ToTest() => TestResult is not { } passed ? null : new SmsApiCallbackTest(passed)
    {
        ConnectionFailed = ConnectionFailed ?? false,
        InvalidEncoding = InvalidEncoding ?? false,
        HttpStatus = HttpStatus.ToInt(),
        HttpBody = HttpBody,
    };
}
