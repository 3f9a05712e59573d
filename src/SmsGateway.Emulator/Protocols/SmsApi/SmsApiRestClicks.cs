using System.Text.Json;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Who opened short links, by REST: as a list, and as a report to fetch.</summary>
internal static class SmsApiRestClicks
{
    public static GatewayReply List(GatewayCall call, SmsApiAccount account) =>
        Find(call, account) is { } found ? SmsApiRest.Collection(found, Write) : SmsApiRest.Invalid("date_from");

    /// <summary>The order of a report answers with its address, and that answers with the lines.</summary>
    public static GatewayReply Report(GatewayCall call, SmsApiAccount account)
    {
        var reports = account.ClicksReports;
        if ((call.Request.Method, SmsApiRest.Below(call, "/short_url/clicks_reports")) is ("GET", [var asked]))
        {
            return reports.TryGetValue(asked, out var lines) ? GatewayReply.Text(lines, "text/csv") : SmsApiRest.NotFound();
        }

        if (Find(call, account) is not { } found)
        {
            return SmsApiRest.Invalid("date_from");
        }

        var id = account.NextObjectId();
        if (call.Keeps)
        {
            reports[id] = "name;short_url;phone_number\n" + string.Concat(found.Select(click => $"{click.Name};{click.ShortUrl};{click.Digits}\n"));
        }

        return SmsApiRest.Object($"{call.Request.Scheme}://{call.Request.Host}/short_url/clicks_reports/{id}", static (writer, link) => writer.WriteString("link", link), 201);
    }

    /// <summary>The opening of the link in a message: one that REST made, or one that a tag in the text became. Null when there is none.</summary>
    public static SmsApiClick? Of(CapturedMessage message, SmsInbox inbox)
    {
        if (OneTimeCode.FindLink(message.Text) is not { } opened)
        {
            return null;
        }

        var link = inbox.SmsApiAccount.Links.All.FirstOrDefault(link => SmsApiRestLinks.Host + link.Name == opened.OriginalString);
        return new(link?.Id, opened.AbsolutePath.Trim('/'), opened.OriginalString, message.To[1..], inbox.Core.Now);
    }

    private static List<SmsApiClick>? Find(GatewayCall call, SmsApiAccount account)
    {
        var (from, to) = (call.Parameters["date_from"], call.Parameters["date_to"]);
        if ((from is not null && SmsApiRest.Day(from) is null) || (to is not null && SmsApiRest.Day(to) is null))
        {
            return null;
        }

        var links = call.Parameters.Elements("links") ?? call.Parameters["links"]?.Split(',');
        return
        [
            .. account.Clicks.Where(click =>
                (from is null || click.Day >= SmsApiRest.Day(from))
                && (to is null || click.Day <= SmsApiRest.Day(to))
                && (links is null || links.Contains(click.Link, StringComparer.Ordinal))),
        ];
    }

    private static void Write(Utf8JsonWriter writer, SmsApiClick click)
    {
        writer.WriteString("name", click.Name);
        writer.WriteString("short_url", click.ShortUrl);
        writer.WriteString("suffix", click.Name);
        writer.WriteString("phone_number", click.Digits);
        writer.WriteTime("date_hit", click.At);
        writer.WriteString("os", "Android");
        writer.WriteString("browser", "Chrome");
        writer.WriteString("device", "PC");
    }
}

/// <summary>A phone opened a link.</summary>
internal sealed record SmsApiClick(string? Link, string Name, string ShortUrl, string Digits, DateTimeOffset At)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
}
