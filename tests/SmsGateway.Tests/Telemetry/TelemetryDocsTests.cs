using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Events;
using SmsGateway.Telemetry;
using SmsGateway.Tests.Docs;

namespace SmsGateway.Tests.Telemetry;

/// <summary>docs/telemetry.md lists exactly what there is.</summary>
public sealed partial class TelemetryDocsTests
{
    private static readonly string Guide = WrittenDocument.Read("docs", "telemetry.md");

    [Fact]
    public void Guide_Metrics_AreThoseOfTheMeter()
    {
        List<string> published = [];
        using var listener = new MeterListener();
        using var provider = new ServiceCollection().AddMetrics().AddSingleton<SmsTelemetry>().AddSingleton<EventTelemetry>().BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, meters))
            {
                published.Add($"{instrument.Name} {KindOf(instrument)} {instrument.Unit} {instrument.Description}");
            }
        };
        listener.Start();
        provider.GetRequiredService<SmsTelemetry>();
        provider.GetRequiredService<EventTelemetry>();

        Assert.Equal(
            published.Order(StringComparer.Ordinal),
            MetricRow().Matches(Guide).Select(row => $"{row.Groups["name"]} {row.Groups["kind"]} {row.Groups["unit"]} {row.Groups["text"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Guide_LogEvents_AreThoseOfTheLibrary()
    {
        var events = typeof(SmsLog).GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(method => method.Message is not null)
            .Select(method => $"{method.Message!.EventId} {method.Message.Level} {method.Name}");

        Assert.Equal(events.Order(StringComparer.Ordinal), EventRow().Matches(Guide).Select(row => $"{row.Groups["id"]} {row.Groups["level"]} {row.Groups["name"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Dashboard_ShowsEveryMetricAndAsksForNoOther()
    {
        var metrics = MetricRow().Matches(Guide).Select(row => (row.Groups["name"].Value.Replace('.', '_') + (row.Groups["kind"].Value, row.Groups["unit"].Value) switch
        {
            ("counter", _) => "_total",
            ("histogram", "s") => "_seconds",
            _ => "",
        })).ToList();
        var attributes = AttributeRow().Matches(Guide).Select(row => row.Groups["name"].Value.Replace('.', '_')).Append("le").ToList();
        using var dashboard = JsonDocument.Parse(WrittenDocument.Read("docs", "dashboards", "sms-gateway.json"));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!).ToList();

        var asked = queries.SelectMany(query => MetricName().Matches(query).Select(name => HistogramPart().Replace(name.Value, ""))).Distinct();
        var labels = queries.SelectMany(query => LabelName().Matches(query)).SelectMany(names => names.Value.Split(',', StringSplitOptions.TrimEntries)).Distinct();

        Assert.Equal(metrics.Order(StringComparer.Ordinal), asked.Order(StringComparer.Ordinal));
        Assert.Empty(labels.Except(attributes));
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Counter<long> => "counter",
        Histogram<double> => "histogram",
        _ => "gauge",
    };

    [GeneratedRegex(@"^\| `(?<name>sms\.[\w.]*)` \| (?<kind>\w+) \| `(?<unit>[^`]+)` \| [^|]+ \| (?<text>.+) \|$", RegexOptions.Multiline)]
    private static partial Regex MetricRow();

    [GeneratedRegex(@"^\| `(?<name>[a-z_.]+)` \| (?!counter|histogram|gauge)", RegexOptions.Multiline)]
    private static partial Regex AttributeRow();

    [GeneratedRegex(@"sms_(client|events|webhook)[a-z_]*(?=[{[])")]
    private static partial Regex MetricName();

    [GeneratedRegex("_(bucket|count|sum)$")]
    private static partial Regex HistogramPart();

    [GeneratedRegex(@"(?<=by \()[^)]+|\w+(?=(=~|!=|=)"")")]
    private static partial Regex LabelName();

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \| (?<name>\w+) \|$", RegexOptions.Multiline)]
    private static partial Regex EventRow();
}
