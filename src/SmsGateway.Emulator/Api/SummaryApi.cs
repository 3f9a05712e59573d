using System.Text.Json;

namespace SmsGateway.Emulator.Api;

/// <summary>Health, totals, and starting over.</summary>
internal static class SummaryApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/livez", HealthyAsync),
        new("GET", "/readyz", HealthyAsync),
        new("GET", "/api/v1/summary", SummaryAsync),
        new("POST", "/api/v1/reset", ResetAsync),
    ];

    private static Task HealthyAsync(ApiCall call) => call.JsonAsync("ok", static (writer, word) =>
    {
        writer.WriteStartObject();
        writer.WriteString("status", word);
        writer.WriteEndObject();
    });

    private static Task ResetAsync(ApiCall call)
    {
        call.Core.Reset();
        return call.EmptyAsync();
    }

    /// <summary>What the page shows around its list.</summary>
    private static Task SummaryAsync(ApiCall call) => call.JsonAsync(call, static (writer, call) =>
    {
        var messages = call.Core.Messages.Since(log: null, default);
        writer.WriteStartObject();
        writer.WriteString("cursor", MessageJson.Id(call.Core.Feed.Last));
        writer.WriteNumber("messages", messages.Length);
        writer.WriteNumber("segments", messages.Sum(message => message.Segments));
        writer.WriteNumber("faultsArmed", FaultsApi.Armed(call.Core));
        writer.WriteBoolean("anyCredentials", call.Core.Options.AcceptAnyCredentials);
        WriteCosts(writer, messages);
        WriteAddresses(writer, call);
        writer.WriteEndObject();
    });

    private static void WriteCosts(Utf8JsonWriter writer, CapturedMessage[] messages)
    {
        writer.WriteStartObject("cost");
        foreach (var group in messages.GroupBy(message => message.Currency, StringComparer.Ordinal))
        {
            writer.WriteNumber(group.Key, group.Sum(message => message.Price));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("gateways");
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            writer.WriteNumber(gateway.ToString(), messages.Count(message => message.Gateway == gateway));
        }

        writer.WriteEndObject();
    }

    // As the caller knows us: behind a proxy or in a container that is not the address we listen on.
    private static void WriteAddresses(Utf8JsonWriter writer, ApiCall call)
    {
        var request = call.Http.Request;
        writer.WriteStartObject("baseAddresses");
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            writer.WriteString(gateway.ToString(), $"{request.Scheme}://{request.Host}/{call.Core.Protocol(gateway).BasePath}");
        }

        writer.WriteEndObject();
    }
}
