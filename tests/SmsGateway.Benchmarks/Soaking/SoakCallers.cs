namespace SmsGateway.Benchmarks.Soaking;

/// <summary>Callers side by side, each sending call after call until all messages are told of.</summary>
internal sealed class SoakCallers(ISmsClient client, SoakLedger ledger, int seed, Action<int> progress)
{
    private const int Questions = 25;
    private static readonly TimeSpan BetweenQuestions = TimeSpan.FromMilliseconds(250);

    private readonly ISmsReconciler _reconciler = client.GetRequiredService<ISmsReconciler>();
    private readonly Lock _gate = new();
    private int _next;
    private int _told;

    public async Task RunAsync(int callers, int[] sizes, Action beforeTheLastTenth)
    {
        var last = ledger.Messages / 10 * 9;
        await RunAsync(callers, sizes, last);
        beforeTheLastTenth();
        await RunAsync(callers, sizes, ledger.Messages);
    }

    private Task RunAsync(int callers, int[] sizes, int until) => Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
    {
#pragma warning disable CA5394 // Dice for a test, repeatable by their seed.
        var dice = new Random(seed + caller);
        while (Take(sizes[dice.Next(sizes.Length)], until) is { Count: > 0 } indexes)
#pragma warning restore CA5394
        {
            await SendAsync(indexes);
        }
    })));

    private List<int> Take(int count, int until)
    {
        lock (_gate)
        {
            var from = _next;
            _next = Math.Min(from + count, until);
            return [.. Enumerable.Range(from, _next - from)];
        }
    }

    private async Task SendAsync(List<int> indexes)
    {
        var messages = indexes.ConvertAll(index => SoakLedger.MessageOf(index, "Your parcel is on its way."));
        var results = (await client.SendAsync(messages)).ToArray();
        for (var i = 0; i < Questions && Open(results) is { Count: > 0 } open; i++)
        {
            // As after a restart: with nothing but the message and its result.
            await Task.Delay(BetweenQuestions);
            var found = await _reconciler.ReconcileAsync(open.ConvertAll(j => SmsInDoubt.Of(messages[j], results[j])));
            for (var j = 0; j < open.Count; j++)
            {
                results[open[j]] = found[j];
            }
        }

        for (var i = 0; i < results.Length; i++)
        {
            ledger.Tell(indexes[i], results[i]);
        }

        progress(Interlocked.Add(ref _told, results.Length));
    }

    private static List<int> Open(SmsResult[] results) => [.. Enumerable.Range(0, results.Length)
        .Where(i => results[i].Outcome == SmsOutcome.Unknown && SoakAccounts.CanBeAsked(results[i].Account!))];
}
