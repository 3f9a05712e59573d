using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SmsGateway.Telemetry;

/// <summary>
/// The library's traces and metrics, both named "SmsGateway"; docs/telemetry.md lists them. Nothing in them is personal: no
/// number, text, reference or address. When nobody listens they cost a comparison.
/// </summary>
internal sealed class SmsTelemetry
{
    public const string SourceName = "SmsGateway";

    private static readonly ActivitySource Source = new(SourceName, typeof(SmsTelemetry).Assembly.GetName().Version?.ToString(3));

    private readonly Counter<long> _messages;
    private readonly Counter<long> _segments;
    private readonly Counter<long> _attempts;
    private readonly Counter<long> _reconciled;
    private readonly Histogram<double> _duration;
    private readonly Meter _meter;

    public SmsTelemetry(IMeterFactory meters)
    {
        _meter = meters.Create(SourceName);
        _messages = _meter.CreateCounter<long>("sms.client.messages", "{message}", "Messages by what became of them.");
        _segments = _meter.CreateCounter<long>("sms.client.segments", "{segment}", "Segments of accepted messages: what is paid for.");
        _attempts = _meter.CreateCounter<long>("sms.client.attempts", "{attempt}", "Requests to gateways, repeats included.");
        _reconciled = _meter.CreateCounter<long>("sms.client.reconciled", "{message}", "Messages whose lost answer was followed up, by what was found.");
        _duration = _meter.CreateHistogram<double>("sms.client.send.duration", "s", "Time of one request with all its attempts and waits.");
    }

    /// <summary>Reports the state of an account's breaker, whenever somebody looks.</summary>
    public void Observe(string account, string gateway, Func<int> breakerState) => _meter.CreateObservableGauge(
        "sms.client.breaker.state",
        () => new Measurement<int>(breakerState(), [new("sms.account", account), new("sms.gateway", gateway)]),
        "{state}",
        "The circuit breaker: 0 closed, 1 open, 2 half open, 3 isolated.");

    public static Activity? StartSend(string account, string gateway, int messages)
    {
        var activity = Source.StartActivity("sms send", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("sms.account", account).SetTag("sms.gateway", gateway).SetTag("sms.batch.size", messages);
        }

        return activity;
    }

    public static void End(Activity activity, SmsResult[] results)
    {
        if (activity.IsAllDataRequested)
        {
            var accepted = results.Count(result => result?.IsAccepted == true);
            var unknown = results.Count(result => result?.Outcome == SmsOutcome.Unknown);
            activity.SetTag("sms.accepted", accepted).SetTag("sms.unknown", unknown);
            if (accepted < results.Length)
            {
                activity.SetTag("error.type", Array.Find(results, result => result is { IsAccepted: false })?.Error?.Kind.ToString() ?? "Canceled");
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }

        activity.Dispose();
    }

    public void Count(string gateway, SmsResult result)
    {
        if (_messages.Enabled)
        {
            TagList tags = new() { { "sms.account", result.Account }, { "sms.gateway", gateway }, { "sms.outcome", NameOf(result.Outcome) } };
            if (result.Error is { } error)
            {
                tags.Add("error.type", error.Kind.ToString());
            }

            _messages.Add(1, tags);
        }

        if (_segments.Enabled && result is { IsAccepted: true, IsSimulated: false, Segments: { } segments })
        {
            _segments.Add(segments, new TagList { { "sms.account", result.Account }, { "sms.gateway", gateway } });
        }
    }

    public void CountExchange(string account, string gateway, int attempts, SmsOutcome outcome, TimeSpan duration)
    {
        if (_attempts.Enabled)
        {
            _attempts.Add(attempts, new TagList { { "sms.account", account }, { "sms.gateway", gateway } });
        }

        if (_duration.Enabled)
        {
            _duration.Record(duration.TotalSeconds, new TagList { { "sms.account", account }, { "sms.gateway", gateway }, { "sms.outcome", NameOf(outcome) } });
        }
    }

    public void CountReconciled(string account, string gateway, SmsOutcome found)
    {
        if (_reconciled.Enabled)
        {
            _reconciled.Add(1, new TagList { { "sms.account", account }, { "sms.gateway", gateway }, { "sms.outcome", NameOf(found) } });
        }
    }

    private static string NameOf(SmsOutcome outcome) => outcome switch
    {
        SmsOutcome.Accepted => "accepted",
        SmsOutcome.Rejected => "rejected",
        SmsOutcome.NotSent => "not_sent",
        _ => "unknown",
    };
}
