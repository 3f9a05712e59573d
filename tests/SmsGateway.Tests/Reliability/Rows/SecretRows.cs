using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.KeyRef;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Row 109: a secret that must stand in the address, where much prints it.</summary>
[Collection(Alone.Name)]
public sealed class SecretRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Fact]
    public async Task Row109_SecretInTheAddress_StandsInNoLogTagOrException()
    {
        ConcurrentQueue<string> seen = [];
        using var activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(happened => happened.Tags))}"),
        };
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => seen.Enqueue(string.Join(' ', tags.ToArray())));
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => seen.Enqueue(string.Join(' ', tags.ToArray())));
        meters.Start();
        await using var harness = Start(
            "KeyRef",
            options => ((KeyRefOptions)options).UseGet = true,
            services: services => services.ConfigureHttpClientDefaults(client => client.AddDefaultLogger()));
        foreach (var fault in new[] { Fault.None(), Fault.Reset(), Fault.Html(500), Fault.Redirect(302, "https://elsewhere.example/"), Fault.Unauthorized() })
        {
            harness.Inbox.Faults.On().Next(fault);
            var result = await SendAsync(harness, "KeyRef");
            seen.Enqueue($"{result} {result.Error} {result.Error?.Exception} {new SmsException(result.Error ?? new(SmsErrorKind.Unknown, ""))}");
        }

        await harness.Services.GetRequiredKeyedService<IKeyRefClient>("KeyRef").GetReportAsync(GatewayUnderTest.Of("KeyRef").Number(1)[1..], "order00000000109", Stop);

        var key = harness.Inbox.Credentials.KeyRefKey;
        Assert.True(harness.Inbox.Exchanges.Count >= 6);
        Assert.DoesNotContain(seen, line => line.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain(PrintedText.Lines, line => line.Contains(key, StringComparison.Ordinal));
    }
}
