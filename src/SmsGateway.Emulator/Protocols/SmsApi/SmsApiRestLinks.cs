using System.Text.Json;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Short links by REST.</summary>
internal static class SmsApiRestLinks
{
    public const string Host = "https://idz.do/";

    public static GatewayReply Run(GatewayCall call, SmsApiAccount account)
    {
        var links = account.Links;
        return (call.Request.Method, SmsApiRest.Below(call, "/short_url/links")) switch
        {
            ("GET", []) => links.List(),
            ("POST", []) => Store(call, account, known: null),
            ("GET", [var id]) => links.Get(id),
            ("PUT", [var id]) => links.Find(id) is { } known ? Store(call, account, known) : SmsApiRest.NotFound(),
            ("DELETE", [var id]) => links.Delete(call, id),
            _ => SmsApiRest.NotFound(),
        };
    }

    public static void Write(Utf8JsonWriter writer, SmsApiLink link, IReadOnlyList<SmsApiClick> clicks)
    {
        var own = clicks.Where(click => click.Link == link.Id).ToList();
        writer.WriteString("id", link.Id);
        writer.WriteString("name", link.Name);
        writer.WriteString("url", link.Url);
        writer.WriteString("short_url", Host + link.Name);
        writer.WriteNull("filename");
        writer.WriteString("type", "URL");
        writer.WriteTime("expire", link.Expire);
        writer.WriteNumber("hits", own.Count);
        writer.WriteNumber("hits_unique", own.DistinctBy(click => click.Digits, StringComparer.Ordinal).Count());
        writer.WriteString("description", link.Description);
    }

    private static GatewayReply Store(GatewayCall call, SmsApiAccount account, SmsApiLink? known)
    {
        var parameters = call.Parameters;
        var id = known?.Id ?? account.NextNumber();
        var name = parameters["name"] is { Length: > 0 } wanted ? wanted : known?.Name ?? "l" + id;
        var url = parameters["url"] ?? known?.Url;
        return !Uri.TryCreate(url, UriKind.Absolute, out _) ? SmsApiRest.Invalid("url")
            : parameters.Has("expire_time") && Lifetime(call) is null ? SmsApiRest.Invalid("expire_time")
            : account.Links.All.Any(other => other.Name == name && other.Id != id) ? SmsApiRest.Taken("name")
            : account.Links.Keep(call, new(id, name, url, parameters["description"] ?? known?.Description, call.Now + Lifetime(call) ?? known?.Expire));
    }

    private static TimeSpan? Lifetime(GatewayCall call) => call.Parameters.Number("expire_time") is not (> 0 and var time) ? null : call.Parameters["expire_unit"] switch
    {
        null or "seconds" => TimeSpan.FromSeconds(time),
        "minutes" => TimeSpan.FromMinutes(time),
        "hours" => TimeSpan.FromHours(time),
        "days" => TimeSpan.FromDays(time),
        _ => null,
    };
}

/// <summary>A short link.</summary>
internal sealed record SmsApiLink(string Id, string Name, string Url, string? Description, DateTimeOffset? Expire) : ISmsApiEntry;
