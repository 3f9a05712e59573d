using System.Diagnostics;
using System.Globalization;

namespace SmsGateway.Benchmarks.Segments;

/// <summary>
/// The ratios that the project promises, in one process and within a minute: every contender runs in turn, many times over, and
/// its best run counts, so that a busy machine delays all of them alike.
/// </summary>
internal static class SegmentsBench
{
    private const int Rounds = 400;
    private const int Calls = 2_000;

    public static int Run()
    {
        bool holds = true;
        Console.WriteLine("text                        hash sets    IndexOf    Analyze      Split   (ns, best of many)");
        Case ascii = new("160 ASCII", SegmentTexts.Ascii160);
        Case extended = new("1,000 GSM-7 with extension", SegmentTexts.Extended1000);
        Case vietnamese = new("70 Vietnamese", SegmentTexts.Vietnamese70);
        Case ukrainian = new("70 Ukrainian", SegmentTexts.Ukrainian70);
        Case emoji = new("1,000 with emoji", SegmentTexts.Emoji1000);
        Case late = new("1,000, emoji last", SegmentTexts.LateEmoji1000);

        Console.WriteLine();
        AtLeast("160 ASCII: times faster than hash sets", ascii.HashSets / ascii.Analyze, 15);
        AtMost("160 ASCII: times IndexOf", ascii.Analyze / ascii.IndexOf, 3);
        AtLeast("1,000 with extension: times faster than hash sets", extended.HashSets / extended.Analyze, 10);
        AtMost("70 Vietnamese: ns", vietnamese.Analyze, 15);
        AtMost("70 Ukrainian: ns", ukrainian.Analyze, 15);
        AtMost("1,000 with emoji: times IndexOf", emoji.Analyze / emoji.IndexOf, 5);
        AtMost("1,000, emoji last (the worst place): times IndexOf", late.Analyze / late.IndexOf, 10);
        foreach (Case @case in (Case[])[ascii, extended, vietnamese, ukrainian, emoji, late])
        {
            AtMost($"{@case.Name}: split, times count", @case.Split / @case.Analyze, 2);
        }

        AtMost("bytes allocated by 1,000 calls", Allocated(), 0);
        return holds ? 0 : 1;

        void AtLeast(string name, double value, double bound) => Report(name, value, "at least", bound, value >= bound);
        void AtMost(string name, double value, double bound) => Report(name, value, "at most", bound, value <= bound);
        void Report(string name, double value, string relation, double bound, bool isMet)
        {
            holds &= isMet;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{(isMet ? "ok  " : "MISS")} {name,-52} {value,8:0.00}   {relation} {bound}"));
        }
    }

    private static long Allocated()
    {
        Span<Range> ranges = stackalloc Range[32];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            _ = SmsText.Analyze(SegmentTexts.Emoji1000);
            _ = SmsText.Split(SegmentTexts.Extended1000, ranges);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Case
    {
        public Case(string name, string text)
        {
            Name = name;
            Func<string, int>[] contenders = [HashSetCalls, IndexOfCalls, AnalyzeCalls, SplitCalls];
            double[] best = [.. contenders.Select(static _ => double.MaxValue)];
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < contenders.Length; i++)
                {
                    long started = Stopwatch.GetTimestamp();
                    _ = contenders[i](text);
                    best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(started).TotalNanoseconds / Calls);
                }
            }

            (HashSets, IndexOf, Analyze, Split) = (best[0], best[1], best[2], best[3]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-26} {best[0],10:0.0} {best[1],10:0.0} {best[2],10:0.0} {best[3],10:0.0}"));
        }

        public string Name { get; }

        public double HashSets { get; }

        public double IndexOf { get; }

        public double Analyze { get; }

        public double Split { get; }

        // Each contender has a loop of its own, so that no call goes through a delegate.
        private static int HashSetCalls(string text)
        {
            int sum = 0;
            for (int i = 0; i < Calls; i++)
            {
                sum += HashSetLoop.Count(text);
            }

            return sum;
        }

        private static int IndexOfCalls(string text)
        {
            int sum = 0;
            for (int i = 0; i < Calls; i++)
            {
                sum += text.AsSpan().IndexOf('\u0001');
            }

            return sum;
        }

        private static int AnalyzeCalls(string text)
        {
            int sum = 0;
            for (int i = 0; i < Calls; i++)
            {
                sum += SmsText.Analyze(text).Segments;
            }

            return sum;
        }

        private static int SplitCalls(string text)
        {
            Span<Range> ranges = stackalloc Range[32];
            int sum = 0;
            for (int i = 0; i < Calls; i++)
            {
                sum += SmsText.Split(text, ranges);
            }

            return sum;
        }
    }
}
