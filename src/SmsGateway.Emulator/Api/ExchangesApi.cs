using System.Text.Json;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator.Api;

/// <summary>Exchanges with the gateways, and pushes to the application.</summary>
internal static class ExchangesApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/exchanges", ListAsync),
        new("DELETE", "/api/v1/exchanges", DeleteAsync),
        new("GET", "/api/v1/exchanges/{id}", OneAsync),
        new("GET", "/api/v1/exchanges/{id}/test", TestAsync),
        new("GET", "/api/v1/webhooks", WebhooksAsync),
    ];

    private static CapturedExchanges All(ApiCall call) => new(new StoreView<CapturedExchange>(call.Core.Exchanges, log: null));

    private static Task ListAsync(ApiCall call)
    {
        var (gateway, inbox) = (call.Query("gateway"), call.Query("inbox"));
        return ApiPage.WriteAsync(
            call,
            All(call),
            exchange => (gateway is null || string.Equals(exchange.Gateway?.ToString(), gateway, StringComparison.OrdinalIgnoreCase))
                && (inbox is null || string.Equals(exchange.Inbox, inbox, StringComparison.OrdinalIgnoreCase)),
            ExchangeJson.Write);
    }

    private static Task OneAsync(ApiCall call) => AnswerAsync(call, ExchangeJson.Write);

    private static Task TestAsync(ApiCall call) => AnswerAsync(call, static (writer, exchange) =>
    {
        writer.WriteStartObject();
        writer.WriteString("csharp", exchange.ToTest());
        writer.WriteEndObject();
    });

    private static Task AnswerAsync(ApiCall call, Action<Utf8JsonWriter, CapturedExchange> write) => All(call).FirstOrDefault(exchange => MessageJson.Id(exchange.Sequence) == call.Value) is { } exchange
        ? call.JsonAsync(exchange, write)
        : call.ProblemAsync(404, "There is no such exchange.");

    private static Task DeleteAsync(ApiCall call)
    {
        call.Core.Exchanges.Remove(log: null, _ => true);
        call.Core.Feed.Publish(EventKind.Cleared);
        return call.EmptyAsync();
    }

    private static Task WebhooksAsync(ApiCall call)
    {
        var message = call.Query("message");
        return ApiPage.WriteAsync(
            call,
            new WebhookLog(new StoreView<WebhookAttempt>(call.Core.Webhooks, log: null)),
            attempt => message is null || attempt.Messages.Any(id => MessageJson.Id(id) == message),
            ExchangeJson.Write);
    }
}
