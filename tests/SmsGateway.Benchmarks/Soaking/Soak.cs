using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;

namespace SmsGateway.Benchmarks.Soaking;

/// <summary>
/// Many messages through five accounts with failover while a tenth of all requests meets a fault; afterwards the gateways' ledger is
/// held against what the library said of each message.
/// </summary>
internal static class Soak
{
    private const int Messages = 200_000;
    private const double Share = 0.10;
    private const int Callers = 192;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
    private static readonly int[] CallSizes = [1, 1, 1, 5, 25];

    /// <returns>0 when everything holds.</returns>
    public static async Task<int> RunAsync(int messages = Messages, int seed = 20261122)
    {
        var ledger = new SoakLedger(messages);
        await using var emulator = await SmsEmulator.StartAsync(options =>
        {
            options.MagicNumbers = false;
            options.CaptureBodies = false;
            options.MaxMessages = options.MaxExchanges = 100;
            options.MaxLookupRecords = 5_000;
            options.LedgerKey = message =>
            {
                ledger.Accept(message);
                return null;
            };
        });
        var inbox = emulator.CreateInbox();
        SoakAccounts.Relax(inbox);
        var rules = SoakFaults.Arm(inbox.Faults, Share, seed);
        await using var provider = SoakAccounts.Register(emulator, inbox);
        var memory = new SoakMemory(messages);
        var started = Stopwatch.StartNew();

        await new SoakCallers(provider.GetRequiredService<ISmsClient>(), ledger, seed, memory.Look)
            .RunAsync(Callers, CallSizes, beforeTheLastTenth: () => inbox.Faults.OnAny(Gateway.SpeedSms).Always(Fault.Unauthorized()));

        return Report(ledger, memory, started.Elapsed, rules.Sum(rule => rule.Used), seed);
    }

    private static int Report(SoakLedger ledger, SoakMemory memory, TimeSpan elapsed, int faults, int seed)
    {
        var rows = ledger.Rows().ToList();
        Print($"{"account",-10}{"messages",10}{"accepted",10}{"rejected",10}{"not sent",10}{"unknown",9}{"share",8}{"moved",8}{"repeated",10}{"twice",7}{"lost",6}{"contradict",12}");
        foreach (var row in rows)
        {
            Print($"{row.Account,-10}{row.Messages,10}{row.Accepted,10}{row.Rejected,10}{row.NotSent,10}{row.Unknown,9}{(double)row.Unknown / row.Messages,8:P2}{row.Moved,8}{row.Repeated,10}{row.Twice,7}{row.Lost,6}{row.Contradicting,12}");
        }

        Print($"{ledger.Messages} messages in {elapsed.TotalSeconds:F0} s, {faults} faults met, seed {seed}; {memory}");
        (string Claim, bool Holds)[] claims =
        [
            ("none was sent twice", rows.TrueForAll(row => row.Twice == 0)),
            ("none was lost", rows.TrueForAll(row => row.Lost == 0) && rows.Sum(row => row.Messages) == ledger.Messages),
            ("no result contradicts the ledger", rows.TrueForAll(row => row.Contradicting == 0)),
            ("nothing is unknown where a gateway can be asked", rows.TrueForAll(row => row.Unknown == 0 || !SoakAccounts.CanBeAsked(row.Account))),
            ("only lost answers are unknown elsewhere", rows.TrueForAll(row => row.Unexplained == 0)),
            ("a tenth of the requests met a fault, and messages moved on", faults > ledger.Messages / 40 && rows.Exists(row => row.Moved > 0)),
            ("memory is flat", memory.IsFlat),
            ("it took less than five minutes", elapsed < Limit),
        ];
        foreach (var quarrel in ledger.Quarrels())
        {
            Console.WriteLine(quarrel);
        }

        foreach (var (claim, holds) in claims)
        {
            Print($"{(holds ? "yes" : "NO "),-4}{claim}");
        }

        return claims.All(claim => claim.Holds) ? 0 : 1;
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
