using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Telemetry;

/// <summary>Traces, metrics and log of the path. Alone, for whoever is traced sends headers that others do not expect.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests(EmulatorFixture fixture)
{
    private const string Number = "+55119001";

    [Fact]
    public async Task Messages_EveryOutcome_IsCountedWithItsReason()
    {
        using var meter = new Measured();
        await using var harness = Start(options => options.Resilience.MaxRetryAfter = TimeSpan.FromMilliseconds(20));
        harness.Inbox.Faults.On().Next(Fault.None()).Then(Fault.GatewayError("050")).Then(Fault.RateLimited(TimeSpan.FromDays(1))).Then(Fault.CloseFin().AndAccept());
        for (var i = 0; i < 4; i++)
        {
            await harness.SendAsync(Message(i));
        }

        Assert.Equal(
            [
                "1 sms.account=br sms.gateway=SpeedMarket sms.outcome=accepted",
                "1 error.type=ConnectionLost sms.account=br sms.gateway=SpeedMarket sms.outcome=unknown",
                "1 error.type=InvalidRecipient sms.account=br sms.gateway=SpeedMarket sms.outcome=rejected",
                "1 error.type=RateLimited sms.account=br sms.gateway=SpeedMarket sms.outcome=not_sent",
            ],
            meter.Of("sms.client.messages").OrderBy(line => line.Contains("error", StringComparison.Ordinal)).ThenBy(line => line, StringComparer.Ordinal));
    }

    [Fact]
    public async Task SegmentsAndAttempts_ABulkWithARepeat_AreCounted()
    {
        using var meter = new Measured();
        await using var harness = Start(options => options.Resilience.MaxAttempts = 2);
        harness.Inbox.Faults.On().Next(Fault.GatewayError("100"));

        await harness.SendAsync(Message(1) with { Text = new string('a', 200) }, Message(2) with { Text = new string('a', 200) });

        Assert.Equal(4, meter.Sum("sms.client.segments"));
        Assert.Equal(2, meter.Sum("sms.client.attempts"));
        Assert.Equal("sms.account=br sms.gateway=SpeedMarket sms.outcome=accepted", Assert.Single(meter.Of("sms.client.send.duration")).Split(' ', 2)[1]);
        Assert.InRange(meter.Sum("sms.client.send.duration"), 0, 60);
    }

    [Fact]
    public async Task Reconciled_LostAnswerFound_IsCounted()
    {
        using var meter = new Measured();
        await using var harness = Start(options =>
        {
            options.Resilience.Reconciliation.Enabled = true;
            options.Resilience.Reconciliation.Delays = [TimeSpan.FromMilliseconds(5)];
        });
        harness.Inbox.Faults.On().Next(Fault.CloseFin().AndAccept());

        await harness.SendAsync(Message(1));

        Assert.Equal("1 sms.account=br sms.gateway=SpeedMarket sms.outcome=accepted", Assert.Single(meter.Of("sms.client.reconciled")));
    }

    [Fact]
    public async Task BreakerState_GatewayFails_ShowsOpen()
    {
        using var meter = new Measured();
        await using var harness = Start(options => options.Resilience.CircuitBreaker = new() { MinimumThroughput = 2 });
        await harness.SendAsync(Message(1));
        meter.Observe();
        Assert.Equal("0 sms.account=br sms.gateway=SpeedMarket", meter.Of("sms.client.breaker.state")[^1]);

        harness.Inbox.Faults.On().Always(Fault.Html(500));
        for (var i = 0; i < 4; i++)
        {
            await harness.SendAsync(Message(2));
        }

        meter.Observe();
        Assert.Equal("1 sms.account=br sms.gateway=SpeedMarket", meter.Of("sms.client.breaker.state")[^1]);
    }

    [Fact]
    public async Task Activities_SendAndReconcile_TellWhatHappenedAndNothingPersonal()
    {
        ConcurrentQueue<Activity> stopped = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "SmsGateway",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var harness = Start();
        harness.Inbox.Faults.On().Next(Fault.None()).Then(Fault.CloseFin().AndAccept());

        await harness.SendAsync(Message(1));
        var message = Message(2) with { Reference = "order0000000002" };
        var lost = (await harness.SendAsync(message))[0];
        await harness.Client.GetRequiredService<ISmsReconciler>().ReconcileAsync([SmsInDoubt.Of(message, lost)], TestContext.Current.CancellationToken);

        Assert.Equal(["sms send", "sms send", "sms reconcile"], stopped.Select(activity => activity.DisplayName));
        Assert.All(stopped, activity => Assert.Equal(ActivityKind.Client, activity.Kind));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error, ActivityStatusCode.Unset], stopped.Select(activity => activity.Status));
        Assert.Equal("sms.account=br sms.gateway=SpeedMarket sms.batch.size=1 sms.accepted=0 sms.unknown=1 error.type=ConnectionLost", TagsOf(stopped.ElementAt(1)));
        Assert.Equal("sms.account=br sms.gateway=SpeedMarket sms.batch.size=1", TagsOf(stopped.ElementAt(2)));

        static string TagsOf(Activity activity) => string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public async Task Log_EachEvent_HasItsIdAndLevel()
    {
        using var log = new LogSink();
        await using var harness = Start(
            options =>
            {
                options.Resilience.Reconciliation.Enabled = true;
                options.Resilience.Reconciliation.Delays = [TimeSpan.FromMilliseconds(5)];
                options.Resilience.Reconciliation.SettleTime = TimeSpan.Zero;
            },
            log.AddTo);
        harness.Inbox.Faults.On().Next(Fault.CloseFin().AndIgnore()).Then(Fault.Unauthorized()).Then(Fault.GatewayError("050"));
        for (var i = 0; i < 3; i++)
        {
            await harness.SendAsync(Message(i));
        }

        Assert.Equal(
            [
                (1, LogLevel.Debug), (1, LogLevel.Debug), (1, LogLevel.Debug), (2, LogLevel.Warning), (3, LogLevel.Debug), (3, LogLevel.Debug),
                (4, LogLevel.Warning), (5, LogLevel.Information),
            ],
            log.Lines.Select(line => (line.Id.Id, line.Level)).Order());
        Assert.All(log.Lines, line => Assert.DoesNotContain(Number[1..], line.Line));
    }

    private static SmsMessage Message(int i) => new(GatewayUnderTest.Of("SpeedMarket").Number(i), "hello");

    private Harness Start(Action<SmsAccountOptions>? options = null, Action<IServiceCollection>? services = null) =>
        new(fixture, (builder, harness) => harness.Add(builder, "SpeedMarket", "br", settings =>
        {
            settings.Resilience.MaxAttempts = 1;
            options?.Invoke(settings);
        }), services);

    /// <summary>What the library's meter says of the account "br".</summary>
    private sealed class Measured : IDisposable
    {
        private readonly ConcurrentQueue<(string Instrument, double Value, string Tags)> _seen = [];
        private readonly MeterListener _listener = new();

        public Measured()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "SmsGateway")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => See(instrument, value, tags));
            _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => See(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => See(instrument, value, tags));
            _listener.Start();
        }

        public void Observe() => _listener.RecordObservableInstruments();

        public IReadOnlyList<string> Of(string instrument) =>
            [.. _seen.Where(seen => seen.Instrument == instrument).Select(seen => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seen.Value} {seen.Tags}"))];

        public double Sum(string instrument) => _seen.Where(seen => seen.Instrument == instrument).Sum(seen => seen.Value);

        public void Dispose() => _listener.Dispose();

        private void See(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var all = tags.ToArray();
            if (all.Any(tag => tag is { Key: "sms.account", Value: "br" }))
            {
                _seen.Enqueue((instrument.Name, value, string.Join(' ', all.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"))));
            }
        }
    }
}
