using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Benchmarks.Sending;

namespace SmsGateway.Benchmarks.Webhooks;

/// <summary>
/// Requests per second of our endpoint - secret, parsing, storing, handling - against one that says "OK" and does nothing, and one that reads the
/// fields too, in one interleaved run on one server: the reports of messages that were sent just before. Callers and server share machine and process, so only the ratio counts.
/// </summary>
internal static class WebhooksBench
{
    private const int Rounds = 61;
    private const int RequestsPerRound = 8_000;
    private const int Connections = 16;
    private const int WarmUp = 10;

    public static async Task<int> RunAsync()
    {
        var (gateway, address) = ReplyServer.Start(apart: false);
        try
        {
            return await RunAsync(address);
        }
        finally
        {
            gateway.Kill();
        }
    }

    private static async Task<int> RunAsync(Uri gateway)
    {
        var secret = SmsWebhookSecret.Create();
        await using var app = await StartAsync(gateway, secret);
        var client = app.Services.GetRequiredService<ISmsClient>();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        (string Name, string Path)[] contestants =
        [
            ("bare: MapGet(() => \"OK\")", $"/bare/pl/{secret}"),
            ("bare, its fields read", $"/read/pl/{secret}"),
            ("SmsGateway: MapSmsWebhooks", $"/sms/pl/{secret}"),
        ];
        var figures = contestants.Select(_ => new List<(double Rate, double Cpu)>()).ToArray();
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var sent = await client.SendAsync(SmsMessage.ToMany(Enumerable.Range(0, RequestsPerRound).Select(i => $"+48500{i + 100_000:D6}"), "Your parcel is on its way."));
            for (var i = 0; i < contestants.Length; i++)
            {
                var figure = await RoundAsync(port, contestants[i].Path, sent);
                if (round >= 0)
                {
                    figures[i].Add(figure);
                }
            }
        }

        for (var i = 0; i < contestants.Length; i++)
        {
            var proportions = figures[i].Zip(figures[^1], (bare, ours) => ours.Rate / bare.Rate);
            var costs = figures[i].Zip(figures[^1], (bare, ours) => bare.Cpu / ours.Cpu);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestants[i].Name,-30} {Figures.Median(figures[i].Select(round => round.Rate)),8:N0} requests/s, {Figures.Median(figures[i].Select(round => round.Cpu)),6:F1} us CPU; SmsGateway: {Figures.Median(proportions):0.00} of its rate, {Figures.Median(costs):0.00} by CPU"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"handled {Counter.Handled:N0} of {(Rounds + WarmUp) * RequestsPerRound:N0}"));
        return 0;
    }

    private static async Task<WebApplication> StartAsync(Uri gateway, string secret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSmsGateway().AddSmsApi("pl", options =>
        {
            options.AccessToken = "benchmark";
            options.BaseAddress = gateway;
            options.WebhookSecrets.Add(secret);
        });
        builder.Services.AddSmsEventHandler<Counter>();
        var app = builder.Build();
        app.MapGet("/bare/{account}/{secret}", (string account, string secret) => "OK");
        app.MapGet(
            "/read/{account}/{secret}",
            (string account, string secret, string msgId, string status, [FromQuery(Name = "status_name")] string name, string idx, string donedate, string username, string points, string to, string mcc, string mnc) =>
                status == "404" ? "OK" : name);
        app.MapSmsWebhooks("/sms/{account}/{secret}");
        await app.StartAsync();
        return app;
    }

    private static async Task<(double Rate, double Cpu)> RoundAsync(int port, string path, IReadOnlyList<SmsResult> sent)
    {
        GC.Collect();
        var (cpu, started) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await Task.WhenAll(sent.Chunk(RequestsPerRound / Connections).Select(part => Task.Run(() => CallAsync(port, path, part))));
        return (RequestsPerRound / Stopwatch.GetElapsedTime(started).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / RequestsPerRound);
    }

    // A socket by hand: the caller must not be what is measured.
    private static async Task CallAsync(int port, string path, SmsResult[] sent)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[4 * 1024];
        foreach (var message in sent)
        {
            var length = Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"GET {path}?MsgId={message.MessageId!.Value.Id}&status=404&status_name=DELIVERED&idx={message.Reference}&donedate=1900000000&username=shop&points=0.16&to={message.Number!.Value.Digits}&mcc=260&mnc=1 HTTP/1.1\r\nHost: x\r\n\r\n"),
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
