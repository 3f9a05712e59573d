using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace Telemetry;

/// <summary>Prints activities as they end.</summary>
internal sealed class PrintedTraces : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var activity in batch)
        {
            var tags = string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"));
            Console.WriteLine($"trace   {activity.DisplayName} {activity.Duration.TotalMilliseconds:0.0} ms {activity.Status} {tags}");
        }

        return ExportResult.Success;
    }
}

/// <summary>Prints the metrics, one line for each set of attributes.</summary>
internal sealed class PrintedMetrics : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                List<string> tags = [];
                foreach (var tag in point.Tags)
                {
                    tags.Add($"{tag.Key}={tag.Value}");
                }

                var value = metric.MetricType switch
                {
                    MetricType.LongSum => $"{point.GetSumLong()}",
                    MetricType.LongGauge => $"{point.GetGaugeLastValueLong()}",
                    MetricType.Histogram => $"{point.GetHistogramCount()} times, {point.GetHistogramSum() / point.GetHistogramCount():0.0000} {metric.Unit} each",
                    var other => $"({other})",
                };
                Console.WriteLine($"metric  {metric.Name} {value} {string.Join(' ', tags)}");
            }
        }

        return ExportResult.Success;
    }
}
