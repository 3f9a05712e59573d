using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<string, Func<(string Gateway, int State)?>> _breakers = new(StringComparer.Ordinal);

    public SmsTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(SourceName);
        _messages = meter.CreateCounter<long>("sms.client.messages", "{message}", "Messages by what became of them.");
        _segments = meter.CreateCounter<long>("sms.client.segments", "{segment}", "Segments of accepted messages: what is paid for.");
        _attempts = meter.CreateCounter<long>("sms.client.attempts", "{attempt}", "Requests to gateways, repeats included.");
        _reconciled = meter.CreateCounter<long>("sms.client.reconciled", "{message}", "Messages whose lost answer was followed up, by what was found.");
        _duration = meter.CreateHistogram<double>("sms.client.send.duration", "s", "Time of one request with all its attempts and waits.");
        meter.CreateObservableGauge("sms.client.breaker.state", Breakers, "{state}", "The circuit breaker: 0 closed, 1 open, 2 half open, 3 isolated.");
    }

    /// <summary>Shows an account's breaker to whoever looks, until <see cref="Unwatch"/>.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="breaker">The gateway's name and the state; null while there is none.</param>
    public void Watch(string account, Func<(string Gateway, int State)?> breaker) => _breakers[account] = breaker;

    public void Unwatch(string account) => _breakers.TryRemove(account, out _);

    public static Activity? StartSend(string account, string gateway, int messages) => Start("sms send", account, gateway, messages);

    public static Activity? StartReconcile(string account, string gateway, int messages) => Start("sms reconcile", account, gateway, messages);

    private static Activity? Start(string name, string account, string gateway, int messages)
    {
        var activity = Source.StartActivity(name, ActivityKind.Client);
        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag("sms.account", account).SetTag("sms.gateway", gateway).SetTag("sms.batch.size", messages);
        }

        return activity;
    }

    public static void Describe(Activity? activity, IReadOnlyList<SmsResult> results)
    {
        if (activity is { IsAllDataRequested: true })
        {
            var accepted = results.Count(result => result?.IsAccepted == true);
            var unknown = results.Count(result => result?.Outcome == SmsOutcome.Unknown);
            activity.SetTag("sms.accepted", accepted).SetTag("sms.unknown", unknown);
            if (accepted < results.Count)
            {
                activity.SetTag("error.type", results.FirstOrDefault(result => result is { IsAccepted: false })?.Error?.Kind.ToString() ?? "Canceled");
                activity.SetStatus(ActivityStatusCode.Error);
            }
        }
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

    public void CountExchange(string account, string gateway, int attempts, SmsOutcome outcome, TimeProvider time, long started)
    {
        if (_attempts.Enabled)
        {
            _attempts.Add(attempts, new TagList { { "sms.account", account }, { "sms.gateway", gateway } });
        }

        if (_duration.Enabled)
        {
            _duration.Record(time.GetElapsedTime(started).TotalSeconds, new TagList { { "sms.account", account }, { "sms.gateway", gateway }, { "sms.outcome", NameOf(outcome) } });
        }
    }

    public void CountReconciled(string account, string gateway, SmsOutcome found)
    {
        if (_reconciled.Enabled)
        {
            _reconciled.Add(1, new TagList { { "sms.account", account }, { "sms.gateway", gateway }, { "sms.outcome", NameOf(found) } });
        }
    }

    private IEnumerable<Measurement<int>> Breakers()
    {
        foreach (var (account, breaker) in _breakers)
        {
            if (breaker() is var (gateway, state))
            {
                yield return new Measurement<int>(state, [new("sms.account", account), new("sms.gateway", gateway)]);
            }
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
