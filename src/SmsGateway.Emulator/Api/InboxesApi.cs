using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>Inboxes: list, open, set targets and balances. Credentials are shown once, to whoever opens one.</summary>
internal static class InboxesApi
{
    public static readonly IReadOnlyList<ApiRoute> Routes =
    [
        new("GET", "/api/v1/inboxes", ListAsync),
        new("POST", "/api/v1/inboxes", OpenAsync),
        new("PUT", "/api/v1/inboxes/{name}", ChangeAsync),
    ];

    private static Task ListAsync(ApiCall call) => call.JsonAsync(call.Core.Inboxes.ToList(), static (writer, inboxes) =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        foreach (var inbox in inboxes)
        {
            writer.WriteStartObject();
            Write(writer, inbox);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static async Task OpenAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false) ?? throw new FormatException("The body is an object.");
        var name = body.Text("name");
        if (name is { Length: 0 or > 64 } || (name is not null && call.Core.FindInbox(name) is not null))
        {
            await call.ProblemAsync(409, "An inbox has a name of 1 to 64 characters that no other has.").ConfigureAwait(false);
            return;
        }

        var targets = Targets(body);
        var inbox = call.Core.AddInbox(name, new());
        Apply(inbox, body, targets);
        await call.JsonAsync(inbox, static (writer, inbox) =>
        {
            writer.WriteStartObject();
            Write(writer, inbox);
            WriteCredentials(writer, inbox.Credentials);
            writer.WriteEndObject();
        }, 201).ConfigureAwait(false);
    }

    private static async Task ChangeAsync(ApiCall call)
    {
        var body = await call.ReadAsync().ConfigureAwait(false) ?? throw new FormatException("The body is an object.");
        if (call.Core.FindInbox(call.Value) is not { } inbox)
        {
            await call.ProblemAsync(404, "There is no such inbox.").ConfigureAwait(false);
            return;
        }

        Apply(inbox, body, Targets(body));
        await call.JsonAsync(inbox, static (writer, inbox) =>
        {
            writer.WriteStartObject();
            Write(writer, inbox);
            writer.WriteEndObject();
        }).ConfigureAwait(false);
    }

    private static List<(Gateway Gateway, Uri? Target)> Targets(JsonElement body) => body.Member("webhooks") is { ValueKind: JsonValueKind.Object } webhooks
        ? [.. Enum.GetValues<Gateway>().Where(gateway => webhooks.TryGetProperty(gateway.ToString(), out _)).Select(gateway => (gateway, webhooks.Address(gateway.ToString())))]
        : [];

    private static void Apply(SmsInbox inbox, JsonElement body, List<(Gateway Gateway, Uri? Target)> targets)
    {
        foreach (var (gateway, target) in targets)
        {
            if (target is null)
            {
                inbox.WebhookTargets.Remove(gateway);
            }
            else
            {
                inbox.WebhookTargets[gateway] = target;
            }
        }

        if (body.Member("balance") is { ValueKind: JsonValueKind.Number } balance && balance.TryGetDecimal(out var amount))
        {
            inbox.Balance = amount;
        }
    }

    private static void Write(Utf8JsonWriter writer, SmsInbox inbox)
    {
        writer.WriteString("name", inbox.Name);
        writer.WriteNumber("messages", inbox.Messages.Count);
        writer.WriteNumber("exchanges", inbox.Exchanges.Count);
        writer.WriteStartObject("balances");
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            writer.WriteNumber(gateway.ToString(), inbox.GetBalance(gateway));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("webhooks");
        foreach (var (gateway, target) in inbox.WebhookTargets)
        {
            writer.WriteString(gateway.ToString(), Capture.Secrets.MaskUrl(target.OriginalString));
        }

        writer.WriteEndObject();
    }

    private static void WriteCredentials(Utf8JsonWriter writer, GatewayCredentials credentials)
    {
        writer.WriteStartObject("credentials");
        writer.WriteString("smsApiAccessToken", credentials.SmsApiAccessToken);
        writer.WriteString("smsApiUser", credentials.SmsApiUser);
        writer.WriteString("smsApiPassword", credentials.SmsApiPassword);
        writer.WriteString("speedSmsAccessToken", credentials.SpeedSmsAccessToken);
        writer.WriteString("speedMarketUser", credentials.SpeedMarketUser);
        writer.WriteString("speedMarketPassword", credentials.SpeedMarketPassword);
        writer.WriteString("smsClubToken", credentials.SmsClubToken);
        writer.WriteString("smsClubLogin", credentials.SmsClubLogin);
        writer.WriteString("smsClubPassword", credentials.SmsClubPassword);
        writer.WriteString("keyRefKey", credentials.KeyRefKey);
        writer.WriteEndObject();
    }
}
