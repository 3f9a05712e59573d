using BenchmarkDotNet.Attributes;

namespace SmsGateway.Benchmarks.Segments;

/// <summary>The text engine against the usual loop and against the bare scan of a text for an absent character.</summary>
[MemoryDiagnoser]
public class SegmentBenchmarks
{
    private string _text = "";

    public static IEnumerable<string> Texts => ["Ascii160", "Extended1000", "Vietnamese70", "Ukrainian70", "Emoji1000", "LateEmoji1000"];

    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Choose() => _text = Text switch
    {
        "Ascii160" => SegmentTexts.Ascii160,
        "Extended1000" => SegmentTexts.Extended1000,
        "Vietnamese70" => SegmentTexts.Vietnamese70,
        "Ukrainian70" => SegmentTexts.Ukrainian70,
        "Emoji1000" => SegmentTexts.Emoji1000,
        _ => SegmentTexts.LateEmoji1000,
    };

    [Benchmark(Baseline = true)]
    public int HashSets() => HashSetLoop.Count(_text);

    [Benchmark]
    public int IndexOfAbsent() => _text.AsSpan().IndexOf('\u0001');

    [Benchmark]
    public int Analyze() => SmsText.Analyze(_text).Segments;

    [Benchmark]
    public int SplitToRanges()
    {
        Span<Range> ranges = stackalloc Range[32];
        return SmsText.Split(_text, ranges);
    }
}
