using System.Diagnostics;
using System.Globalization;
using SmsGateway.Emulator;

namespace SmsGateway.Benchmarks.Emulating;

/// <summary>
/// What the emulator costs as it keeps more: a send, and what its page and its interface are asked for, with 10,000 messages kept against
/// 100. The two alternate in one run; only the ratio counts.
/// </summary>
internal static class EmulatorBench
{
    private const int Many = 10_000;
    private const int Rounds = 400;

    public static async Task<int> RunAsync()
    {
        await using var few = await Kept.StartAsync(100);
        await using var many = await Kept.StartAsync(Many);
        await few.FillAsync(Many);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await many.FillAsync(Many);
        Print($"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / Many:F1} KB for each of {Many:N0} messages that are kept with their requests; the process has {Environment.WorkingSet >> 20} MB");
        await CompareAsync("send", few.SendAsync, many.SendAsync);
        foreach (var (name, path) in (IEnumerable<(string, string)>)[("list of 100", "messages?limit=100"), ("search", "messages?limit=100&q=to:%2B467000001"), ("summary", "summary"), ("requests", "exchanges?limit=50")])
        {
            await CompareAsync(name, () => few.GetAsync(path), () => many.GetAsync(path));
        }

        await CompareAsync("conversation", () => few.GetAsync($"messages/{few.Sent}/conversation"), () => many.GetAsync($"messages/{many.Sent}/conversation"));
        return 0;
    }

    private static async Task CompareAsync(string name, Func<Task> few, Func<Task> many)
    {
        var (fewTimes, manyTimes) = (new List<double>(Rounds), new List<double>(Rounds));
        for (var round = -Rounds; round < Rounds; round++)
        {
            var (one, other) = (await MeasureAsync(few), await MeasureAsync(many));
            if (round >= 0)
            {
                fewTimes.Add(one);
                manyTimes.Add(other);
            }
        }

        var (fewMedian, manyMedian) = (Figures.Median(fewTimes), Figures.Median(manyTimes));
        Print($"{name,-12} {fewMedian:F2} ms with 100 kept, {manyMedian:F2} ms with {Many:N0}, {manyMedian / fewMedian:F2}x");
    }

    private static async Task<double> MeasureAsync(Func<Task> act)
    {
        var started = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>An emulator that keeps so many messages, and one who calls it.</summary>
    private sealed class Kept : IAsyncDisposable
    {
        private readonly SmsEmulator _emulator;
        private readonly HttpClient _http;

        private Kept(SmsEmulator emulator) => (_emulator, _http) = (emulator, new() { BaseAddress = emulator.Url });

        public int Sent { get; private set; }

        public static async Task<Kept> StartAsync(int count) => new(await SmsEmulator.StartAsync(options =>
            (options.MaxMessages, options.MaxExchanges, options.MagicNumbers, options.AcceptAnyCredentials, options.LedgerKey) = (count, count, false, true, null)));

        public async Task FillAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                await SendAsync();
            }
        }

        public async Task SendAsync()
        {
            var number = (++Sent).ToString("D6", CultureInfo.InvariantCulture);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key"] = "any",
                ["mobile"] = "46700" + number,
                ["sender"] = "Shop",
                ["msgtext"] = "Your code is " + number,
                ["ref"] = "order" + number,
                ["response"] = "json",
            });
            using var response = await _http.PostAsync(new Uri("api/sms/send_sms.php", UriKind.Relative), form);
            response.EnsureSuccessStatusCode();
        }

        public async Task GetAsync(string path)
        {
            using var response = await _http.GetAsync(new Uri("api/v1/" + path, UriKind.Relative));
            response.EnsureSuccessStatusCode();
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await _emulator.DisposeAsync();
        }
    }
}
