using System.Diagnostics.Metrics;
using SmsGateway.Telemetry;

namespace SmsGateway.Events;

/// <summary>Counts what gateways tell us. Nothing in it is personal.</summary>
internal sealed class EventTelemetry
{
    private readonly Counter<long> _events;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _refused;

    public EventTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(SmsTelemetry.SourceName);
        _events = meter.CreateCounter<long>("sms.events", "{event}", "Delivery reports, replies and other callbacks, by what became of them.");
        _failures = meter.CreateCounter<long>("sms.events.failures", "{failure}", "Handlers that failed; the event comes again.");
        _refused = meter.CreateCounter<long>("sms.webhook.refused", "{request}", "Requests to a webhook that were refused, by HTTP status.");
    }

    public void Count(SmsEvent happened, string outcome) => _events.Add(
        1, new("sms.account", happened.Account), new("sms.event.kind", KindOf(happened)), new("sms.event.outcome", outcome));

    public void CountFailure(string account) => _failures.Add(1, new KeyValuePair<string, object?>("sms.account", account));

    public void CountRefused(int status) => _refused.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));

    private static string KindOf(SmsEvent happened) => happened switch
    {
        SmsDeliveryReport => "report",
        SmsInboundEvent => "inbound",
        _ => "other",
    };
}
