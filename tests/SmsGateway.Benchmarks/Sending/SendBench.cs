using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Benchmarks.Sending;

/// <summary>
/// Our send, with everything on, against the hand-written one: the client's processor time and bytes per send, as ratios in one
/// interleaved run. Bytes are exact; times drift with the machine, so what counts is the median of the ratios of neighbouring rounds.
/// </summary>
internal static class SendBench
{
    private const int WarmUp = 100_000; // the JIT takes its time
    private const int Rounds = 101;
    private const int SendsPerRound = 1_000;
    private const int InFlight = 16;
    private const string Text = "Your code is 482910. Do not share it with anybody.";

    public static async Task<int> RunAsync(double maxBytesRatio = double.PositiveInfinity)
    {
        var (server, address) = ReplyServer.Start(apart: true);
        try
        {
            using var raw = new RawSender(address);
            await using var provider = Services(address);
            var client = provider.GetRequiredService<ISmsClient>();
            (string Name, Func<int, Task> SendAsync)[] contestants =
            [
                ("raw: HttpClient + form + source-generated reply", count => SendAsync(count, i => raw.SendAsync("48500111222", Text, $"order{i:D12}"), id => id.Length > 0)),
                ("SmsGateway: one account, everything on", count => SendAsync(count, _ => client.SendAsync("+48500111222", Text), result => result.IsAccepted)),
            ];

            var figures = await MeasureAsync(contestants);
            Print(contestants, figures);
            await BulkAsync(client, 100_000);
            return Figures.Median(Ratios(figures[1], figures[0], round => round.Bytes)) <= maxBytesRatio ? 0 : 1;
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task<(double Cpu, double Bytes)[][]> MeasureAsync((string Name, Func<int, Task> SendAsync)[] contestants)
    {
        foreach (var contestant in contestants)
        {
            await RoundAsync(contestant.SendAsync, WarmUp);
        }

        var figures = contestants.Select(_ => new (double Cpu, double Bytes)[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                figures[i][round] = await RoundAsync(contestants[i].SendAsync, SendsPerRound);
            }
        }

        return figures;
    }

    private static async Task<(double Cpu, double Bytes)> RoundAsync(Func<int, Task> sendAsync, int sends)
    {
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        await sendAsync(sends);
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return ((Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / sends, (double)bytes / sends);
    }

    // What it takes to ask and to look at the answer is the same for all.
    private static async Task SendAsync<T>(int count, Func<int, Task<T>> send, Func<T, bool> isFine)
    {
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i <= count)
            {
                if (!isFine(await send(i)))
                {
                    throw new InvalidOperationException($"send {i} failed");
                }
            }
        }));
    }

    private static void Print((string Name, Func<int, Task> SendAsync)[] contestants, (double Cpu, double Bytes)[][] figures)
    {
        Console.WriteLine($"{$"one send, {InFlight} in flight, medians",-52} {"CPU us",8} {"ratio",6} {"bytes",8} {"ratio",6}");
        for (var i = 0; i < figures.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestants[i].Name,-52} {Figures.Median(figures[i].Select(round => round.Cpu)),8:F1} {Figures.Median(Ratios(figures[i], figures[0], round => round.Cpu)),6:F2} {Figures.Median(figures[i].Select(round => round.Bytes)),8:F0} {Figures.Median(Ratios(figures[i], figures[0], round => round.Bytes)),6:F2}"));
        }
    }

    private static IEnumerable<double> Ratios((double Cpu, double Bytes)[] ours, (double Cpu, double Bytes)[] theirs, Func<(double Cpu, double Bytes), double> of) =>
        ours.Zip(theirs, (mine, other) => of(mine) / of(other));

    private static async Task BulkAsync(ISmsClient client, int count)
    {
        var messages = SmsMessage.ToMany(Enumerable.Range(0, count).Select(i => $"+48500{i + 100_000:D6}"), Text);
        var best = double.MaxValue;
        long bytes = 0;
        for (var round = 0; round < 20; round++)
        {
            GC.Collect();
            var (cpu, before) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true));
            if (!(await client.SendAsync(messages)).AllAccepted)
            {
                throw new InvalidOperationException("the bulk failed");
            }

            best = Math.Min(best, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            bytes = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"bulk of {count:N0}: {best / count * 1e6:F2} us CPU and {bytes / count} bytes a message, {count / best:N0} messages per second of CPU time"));
    }

    private static ServiceProvider Services(Uri address)
    {
        var services = new ServiceCollection();
        services.AddSmsGateway().AddSmsApi(options =>
        {
            options.AccessToken = "token-of-the-benchmark";
            options.BaseAddress = address;
            options.Resilience.RateLimit = new SmsRateLimit { Requests = 1_000_000 };
        });
        return services.BuildServiceProvider();
    }
}
