using FsCheck;
using FsCheck.Fluent;

namespace SmsGateway.Tests.Segments;

/// <summary>Texts that are likely to go wrong, and options to count them with.</summary>
internal static class TextGenerator
{
    private static readonly string[] Runs =
    [
        "a", "Hello, ", "0123456789", "é", "Ç", "\n", "\r\n", "@", "Σ", "ΦΓΛ", "€", "[", "~{}|", "\f", "\\^",
        "ł", "ж", "привіт ", "ç", "ğ", "á", "ã", "क", "क्षि", "\u06F1", "ไทยกำ", "日本語", "\u0301", "e\u0301", "Z\u0301\u0302\u0303",
        "😀", "👨\u200D👩\u200D👧\u200D👦", "🇻🇳", "👍🏽", "1\uFE0F\u20E3", "한\u1161", "\u1112\u1161\u11AB", "\u0600" + "1",
        "\uD83D", "\uDE00", "\0", "\u001B", "\uFEFF", "\u200B", "`", "\t", "\u00A0", "ÿ", "\uFFFF",
    ];

    private static readonly string[] Gsm7Runs =
        ["a", "Hello, ", "0123456789", "é", "Ç", "\n", "\r\n", "@", "Σ", "ΦΓΛ", "€", "[", "~{}|", "\f", "\\^", "{}[]~|^\\€\f"];

    /// <summary>Any text: long and short, well-formed or not.</summary>
    public static Gen<string> Any => OfRuns(Runs, 60);

    /// <summary>Texts that the default alphabet carries.</summary>
    public static Gen<string> Gsm7 => OfRuns(Gsm7Runs, 120);

    /// <summary>Texts that fit the tables of one language, mostly.</summary>
    public static Gen<string> National(SmsNationalLanguage locking, SmsNationalLanguage single)
    {
        string characters = string.Concat(GsmTables.Locking(locking).ToString(), GsmTables.SingleShift(single).ToString());
        return Gen.Elements(characters.Where(static c => c != '\0')).ArrayOf().Resize(400).Select(static text => new string(text));
    }

    /// <summary>Every combination of options that changes a count.</summary>
    public static Gen<SmsTextOptions> Options =>
        from limits in Gen.Elements<(int, int)?>(null, null, null, (160, 152), (70, 70), (20, 13), (7, 5), (2, 2))
        from concatenation in Gen.Elements(SmsConcatenation.Reference8Bit, SmsConcatenation.Reference16Bit)
        from locking in Gen.Frequency((3, Gen.Constant(SmsNationalLanguage.None)), (1, Gen.Elements(WithLocking)))
        from single in Gen.Frequency((3, Gen.Constant(SmsNationalLanguage.None)), (1, Gen.Elements(Enum.GetValues<SmsNationalLanguage>())))
        from keep in Gen.Elements(true, false)
        from force in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new SmsTextOptions
        {
            Profile = limits is var (one, many) ? new SmsTextProfile { Gsm7 = new(one, many), Ucs2 = new(one, many) } : SmsTextProfile.Standard,
            Concatenation = concatenation,
            LockingShift = locking,
            SingleShift = single,
            KeepGraphemes = keep,
            ForceUcs2 = force,
        };

    public static SmsNationalLanguage[] WithLocking { get; } =
        [.. Enum.GetValues<SmsNationalLanguage>().Where(static id => id is not (SmsNationalLanguage.None or SmsNationalLanguage.Spanish))];

    /// <summary>Runs one after another, one of them repeated, so that long clusters and rows of pairs come up.</summary>
    private static Gen<string> OfRuns(string[] runs, int most) =>
        from count in Gen.Choose(0, most)
        from parts in Gen.Elements(runs).ArrayOf(count)
        from repeated in Gen.Elements(runs)
        from times in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 200)))
        from place in Gen.Choose(0, count)
        select string.Concat(parts[..place]) + string.Concat(Enumerable.Repeat(repeated, times)) + string.Concat(parts[place..]);
}
