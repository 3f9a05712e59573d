using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiSendernames"/>
internal sealed class SmsApiSendernames(SmsApiRestCalls rest) : ISmsApiSendernames
{
    private const string Path = "sms/sendernames";

    public Task<IReadOnlyList<SmsApiSender>> ListAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(Path, SmsApiJson.Default.SmsApiCollectionSmsApiSenderWire, item => item.ToSender(), cancellationToken);

    public Task<SmsApiSender> GetAsync(string name, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(name), SmsApiJson.Default.SmsApiSenderWire, json => json.ToSender(), cancellationToken);

    public Task<SmsApiSender> CreateAsync(string name, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return rest.SendAsync(HttpMethod.Post, Path, SmsApiRestBody.Form(("sender", name)), SmsApiJson.Default.SmsApiSenderWire, json => json.ToSender(), cancellationToken);
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(name), SmsApiRestBody.None, cancellationToken);

    public Task MakeDefaultAsync(string name, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Post, $"{Of(name)}/commands/make_default", SmsApiRestBody.None, cancellationToken);

    public Task<SmsApiStatement> GetStatementAsync(CancellationToken cancellationToken) =>
        rest.GetAsync($"{Path}/statement", SmsApiJson.Default.SmsApiStatementWire, json => json.ToStatement(), cancellationToken);

    private static string Of(string name) => $"{Path}/{SmsApiForm.Segment(name, nameof(name))}";
}

/// <summary>A statement, its section, or what one states.</summary>
internal sealed record SmsApiStatementWire
{
    [JsonPropertyName("title")]
    [JsonConverter(typeof(WireText))]
    public string? Title { get; init; }

    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; init; }

    [JsonPropertyName("content")]
    [JsonConverter(typeof(WireText))]
    public string? Content { get; init; }

    [JsonPropertyName("sections")]
    public SmsApiStatementWire?[]? Sections { get; init; }

    [JsonPropertyName("statements")]
    public SmsApiStatementWire?[]? Statements { get; init; }

    public SmsApiStatement ToStatement() => new(Content, [.. (Sections ?? []).OfType<SmsApiStatementWire>().Select(section => section.ToSection())]);

    private SmsApiStatementSection ToSection() => new(
        Title, Content, [.. (Statements ?? []).OfType<SmsApiStatementWire>().Select(item => KeyValuePair.Create(item.Type ?? "", item.Content ?? ""))]);
}
