namespace SmsGateway.SmsApi;

/// <summary>Short links: <c>/short_url</c>. For one in a text, see <see cref="SmsApiTags.Link"/>. For exceptions see <see cref="ISmsApiClient"/>. Thread-safe.</summary>
public interface ISmsApiLinks
{
    /// <summary>Lists the links.</summary>
    Task<IReadOnlyList<SmsApiLink>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads a link.</summary>
    Task<SmsApiLink> GetAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Makes a link. A name that is taken is refused with HTTP 409.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is null.</exception>
    Task<SmsApiLink> CreateAsync(SmsApiNewLink link, CancellationToken cancellationToken = default);

    /// <summary>Changes a link.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="link"/> is null.</exception>
    Task<SmsApiLink> UpdateAsync(string id, SmsApiNewLink link, CancellationToken cancellationToken = default);

    /// <summary>Deletes a link.</summary>
    Task DeleteAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Lists who opened links.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IReadOnlyList<SmsApiClick>> GetClicksAsync(SmsApiClickFilter? filter = null, CancellationToken cancellationToken = default);

    /// <summary>Orders a report of who opened links.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="cancellationToken">Stops the call; it may be made all the same.</param>
    /// <returns>Where the report will be.</returns>
    Task<Uri> CreateClicksReportAsync(SmsApiClickFilter? filter = null, CancellationToken cancellationToken = default);
}

/// <summary>A short link to make, or what it shall become.</summary>
/// <param name="Url">Where it leads.</param>
public sealed record SmsApiNewLink(Uri Url)
{
    /// <summary>The end of its address; null for one of the gateway's making.</summary>
    public string? Name { get; init; }

    /// <summary>A note.</summary>
    public string? Description { get; init; }

    /// <summary>How long it works, in whole minutes; null for always.</summary>
    public TimeSpan? ExpireAfter { get; init; }

    /// <summary>The name. Never the address, which may hold a secret.</summary>
    public override string ToString() => $"SmsApiNewLink {{ Name = {Name ?? "none"} }}";
}

/// <summary>A short link.</summary>
/// <param name="Id">Its id: opaque text.</param>
/// <param name="ShortUrl">Its address.</param>
public sealed record SmsApiLink(string Id, string? ShortUrl)
{
    /// <summary>Where it leads.</summary>
    public string? Url { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>The file that it shows, where it leads to one.</summary>
    public string? Filename { get; init; }

    /// <summary>The gateway's word for its kind.</summary>
    public string? Type { get; init; }

    /// <summary>The note.</summary>
    public string? Description { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? Expire { get; init; }

    /// <summary>How often it was opened.</summary>
    public long? Hits { get; init; }

    /// <summary>By how many it was opened.</summary>
    public long? UniqueHits { get; init; }

    /// <summary>Id and name. Never where it leads, which may hold a secret.</summary>
    public override string ToString() => $"SmsApiLink {{ Id = {Id}, Name = {Name ?? "none"} }}";
}

/// <summary>Which openings of links are asked for.</summary>
public sealed record SmsApiClickFilter
{
    /// <summary>From this day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Up to this day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Of these links, by id; empty for all.</summary>
    public IReadOnlyList<string> LinkIds { get; init; } = [];
}

/// <summary>The opening of a link.</summary>
/// <param name="ShortUrl">The link.</param>
public sealed record SmsApiClick(string? ShortUrl)
{
    /// <summary>The link's name.</summary>
    public string? Name { get; init; }

    /// <summary>The end of the address, which tells the recipient.</summary>
    public string? Suffix { get; init; }

    /// <summary>The recipient's number. Personal data.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>The operating system.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>The browser.</summary>
    public string? Browser { get; init; }

    /// <summary>The device.</summary>
    public string? Device { get; init; }

    /// <summary>The link and the time. Never the number.</summary>
    public override string ToString() => $"SmsApiClick {{ Name = {Name ?? "none"}, Date = {Date?.ToUnixTimeSeconds()} }}";
}
