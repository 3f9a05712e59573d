using FsCheck;
using FsCheck.Fluent;

namespace SmsGateway.Tests.Segments;

/// <summary>What holds for every text.</summary>
public sealed class LawTests
{
    [Fact]
    public void Analyze_AnyTextAndOptions_IsWhatThePlainRulesSay() =>
        ForAll(TextGenerator.Any, TextGenerator.Options, 2_000, AgreesWithThePlainRules);

    [Fact]
    public void Analyze_AnyTextByDefault_IsWhatThePlainRulesSay() =>
        ForAll(TextGenerator.Any, Gen.Constant(SmsTextOptions.Default), 4_000, AgreesWithThePlainRules);

    [Fact]
    public void Analyze_AnyGsm7Text_IsWhatThePlainRulesSay() =>
        ForAll(TextGenerator.Gsm7, TextGenerator.Options, 600, AgreesWithThePlainRules);

    [Fact]
    public void Analyze_TextOfNationalTables_IsWhatThePlainRulesSay()
    {
        Gen<SmsTextOptions> options = TextGenerator.Options.Select(static options => options with { ForceUcs2 = false });
        Gen<(string, SmsTextOptions)> both = options.SelectMany(
            static options => TextGenerator.National(options.LockingShift, options.SingleShift), static (options, text) => (text, options));
        Check(both, 500, static pair => AgreesWithThePlainRules(pair.Item1, pair.Item2));
    }

    [Fact]
    public void Split_AnyText_CountsAsAnalyze() => ForAll(TextGenerator.Any, TextGenerator.Options, 1_000, static (text, options) =>
    {
        SmsTextInfo info = SmsText.Analyze(text, options);
        var segments = new SmsSegment[2_000];
        var ranges = new Range[2_000];
        return SmsText.Split(text, segments, options) == info.Segments
            && SmsText.Split(text, ranges, options) == info.Segments
            && SmsText.Split(text, options).Length == info.Segments
            && segments.Sum(static segment => segment.Units) == info.Units
            && info.UnitsPerSegment - segments[info.Segments - 1].Units == info.UnitsLeft
            && segments.Take(info.Segments).Select(static segment => segment.Range).SequenceEqual(ranges.Take(info.Segments));
    });

    [Fact]
    public void Split_AnyText_CutsNoPairAndOverfillsNoSegment() => ForAll(TextGenerator.Any, TextGenerator.Options, 1_000, static (text, options) =>
    {
        SmsTextInfo info = SmsText.Analyze(text, options);
        var segments = new SmsSegment[info.Segments];
        _ = SmsText.Split(text, segments, options);
        return string.Concat(SmsText.Split(text, options)) == text
            && segments.All(segment => segment.Units <= info.UnitsPerSegment && (segment.Length > 0 || text.Length == 0))
            && segments.Skip(1).All(segment => !char.IsSurrogatePair(text[segment.Start - 1], text[segment.Start]));
    });

    [Fact]
    public void Split_ShortText_IsNeverBeatenByAnyOtherSplitter()
    {
        // Small segments, so that a short text has many cuts and all of them can be tried.
        var profile = new SmsTextProfile { Gsm7 = new(6, 5), Ucs2 = new(6, 5) };
        Gen<SmsTextOptions> options = Gen.Elements(true, false).Select(keep => new SmsTextOptions { Profile = profile, KeepGraphemes = keep });
        Gen<string> texts = TextGenerator.Any.Select(static text => text[..Math.Min(text.Length, 24)]);
        ForAll(texts, options, 1_000, static (text, options) => SmsText.Analyze(text, options).Segments == BestSplitter.Fewest(text, options));
    }

    [Fact]
    public void Decode_OfEncode_IsTheText() => ForAll(TextGenerator.Gsm7, Gen.Choose(0, 6), 500, static (text, fillBits) =>
    {
        byte[] septets = Gsm7.Encode(text)!;
        var octets = new byte[Gsm7.GetPackedLength(septets.Length, fillBits)];
        var unpacked = new byte[septets.Length];
        return septets.Length == Gsm7.CountSeptets(text)
            && Gsm7.Decode(septets) == text
            && Gsm7.Pack(septets, octets, fillBits) == octets.Length
            && Gsm7.Unpack(octets, unpacked, fillBits) == septets.Length
            && unpacked.AsSpan().SequenceEqual(septets);
    });

    [Fact]
    public void UserData_OfAnyText_DecodesToTheText() => ForAll(TextGenerator.Any, TextGenerator.Options, 500, static (text, options) =>
    {
        options = options with { Profile = SmsTextProfile.Standard };
        SmsTextInfo info = SmsText.Analyze(text, options);
        IReadOnlyList<SmsUserData> parts = SmsUserData.Encode(text, 4711, options);
        return parts.Count == info.Segments
            && string.Concat(parts.Select(part => part.Decode(info.LockingShift, info.SingleShift))) == text
            && parts.All(part => part.Octets.Length <= 140 && part.HeaderLength == SmsUserDataHeader.GetLength(info));
    });

    [Fact]
    public void Transliterate_AnyText_IsInGsm7OrUntouched() => ForAll(TextGenerator.Any, Languages, 1_000, static (text, language) =>
    {
        var options = new SmsTextOptions { Language = language };
        string always = SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways, options);
        string saving = SmsText.Transliterate(text, SmsUnicodePolicy.Transliterate, options);
        return (ReferenceEquals(always, text) || SmsText.Analyze(always).Encoding == SmsEncoding.Gsm7)
            && (ReferenceEquals(saving, text) || SmsText.Analyze(saving).Segments < SmsText.Analyze(text).Segments)
            && ReferenceEquals(SmsText.Transliterate(always, SmsUnicodePolicy.TransliterateAlways, options), always)
            && SmsText.AnalyzeWithoutOffending(text, options).Encoding == SmsEncoding.Gsm7;
    });

    [Fact]
    public void OffendingCharacters_AnyText_AreExactlyTheOnesThatForceUcs2() => ForAll(TextGenerator.Any, Languages, 1_000, static (text, language) =>
    {
        var places = new List<int>();
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text, new SmsTextOptions { Language = language }))
        {
            places.AddRange(Enumerable.Range(character.Index, character.Length));
        }

        return places.SequenceEqual(Enumerable.Range(0, text.Length).Where(i => Gsm7.CountSeptets(text.AsSpan(i, 1)) < 0));
    });

    private static Gen<SmsTransliterationLanguage> Languages => Gen.Elements(Enum.GetValues<SmsTransliterationLanguage>());

    private static bool AgreesWithThePlainRules(string text, SmsTextOptions options)
    {
        (SmsEncoding encoding, IReadOnlyList<int> units, IReadOnlyList<string> texts) = PlainSplitter.Split(text, options);
        SmsTextInfo info = SmsText.Analyze(text, options);
        var segments = new SmsSegment[info.Segments];
        _ = SmsText.Split(text, segments, options);
        return (info.Encoding, info.Units, info.Segments) == (encoding, units.Sum(), units.Count)
            && units.SequenceEqual(segments.Select(static segment => segment.Units))
            && texts.SequenceEqual(SmsText.Split(text, options), StringComparer.Ordinal);
    }

    private static void ForAll<TFirst, TSecond>(Gen<TFirst> first, Gen<TSecond> second, int tests, Func<TFirst, TSecond, bool> law) =>
        Check(first.SelectMany(_ => second, static (one, two) => (one, two)), tests, pair => law(pair.one, pair.two));

    private static void Check<T>(Gen<T> values, int tests, Func<T, bool> law) =>
        Prop.ForAll(values.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(tests));
}
