using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SmsGateway.Benchmarks.Webhooks;

/// <summary>
/// Requests per second of our endpoint - secret, parsing, storing, handling - against one that says "OK" and does nothing, in one interleaved
/// run on one server. Callers and server share the machine, so only the ratio counts.
/// </summary>
internal static class WebhooksBench
{
    private const int Rounds = 9;
    private const int RequestsPerRound = 20_000;
    private const int Connections = 16;
    private const int WarmUp = 4;

    private static int _next;

    public static async Task<int> RunAsync()
    {
        var secret = SmsWebhookSecret.Create();
        await using var app = await StartAsync(secret);
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        (string Name, string Path)[] contestants = [("bare: MapGet(() => \"OK\")", $"/bare/pl/{secret}"), ("SmsGateway: MapSmsWebhooks", $"/sms/pl/{secret}")];
        for (var round = 0; round < WarmUp; round++)
        {
            foreach (var (_, path) in contestants)
            {
                await RoundAsync(port, path);
            }
        }

        var rates = contestants.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                rates[i].Add(await RoundAsync(port, contestants[i].Path));
            }
        }

        for (var i = 0; i < contestants.Length; i++)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contestants[i].Name,-40} {Median(rates[i]),10:N0} requests/s (median of {Rounds})"));
        }

        var ratios = rates[0].Zip(rates[1], (bare, ours) => ours / bare).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {Median(ratios):0.00} (best {ratios.Max():0.00}, worst {ratios.Min():0.00}); every request a new report, handled by a handler"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"handled {Counter.Handled:N0} of {(Rounds + WarmUp) * RequestsPerRound:N0}"));
        return 0;
    }

    private static async Task<WebApplication> StartAsync(string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSmsGateway().AddSmsApi("pl", options =>
        {
            options.AccessToken = "benchmark";
            options.WebhookSecrets.Add(secret);
        });
        builder.Services.AddSmsEventHandler<Counter>();
        var app = builder.Build();
        app.MapGet("/bare/{account}/{secret}", (string account, string secret) => "OK");
        app.MapSmsWebhooks("/sms/{account}/{secret}");
        await app.StartAsync();
        return app;
    }

    private static async Task<double> RoundAsync(int port, string path)
    {
        GC.Collect();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => CallAsync(port, path, RequestsPerRound / Connections))));
        return RequestsPerRound / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    // A socket by hand: the caller must not be what is measured.
    private static async Task CallAsync(int port, string path, int count)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[4 * 1024];
        for (var sent = 0; sent < count; sent++)
        {
            var id = Interlocked.Increment(ref _next);
            var length = Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"GET {path}?MsgId={id}&status=404&status_name=DELIVERED&idx=order{id}&donedate=1900000000&username=shop&points=0.16&to=48500111222&mcc=260&mnc=1 HTTP/1.1\r\nHost: x\r\n\r\n"),
                buffer);
            await socket.SendAsync(buffer.AsMemory(0, length));
            do
            {
                length = await socket.ReceiveAsync(buffer);
                if (length == 0)
                {
                    throw new IOException("The server hung up.");
                }
            }
            while (buffer.AsSpan(0, length).IndexOf("HTTP/1.1 200"u8) < 0); // the end of a chunked answer may come by itself
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class Counter : ISmsEventHandler
    {
        private static long _handled;

        public static long Handled => Interlocked.Read(ref _handled);

        public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _handled);
            return Task.CompletedTask;
        }

        public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
