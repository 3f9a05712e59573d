using System.Text.Json.Serialization;
using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <inheritdoc cref="ISmsApiSubusers"/>
internal sealed class SmsApiSubusers(SmsApiRestCalls rest) : ISmsApiSubusers
{
    private const string Path = "subusers";

    public Task<IReadOnlyList<SmsApiSubuser>> ListAsync(string? query, CancellationToken cancellationToken) =>
        rest.ListAsync(SmsApiForm.Query(Path, ("q", query)), SmsApiJson.Default.SmsApiCollectionSmsApiSubuserWire, item => item.ToSubuser(), cancellationToken);

    public Task<SmsApiSubuser> GetAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync(Of(id), SmsApiJson.Default.SmsApiSubuserWire, json => json.ToSubuser(), cancellationToken);

    public Task<SmsApiSubuser> CreateAsync(SmsApiNewSubuser subuser, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(subuser);
        var body = new SmsApiSubuserBody
        {
            Credentials = new SmsApiCredentialsBody { Username = subuser.Username, Password = subuser.Password, ApiPassword = subuser.ApiPassword },
            Active = subuser.Active,
            Description = subuser.Description,
            Points = SmsApiPointsWire.Of(subuser.PointsFromAccount, subuser.PointsPerMonth),
        };
        return SendAsync(HttpMethod.Post, Path, body, cancellationToken);
    }

    public Task<SmsApiSubuser> UpdateAsync(string id, SmsApiSubuserChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        var body = new SmsApiSubuserBody
        {
            Credentials = change is { Password: null, ApiPassword: null } ? null : new SmsApiCredentialsBody { Password = change.Password, ApiPassword = change.ApiPassword },
            Active = change.Active,
            Description = change.Description,
            Points = SmsApiPointsWire.Of(change.PointsFromAccount, change.PointsPerMonth),
        };
        return SendAsync(HttpMethod.Put, Of(id), body, cancellationToken);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => rest.DoAsync(HttpMethod.Delete, Of(id), SmsApiRestBody.None, cancellationToken);

    public Task<SmsApiShare> GetSendernamesAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync($"{Of(id)}/shares/sendernames", SmsApiJson.Default.SmsApiShareWire, json => json.ToShare(), cancellationToken);

    public Task SetSendernamesAsync(string id, SmsApiShare share, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(share);
        return SetAsync($"{Of(id)}/shares/sendernames", new SmsApiShareWire { Access = share.Access, Senders = [.. share.Names] }, cancellationToken);
    }

    public Task<SmsApiShare> GetTemplatesAsync(string id, CancellationToken cancellationToken) =>
        rest.GetAsync($"{Of(id)}/shares/templates", SmsApiJson.Default.SmsApiShareWire, json => json.ToShare(), cancellationToken);

    public Task SetTemplatesAsync(string id, SmsApiShare share, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(share);
        return SetAsync($"{Of(id)}/shares/templates", new SmsApiShareWire { Access = share.Access, Templates = [.. share.Names] }, cancellationToken);
    }

    private Task<SmsApiSubuser> SendAsync(HttpMethod method, string path, SmsApiSubuserBody body, CancellationToken cancellationToken) => rest.SendAsync(
        method, path, SmsApiRestBody.Json(body, SmsApiJson.Default.SmsApiSubuserBody), SmsApiJson.Default.SmsApiSubuserWire, json => json.ToSubuser(), cancellationToken);

    private Task SetAsync(string path, SmsApiShareWire share, CancellationToken cancellationToken) =>
        rest.DoAsync(HttpMethod.Put, path, SmsApiRestBody.Json(share, SmsApiJson.Default.SmsApiShareWire), cancellationToken);

    private static string Of(string id) => $"{Path}/{SmsApiForm.Segment(id, nameof(id))}";
}

internal sealed record SmsApiSubuserBody
{
    [JsonPropertyName("credentials")]
    public SmsApiCredentialsBody? Credentials { get; init; }

    [JsonPropertyName("active")]
    public required bool Active { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("points")]
    public SmsApiPointsWire? Points { get; init; }
}

internal sealed record SmsApiCredentialsBody
{
    [JsonPropertyName("username")]
    public string? Username { get; init; }

    [JsonPropertyName("password")]
    public string? Password { get; init; }

    [JsonPropertyName("api_password")]
    public string? ApiPassword { get; init; }
}

internal sealed record SmsApiPointsWire
{
    [JsonPropertyName("from_account")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? FromAccount { get; init; }

    [JsonPropertyName("per_month")]
    [JsonConverter(typeof(WireNumber))]
    public decimal? PerMonth { get; init; }

    public static SmsApiPointsWire? Of(decimal? fromAccount, decimal? perMonth) =>
        fromAccount is null && perMonth is null ? null : new SmsApiPointsWire { FromAccount = fromAccount, PerMonth = perMonth };
}

internal sealed record SmsApiSubuserWire
{
    [JsonPropertyName("id")]
    [JsonConverter(typeof(WireText))]
    public string? Id { get; init; }

    [JsonPropertyName("username")]
    [JsonConverter(typeof(WireText))]
    public string? Username { get; init; }

    [JsonPropertyName("active")]
    [JsonConverter(typeof(WireFlag))]
    public bool? Active { get; init; }

    [JsonPropertyName("description")]
    [JsonConverter(typeof(WireText))]
    public string? Description { get; init; }

    [JsonPropertyName("points")]
    public SmsApiPointsWire? Points { get; init; }

    public SmsApiSubuser? ToSubuser() => Id is null ? null : new SmsApiSubuser(Id, Username)
    {
        Active = Active,
        Description = Description,
        PointsFromAccount = Points?.FromAccount,
        PointsPerMonth = Points?.PerMonth,
    };
}

internal sealed record SmsApiShareWire
{
    [JsonPropertyName("access")]
    public string? Access { get; init; }

    [JsonPropertyName("senders")]
    public string[]? Senders { get; init; }

    [JsonPropertyName("templates")]
    public string[]? Templates { get; init; }

    public SmsApiShare? ToShare() => Access is null ? null : new SmsApiShare(Access, Senders ?? Templates ?? []);
}
