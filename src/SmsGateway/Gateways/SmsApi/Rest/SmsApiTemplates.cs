using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiTemplates"/>
internal sealed class SmsApiTemplates(SmsApiRestCalls rest) : ISmsApiTemplates
{
    private const string Path = "sms/templates";

    public Task<IReadOnlyList<SmsApiTemplate>> ListAsync(CancellationToken cancellationToken) => ListAsync(Path, cancellationToken);

    public Task<IReadOnlyList<SmsApiTemplate>> ListAvailableAsync(CancellationToken cancellationToken) => ListAsync($"{Path}/available", cancellationToken);

    public Task<SmsApiTemplate> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiTemplateWire, json => json.ToTemplate(), cancellationToken);

    public Task<SmsApiTemplate> CreateAsync(string name, string text, bool normalize, CancellationToken cancellationToken) =>
        StoreAsync(HttpMethod.Post, Path, name, text, normalize, cancellationToken);

    public Task<SmsApiTemplate> UpdateAsync(string id, string name, string text, bool normalize, CancellationToken cancellationToken) =>
        StoreAsync(HttpMethod.Put, Of(id), name, text, normalize, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    private Task<IReadOnlyList<SmsApiTemplate>> ListAsync(string path, CancellationToken cancellationToken) =>
        rest.ListAsync(path, SmsApiJson.Default.SmsApiCollectionSmsApiTemplateWire, item => item.ToTemplate(), cancellationToken);

    private Task<SmsApiTemplate> StoreAsync(HttpMethod method, string path, string name, string text, bool normalize, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        var body = SmsApiRestBody.Form(("name", name), ("template", text), ("normalize", SmsApiForm.Bit(normalize)));
        return rest.SendAsync(method, path, body, SmsApiJson.Default.SmsApiTemplateWire, json => json.ToTemplate(), cancellationToken);
    }

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}

internal sealed record SmsApiTemplateWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("template")]
    [JsonConverter(typeof(WireText))]
    public string? Template { get; init; }

    [JsonPropertyName("normalize")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Normalize { get; init; }

    public SmsApiTemplate? ToTemplate() => Name is null ? null : new SmsApiTemplate(Name, Template) { Id = Id, Normalize = Normalize ?? false };
}
