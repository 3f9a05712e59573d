using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>
/// The verbs of the REST interface. Reading is repeated at will, all else only while nothing had left. The shapes of a reply are
/// mapped to the model; a map that gives null has met a reply without what makes it one.
/// </summary>
internal sealed class SmsApiRestCalls(SmsApiCalls calls)
{
    /// <summary>Reads one thing.</summary>
    public Task<T> GetAsync<TWire, T>(string path, JsonTypeInfo<TWire> shape, Func<TWire, T?> map, CancellationToken cancellationToken)
        where TWire : class
        where T : class => calls.QueryAsync(Get(path), Reader(shape, map), cancellationToken);

    /// <summary>Reads a list of things. What in it has no shape is left out.</summary>
    public Task<IReadOnlyList<T>> ListAsync<TWire, T>(string path, JsonTypeInfo<SmsApiCollection<TWire>> shape, Func<TWire, T?> map, CancellationToken cancellationToken)
        where TWire : class
        where T : class => calls.QueryAsync(Get(path), Reader<SmsApiCollection<TWire>, IReadOnlyList<T>>(shape, json => json.Map(map)), cancellationToken);

    /// <summary>Reads a part of a long list.</summary>
    public Task<SmsApiPage<T>> PageAsync<TWire, T>(string path, JsonTypeInfo<SmsApiCollection<TWire>> shape, Func<TWire, T?> map, CancellationToken cancellationToken)
        where TWire : class
        where T : class => calls.QueryAsync(
            Get(path),
            Reader<SmsApiCollection<TWire>, SmsApiPage<T>>(shape, json => json.Map(map) is { } items ? new SmsApiPage<T>(json.Size.ToInt() ?? items.Count, items) : null),
            cancellationToken);

    /// <summary>Changes something and reads what it is now.</summary>
    public Task<T> SendAsync<TWire, T>(HttpMethod method, string path, SmsApiRestBody body, JsonTypeInfo<TWire> shape, Func<TWire, T?> map, CancellationToken cancellationToken)
        where TWire : class
        where T : class => calls.CommandAsync(Request(method, path, body), Reader(shape, map), cancellationToken);

    /// <summary>Changes something; the answer has nothing to say.</summary>
    public Task DoAsync(HttpMethod method, string path, SmsApiRestBody body, CancellationToken cancellationToken) =>
        calls.CommandAsync<bool>(Request(method, path, body), TryReadDone, cancellationToken);

    /// <summary>Asks for something whose refusals are answers.</summary>
    public Task<T> AskAsync<T>(HttpMethod method, string path, SmsApiRestBody body, QueryReader<T> read, CancellationToken cancellationToken) =>
        calls.CommandAsync(Request(method, path, body), read, cancellationToken);

    private GatewayRequest Get(string path) => calls.Gateway.CreateRest(HttpMethod.Get, path);

    private GatewayRequest Request(HttpMethod method, string path, SmsApiRestBody body) => calls.Gateway.CreateRest(method, path, body.Bytes, body.Type);

    private static SmsApiReader<T> Reader<TWire, T>(JsonTypeInfo<TWire> shape, Func<TWire, T?> map)
        where TWire : class
        where T : class => (in GatewayReply reply, [MaybeNullWhen(false)] out T value) =>
        {
            value = reply.TryReadJson(shape, out var json) ? map(json) : null;
            return value is not null;
        };

    // 202 and 204 say it all; behind another 2xx a web page may hide. PHP writes an empty object as an array.
    private static bool TryReadDone(in GatewayReply reply, out bool done)
    {
        done = reply.Status is 202 or 204
            ? !reply.IsHtml
            : reply.Body.Span.SequenceEqual("[]"u8) || reply.TryReadJson(SmsApiJson.Default.SmsApiErrorReply, out _);
        return done;
    }
}

/// <summary>The body of a REST request.</summary>
/// <param name="Bytes">The bytes; may be empty.</param>
/// <param name="Type">Their media type; null for none.</param>
internal readonly record struct SmsApiRestBody(ReadOnlyMemory<byte> Bytes, string? Type)
{
    public static SmsApiRestBody None => default;

    public static SmsApiRestBody Form(params ReadOnlySpan<(string Name, string? Value)> fields) => new(SmsApiForm.Of(fields), GatewayRequest.Form);

    public static SmsApiRestBody Json<T>(T body, JsonTypeInfo<T> shape) => new(JsonSerializer.SerializeToUtf8Bytes(body, shape), GatewayRequest.Json);
}

/// <summary>How all lists of the REST interface come.</summary>
internal sealed record SmsApiCollection<T>
    where T : class
{
    [JsonPropertyName("size")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Size { get; init; }

    [JsonPropertyName("collection")]
    public T?[]? Collection { get; init; }

    /// <summary>The items in the shape of the model; null without a collection.</summary>
    public IReadOnlyList<TModel>? Map<TModel>(Func<T, TModel?> map)
        where TModel : class => Collection is { } items ? [.. items.OfType<T>().Select(map).OfType<TModel>()] : null;
}
