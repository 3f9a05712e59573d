using System.Globalization;

namespace SmsGateway.Tests.Segments;

/// <summary>One row of segment-vectors.tsv: a text, how to count it, and what is expected.</summary>
public sealed record SegmentVector(
    string Id, string Text, SmsTextOptions Options, SmsEncoding Encoding, int Units, int Segments, IReadOnlyList<int> Parts)
{
    public static IReadOnlyList<SegmentVector> All { get; } = [.. SegmentFixtures.Rows("segment-vectors.tsv").Select(Read)];

    private static SegmentVector Read(string[] row) => new(
        row[0],
        SegmentFixtures.Unquote(row[1]),
        row[6].Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(SmsTextOptions.Default, Apply),
        row[2] == "UCS-2" ? SmsEncoding.Ucs2 : SmsEncoding.Gsm7,
        Number(row[3]),
        Number(row[4]),
        [.. row[7].Split(',').Select(Number)]);

    private static SmsTextOptions Apply(SmsTextOptions options, string option) => option.Split('=') switch
    {
        ["concat", "16"] => options with { Concatenation = SmsConcatenation.Reference16Bit },
        ["lock", var language] => options with { LockingShift = (SmsNationalLanguage)Number(language) },
        ["single", var language] => options with { SingleShift = (SmsNationalLanguage)Number(language) },
        ["keep", "grapheme"] => options with { KeepGraphemes = true },
        ["encoding", "UCS-2"] => options with { ForceUcs2 = true },
        ["limits", var limits] => options with { Profile = Profile([.. limits.Split('/', ',').Select(Number)]) },
        _ => throw new FormatException(option),
    };

    private static SmsTextProfile Profile(int[] limits) => new()
    {
        Name = "of the vector",
        Gsm7 = new SmsPartLimits(limits[0], limits[1]),
        Ucs2 = new SmsPartLimits(limits[2], limits[3]),
    };

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
