using System.Text.Json;
using SmsGateway.Emulator.Hosting;

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

    /// <summary>What the page shows around its list, in one look over the messages.</summary>
    private static Task SummaryAsync(ApiCall call) => call.JsonAsync(call, static (writer, call) =>
    {
        var core = call.Core;
        var messages = core.Messages.Since(log: null, default);
        writer.WriteStartObject();
        writer.WriteString("run", core.Run);
        writer.WriteString("cursor", MessageJson.Id(core.Feed.Last));
        writer.WriteNumber("messages", messages.Length);
        writer.WriteNumber("segments", messages.Sum(message => message.Segments));
        writer.WriteNumber("exchanges", core.Exchanges.Count(log: null));
        writer.WriteNumber("webhooks", core.Webhooks.Count(log: null));
        writer.WriteNumber("faultsArmed", FaultsApi.Armed(core));
        writer.WriteBoolean("anyCredentials", core.Options.AcceptAnyCredentials);
        writer.WriteBoolean("magicNumbers", core.Options.MagicNumbers);
        WriteCounts(writer, core, messages);
        WriteAddresses(writer, call);
        writer.WriteEndObject();
    });

    private static void WriteCounts(Utf8JsonWriter writer, EmulatorCore core, CapturedMessage[] messages)
    {
        var (cost, byGateway) = (new SortedDictionary<string, decimal>(StringComparer.Ordinal), new Dictionary<Gateway, int>());
        foreach (var message in messages)
        {
            cost[message.Currency] = cost.GetValueOrDefault(message.Currency) + message.Price;
            byGateway[message.Gateway] = byGateway.GetValueOrDefault(message.Gateway) + 1;
        }

        writer.WriteStartObject("cost");
        foreach (var (currency, amount) in cost)
        {
            writer.WriteNumber(currency, amount);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("gateways");
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            writer.WriteNumber(gateway.ToString(), byGateway.GetValueOrDefault(gateway));
        }

        writer.WriteEndObject();
        writer.WriteStartArray("inboxes");
        foreach (var inbox in core.Inboxes)
        {
            writer.WriteStartObject();
            writer.WriteString("name", inbox.Name);
            writer.WriteNumber("messages", inbox.Messages.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAddresses(Utf8JsonWriter writer, ApiCall call)
    {
        writer.WriteStartObject("baseAddresses");
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            writer.WriteString(gateway.ToString(), call.BaseAddress(gateway));
        }

        writer.WriteEndObject();
    }
}
