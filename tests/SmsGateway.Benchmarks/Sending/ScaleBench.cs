using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Benchmarks.Sending;

/// <summary>What a message costs as there are more of them: in one call, through the router, and as a stream.</summary>
internal static class ScaleBench
{
    private const string Text = "Your parcel is on its way.";
    private static readonly string[] Prefixes = ["+48500", "+84900", "+38067", "+46700", "+44790"];

    public static async Task<int> RunAsync()
    {
        var (server, address) = ReplyServer.Start(apart: true);
        try
        {
            await using var one = Services(address, ["pl"]);
            await using var five = Services(address, ["pl", "vn", "ua", "se", "uk"]);
            var direct = one.GetRequiredService<ISmsClient>();
            var routed = five.GetRequiredService<ISmsClient>();
            await StreamAsync(direct, 1_000_000);
            foreach (var count in new[] { 10_000, 100_000, 300_000, 1_000_000 })
            {
                var mixed = Messages(count, Prefixes);
                var own = mixed.ConvertAll(message => message with { Text = $"{message.Text} {message.To}" });
                var (plain, through, apart) = (double.MaxValue, double.MaxValue, double.MaxValue);
                for (var round = 0; round < 2_000_000 / count + 3; round++)
                {
                    plain = Math.Min(plain, await MeasureAsync(direct, mixed));
                    through = Math.Min(through, await MeasureAsync(routed, mixed));
                    apart = Math.Min(apart, await MeasureAsync(direct, own));
                }

                Print($"{count,9:N0} messages in one call: {plain * 1e6 / count:F2} us CPU a message; routed to five accounts {through * 1e6 / count:F2} us, {through / plain:F2}x; each with a text of its own {apart * 1e6 / count:F2} us");
            }

            return 0;
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<double> MeasureAsync(ISmsClient client, IReadOnlyList<SmsMessage> messages)
    {
        GC.Collect();
        var started = Environment.CpuUsage.TotalTime;
        if (!(await client.SendAsync(messages)).AllAccepted)
        {
            throw new InvalidOperationException("The send failed.");
        }

        return (Environment.CpuUsage.TotalTime - started).TotalSeconds;
    }

    private static async Task StreamAsync(ISmsClient client, int count)
    {
        var (accepted, highest) = (0, 0L);
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        await foreach (var result in client.SendAsync(Endless(count)))
        {
            accepted += result.IsAccepted ? 1 : 0;
            if (accepted % 50_000 == 5_000) // in the middle of a window
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Print($"{count,9:N0} messages as a stream: {accepted:N0} accepted in {watch.Elapsed.TotalSeconds:F0} s, never more than {highest / 1024 / 1024} MB alive");
    }

    private static async IAsyncEnumerable<SmsMessage> Endless(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        for (var i = 0; i < count && !cancellationToken.IsCancellationRequested; i++)
        {
            yield return Message(i, Prefixes[0]);
        }
    }

    private static List<SmsMessage> Messages(int count, string[] prefixes) => [.. Enumerable.Range(0, count).Select(i => Message(i, prefixes[i % prefixes.Length]))];

    private static SmsMessage Message(int i, string prefix) => new(string.Create(CultureInfo.InvariantCulture, $"{prefix}{i:D7}"), Text);

    private static ServiceProvider Services(Uri address, string[] accounts)
    {
        var services = new ServiceCollection();
        var builder = services.AddSmsGateway();
        foreach (var account in accounts)
        {
            builder.AddSmsApi(account, options =>
            {
                options.AccessToken = "token-of-the-benchmark";
                options.BaseAddress = address;
                options.Resilience.RateLimit = new SmsRateLimit { Requests = 1_000_000 };
            });
        }

        if (accounts.Length > 1)
        {
            builder.AddRouting(routes =>
            {
                foreach (var (prefix, account) in Prefixes.Zip(accounts).Skip(1))
                {
                    routes.Prefix(prefix[..3], account);
                }

                routes.Otherwise(accounts[0]);
            });
        }

        return services.BuildServiceProvider();
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
