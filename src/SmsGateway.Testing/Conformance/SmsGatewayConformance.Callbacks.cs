using System.Text;
using SmsGateway.Webhooks;

namespace SmsGateway.Testing;

public abstract partial class SmsGatewayConformance
{
    private static readonly string?[] ContentTypes = [null, "application/json", "application/x-www-form-urlencoded", "image/png"];

    private async Task Callbacks_OfNobody_AreNoReportsAndNeverThrow(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        var server = Serve();
        await using var serving = server.ConfigureAwait(false);
        var run = Start(server);
        await using var running = run.ConfigureAwait(false);
        var pushes = run.Info.Has(SmsCapabilities.DeliveryReports) || run.Info.Has(SmsCapabilities.Inbound);
        Expect.That(run.Webhook is not null == pushes, $"Its info {(pushes ? "says that it calls back" : "names no callbacks")}, but it {(pushes ? "has no" : "has a")} Webhook.");
        if (run.Webhook is not { } webhook)
        {
            return;
        }

        foreach (var body in (string[])[.. Unreadable, "=&=&%&%G1&&", "a=%FF%00", new string('&', 5_000), $"x={new string('x', 50_000)}"])
        {
            foreach (var type in ContentTypes)
            {
                foreach (var request in RequestsOf(webhook.Methods, body, type))
                {
                    Expect.That(!webhook.Read(request).Events.OfType<SmsDeliveryReport>().Any(), $"{request} with {type ?? "no type"} is none of its callbacks, but was read as a report.");
                }
            }
        }
    }

    private static IEnumerable<SmsWebhookRequest> RequestsOf(SmsWebhookMethods methods, string body, string? type)
    {
        if (methods.HasFlag(SmsWebhookMethods.Get))
        {
            yield return new() { Account = ConformanceRun.Account, Method = "GET", Query = body, ReceivedAt = DateTimeOffset.UnixEpoch };
        }

        if (methods.HasFlag(SmsWebhookMethods.Post))
        {
            yield return new() { Account = ConformanceRun.Account, Method = "POST", ContentType = type, Body = Encoding.UTF8.GetBytes(body), ReceivedAt = DateTimeOffset.UnixEpoch };
        }
    }
}
