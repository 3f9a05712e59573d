using System.Text;
using System.Text.Json.Serialization;
using SmsGateway.Http;
using static SmsGateway.SmsApi.SmsApiArgument;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiBlacklist"/>
internal sealed class SmsApiBlacklist(SmsApiRestCalls rest) : ISmsApiBlacklist
{
    private const string Path = "blacklist/phone_numbers";
    private const string Csv = "text/csv";

    public Task<SmsApiPage<SmsApiBlockedNumber>> ListAsync(string? query, int? offset, int? limit, CancellationToken cancellationToken) => rest.PageAsync(
        SmsApiForm.Query(Path, ("q", query), ("offset", SmsApiForm.Number(offset)), ("limit", SmsApiForm.Number(limit))),
        SmsApiJson.Default.SmsApiCollectionSmsApiBlockedWire,
        item => item.ToBlocked(),
        cancellationToken);

    public Task<SmsApiBlockedNumber> AddAsync(string phoneNumber, DateOnly? expireAt, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(phoneNumber);
        var body = SmsApiRestBody.Form(("phone_number", phoneNumber), ("expire_at", SmsApiForm.Date(expireAt)));
        return rest.SendAsync(HttpMethod.Post, Path, body, SmsApiJson.Default.SmsApiBlockedWire, json => json.ToBlocked(), cancellationToken);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Delete, $"{Path}/{SmsApiForm.Segment(id, nameof(id))}", SmsApiRestBody.None, cancellationToken);

    public Task DeleteAllAsync(string? phoneNumber, CancellationToken cancellationToken)
    {
        // A blank number would delete everything.
        Require(phoneNumber is null || !string.IsNullOrWhiteSpace(phoneNumber), "A number, or null for everything.", nameof(phoneNumber));
        return rest.DoAsync(HttpMethod.Delete, SmsApiForm.Query(Path, ("phone_number", phoneNumber)), SmsApiRestBody.None, cancellationToken);
    }

    public Task ImportAsync(IReadOnlyList<string> phoneNumbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(phoneNumbers);
        Require(phoneNumbers.Count > 0 && phoneNumbers.All(number => number is { Length: > 0 } && number.All(char.IsAsciiDigit)), "At least one number, all of them digits with country code.", nameof(phoneNumbers));
        return rest.DoAsync(HttpMethod.Post, $"{Path}/imports", new SmsApiRestBody(Encoding.ASCII.GetBytes(string.Join('\n', phoneNumbers)), Csv), cancellationToken);
    }
}

/// <inheritdoc cref="ISmsApiOptOuts"/>
internal sealed class SmsApiOptOuts(SmsApiRestCalls rest) : ISmsApiOptOuts
{
    private const string Path = "opt_outs";

    public Task<SmsApiPage<SmsApiOptOut>> ListAsync(string? phoneNumber, int? offset, int? limit, CancellationToken cancellationToken) => rest.PageAsync(
        SmsApiForm.Query(Path, ("phone_number", phoneNumber), ("offset", SmsApiForm.Number(offset)), ("limit", SmsApiForm.Number(limit))),
        SmsApiJson.Default.SmsApiCollectionSmsApiOptOutWire,
        item => item.ToOptOut(),
        cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Delete, $"{Path}/{SmsApiForm.Segment(id, nameof(id))}", SmsApiRestBody.None, cancellationToken);

    public Task<SmsApiOptOutSettings> GetSettingsAsync(CancellationToken cancellationToken) =>
        rest.GetAsync($"{Path}/settings", SmsApiJson.Default.SmsApiOptOutSettingsWire, json => new SmsApiOptOutSettings(json.Brand), cancellationToken);

    public Task<SmsApiOptOutSettings> UpdateSettingsAsync(SmsApiOptOutSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return rest.SendAsync(
            HttpMethod.Put,
            $"{Path}/settings",
            SmsApiRestBody.Json(new SmsApiOptOutSettingsWire { Brand = settings.Brand }, SmsApiJson.Default.SmsApiOptOutSettingsWire),
            SmsApiJson.Default.SmsApiOptOutSettingsWire,
            json => new SmsApiOptOutSettings(json.Brand),
            cancellationToken);
    }
}

internal sealed record SmsApiBlockedWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("phone_number")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("expire_at")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? ExpireAt { get; init; }

    [JsonPropertyName("created_at")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? CreatedAt { get; init; }

    public SmsApiBlockedNumber? ToBlocked() => Id is null ? null : new SmsApiBlockedNumber(Id, PhoneNumber, ExpireAt, CreatedAt);
}

internal sealed record SmsApiOptOutWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    /// <summary>Camel case, and an integer: unlike everywhere else.</summary>
    [JsonPropertyName("phoneNumber")]
    [JsonConverter(typeof(WireText))]
    public string? PhoneNumber { get; init; }

    [JsonPropertyName("date")]
    [JsonConverter(typeof(SmsApiTime))]
    public DateTimeOffset? Date { get; init; }

    public SmsApiOptOut? ToOptOut() => Id is null ? null : new SmsApiOptOut(Id, PhoneNumber, Date);
}

internal sealed record SmsApiOptOutSettingsWire
{
    [JsonPropertyName("brand")]
    [JsonConverter(typeof(WireText))]
    public string? Brand { get; init; }
}
