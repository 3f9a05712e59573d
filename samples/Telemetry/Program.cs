// Sends through a gateway that fails now and then, and exports what the library measures.
//   dotnet run --project samples/Telemetry            prints traces and metrics
//   OTEL_EXPORTER_OTLP_ENDPOINT=http://localhost:4317 dotnet run --project samples/Telemetry -- 600
//                                                     sends for 600 seconds and exports to a collector; docs/dashboards has a dashboard
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SmsGateway;
using SmsGateway.Emulator;
using Telemetry;

var time = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 3);
var toCollector = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is not null;

#region Export
var resource = ResourceBuilder.CreateDefault().AddService("shop");
var tracing = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource("SmsGateway");
var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter("SmsGateway");
if (toCollector)
{
    tracing.AddOtlpExporter();
    metrics.AddOtlpExporter();
}
#endregion
else
{
    tracing.AddProcessor(new SimpleActivityExportProcessor(new PrintedTraces()));
    metrics.AddReader(new BaseExportingMetricReader(new PrintedMetrics()));
}

using var traces = tracing.Build();
using var measured = metrics.Build();

await using var emulator = await SmsEmulator.StartAsync();
var keys = emulator.Default.Credentials;
var services = new ServiceCollection();
services.AddMetrics();
services.AddSmsGateway()
    .AddSmsApi("pl", o => (o.AccessToken, o.BaseAddress) = (keys.SmsApiAccessToken, emulator.BaseAddress(Gateway.SmsApi)))
    .AddSpeedSms("vn", o => (o.AccessToken, o.BaseAddress) = (keys.SpeedSmsAccessToken, emulator.BaseAddress(Gateway.SpeedSms)))
    .AddRouting(routes => routes.Prefix("+84", "vn").Otherwise("pl"));
await using var provider = services.BuildServiceProvider();
var sms = provider.GetRequiredService<ISmsClient>();

using var until = new CancellationTokenSource(time);
for (var i = 0; !until.IsCancellationRequested; i++)
{
    using var fault = emulator.Default.Faults.On().Next((i % 10) switch
    {
        3 => Fault.Status(503),
        6 => Fault.CloseFin().AndAccept(),
        9 => Fault.GatewayError("300"),
        _ => Fault.None(),
    });
    await sms.SendAsync($"+{(i % 2 == 0 ? "48500" : "84900")}{111_111 + (i % 800_000)}", "Your parcel is on its way.");
    await Task.Delay(TimeSpan.FromMilliseconds(100));
}
