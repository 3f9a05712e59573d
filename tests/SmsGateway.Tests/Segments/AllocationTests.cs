using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Segments;

/// <summary>What is called for every message allocates nothing.</summary>
public sealed class AllocationTests
{
    private static readonly SmsTextOptions Kept = new() { KeepGraphemes = true };
    private static readonly SmsTextOptions Turkish = new() { LockingShift = SmsNationalLanguage.Turkish, SingleShift = SmsNationalLanguage.Turkish };
    private static readonly SmsTextOptions Search = new() { SearchNationalTables = true };
    private static readonly SmsTextOptions Ukrainian = new() { Language = SmsTransliterationLanguage.Ukrainian };

    private static readonly string[] Texts =
    [
        "", "Hello", new string('a', 160), new string('€', 500), new string('ж', 300), string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦 e\u0301", 60)),
        string.Concat(Enumerable.Repeat("Şu ığdır ağacı İçin ", 20)), "a\uD83D", "Zażółć gęślą jaźń",
    ];

    [Fact]
    public void AnalyzeAndSplit_AnyTextAndOptions_AllocateNothing() => Allocations.AssertNone(static () =>
    {
        Span<Range> ranges = stackalloc Range[255];
        Span<SmsSegment> segments = stackalloc SmsSegment[255];
        int sum = 0;
        foreach (string text in Texts)
        {
            sum += SmsText.Analyze(text).Segments + SmsText.Analyze(text, Kept).Segments;
            sum += SmsText.Analyze(text, Turkish).Segments + SmsText.Analyze(text, Search).Segments;
            sum += SmsText.Split(text, ranges) + SmsText.Split(text, segments, Kept);
            sum += SmsText.IndexOfLoneSurrogate(text);
        }

        return sum;
    });

    [Fact]
    public void OffendingCharacters_WithSuggestions_AllocateNothing() => Allocations.AssertNone(static () =>
    {
        int sum = 0;
        foreach (string text in Texts)
        {
            foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text, Ukrainian))
            {
                sum += character.Index + (character.Replacement?.Length ?? 0);
            }
        }

        return sum;
    });

    [Fact]
    public void EncodeAndPack_IntoTheCallersMemory_AllocateNothing() => Allocations.AssertNone(static () =>
    {
        Span<byte> septets = stackalloc byte[160];
        Span<byte> octets = stackalloc byte[140];
        Span<byte> header = stackalloc byte[SmsUserDataHeader.MaxLength];
        _ = Gsm7.TryEncode(Texts[2], septets, out int written);
        _ = SmsUserDataHeader.TryWrite(SmsText.Analyze(Texts[3]), 1, 7, header, out int length);
        return Gsm7.Pack(septets[..written], octets) + Gsm7.Unpack(octets, septets) + length;
    });
}
