using System.Globalization;
using System.Text.Json.Serialization;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiLinks"/>
internal sealed class SmsApiLinks(SmsApiRestCalls rest) : ISmsApiLinks
{
    private const string Path = "short_url/links";

    public Task<IReadOnlyList<SmsApiLink>> ListAsync(CancellationToken cancellationToken) =>
        rest.ListAsync(Path, SmsApiJson.Default.SmsApiCollectionSmsApiLinkWire, item => item.ToLink(), cancellationToken);

    public Task<SmsApiLink> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiLinkWire, json => json.ToLink(), cancellationToken);

    public Task<SmsApiLink> CreateAsync(SmsApiNewLink link, CancellationToken cancellationToken) => StoreAsync(HttpMethod.Post, Path, link, cancellationToken);

    public Task<SmsApiLink> UpdateAsync(string id, SmsApiNewLink link, CancellationToken cancellationToken) => StoreAsync(HttpMethod.Put, Of(id), link, cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    public Task<IReadOnlyList<SmsApiClick>> GetClicksAsync(SmsApiClickFilter? filter, CancellationToken cancellationToken) =>
        rest.ListAsync(Query("short_url/clicks", filter), SmsApiJson.Default.SmsApiCollectionSmsApiClickWire, item => item.ToClick(), cancellationToken);

    public Task<Uri> CreateClicksReportAsync(SmsApiClickFilter? filter, CancellationToken cancellationToken) => rest.SendAsync(
        HttpMethod.Post,
        Query("short_url/clicks_reports", filter),
        SmsApiRestBody.None,
        SmsApiJson.Default.SmsApiReportWire,
        json => Uri.TryCreate(json.Link, UriKind.Absolute, out var address) ? address : null,
        cancellationToken);

    private Task<SmsApiLink> StoreAsync(HttpMethod method, string path, SmsApiNewLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        Require(link.Url is { IsAbsoluteUri: true }, "A link leads to an absolute address.", nameof(link));
        var minutes = (int?)link.ExpireAfter?.TotalMinutes;
        var body = SmsApiRestBody.Form(
            ("url", link.Url.AbsoluteUri),
            ("name", link.Name),
            ("description", link.Description),
            ("expire_time", SmsApiForm.Number(minutes)),
            ("expire_unit", minutes is null ? null : "minutes"));
        return rest.SendAsync(method, path, body, SmsApiJson.Default.SmsApiLinkWire, json => json.ToLink(), cancellationToken);
    }

    // A list in a query is repeated under numbered names, as PHP has it.
    private static string Query(string path, SmsApiClickFilter? filter) => SmsApiForm.Query(
        path,
        [
            ("date_from", SmsApiForm.Date(filter?.From)),
            ("date_to", SmsApiForm.Date(filter?.To)),
            .. (filter?.LinkIds ?? []).Select((id, index) => (string.Create(CultureInfo.InvariantCulture, $"links[{index}]"), (string?)id)),
        ]);

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}

internal sealed record SmsApiLinkWire
{
    /// <summary>A text in one of the vendor's clients, a number in another.</summary>
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("url")]
    [JsonConverter(typeof(WireText))]
    public string? Url { get; init; }

    [JsonPropertyName("short_url")]
    [JsonConverter(typeof(WireText))]
    public string? ShortUrl { get; init; }

    [JsonPropertyName("filename")]
    [JsonConverter(typeof(WireText))]
    public string? Filename { get; init; }

    [JsonPropertyName("type")]
    [JsonConverter(typeof(WireText))]
    public string? Type { get; init; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; init; }

    [JsonPropertyName("expire")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? Expire { get; init; }

    [JsonPropertyName("hits")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? Hits { get; init; }

    [JsonPropertyName("hits_unique")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? UniqueHits { get; init; }

    public SmsApiLink? ToLink() => Id is null ? null : new SmsApiLink(Id, ShortUrl)
    {
        Url = Url,
        Name = Name,
        Filename = Filename,
        Type = Type,
        Description = Description,
        Expire = Expire,
        Hits = Hits.ToLong(),
        UniqueHits = UniqueHits.ToLong(),
    };
}

internal sealed record SmsApiClickWire
{
    [JsonPropertyName("name")]
    [JsonConverter(typeof(WireText))]
    public string? Name { get; init; }

    [JsonPropertyName("short_url")]
    [JsonConverter(typeof(WireText))]
    public string? ShortUrl { get; init; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("suffix")]
    [JsonConverter(typeof(WireText))]
    public string? Suffix { get; init; }

    [JsonPropertyName("date_hit")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? DateHit { get; init; }

    [JsonPropertyName("os")]
    [JsonConverter(typeof(WireText))]
    public string? Os { get; init; }

    [JsonPropertyName("browser")]
    [JsonConverter(typeof(WireText))]
    public string? Browser { get; init; }

    [JsonPropertyName("device")]
    [JsonConverter(typeof(WireText))]
    public string? Device { get; init; }

    public SmsApiClick ToClick() => new(ShortUrl)
    {
        Name = Name,
        Suffix = Suffix,
        PhoneNumber = PhoneNumber,
        Date = DateHit,
        OperatingSystem = Os,
        Browser = Browser,
        Device = Device,
    };
}

internal sealed record SmsApiReportWire
{
    [JsonPropertyName("link")]
    [JsonConverter(typeof(WireText))]
    public string? Link { get; init; }
}
