using System.Globalization;

namespace SmsGateway.Samples.Segments;

/// <summary>The examples of docs/segments.md; a test holds the two together.</summary>
internal static class Examples
{
    public static string Cost(string text, SmsTextOptions? options = null)
    {
        #region cost
        SmsTextInfo info = SmsText.Analyze(text, options);
        string cost = $"{info.Segments} segment(s) in {info.Encoding}, {info.Units} units, {info.UnitsLeft} left in the last segment";
        #endregion
        return cost;
    }

    public static void Offending(string text)
    {
        #region offending
        foreach (SmsOffendingCharacter character in SmsText.OffendingCharacters(text))
        {
            Console.WriteLine($"{character.Index}: U+{character.CodePoint:X4} forces UCS-2; use \"{character.Replacement}\" instead?");
        }

        SmsTextInfo without = SmsText.AnalyzeWithoutOffending(text);
        Console.WriteLine($"Without them: {without.Segments} segment(s)");
        #endregion
    }

    public static void Split(string text)
    {
        #region split
        var options = new SmsTextOptions { KeepGraphemes = true };
        foreach (string segment in SmsText.Split(text, options))
        {
            Console.WriteLine(segment);
        }

        Span<Range> ranges = stackalloc Range[255];
        int segments = SmsText.Split(text, ranges, options);
        #endregion
        Console.WriteLine(segments);
    }

    public static string Transliterate()
    {
        #region transliterate
        string polish = SmsText.Transliterate("Zażółć gęślą jaźń", SmsUnicodePolicy.TransliterateAlways);
        string ukrainian = SmsText.Transliterate(
            "Щиро дякуємо", SmsUnicodePolicy.TransliterateAlways, new SmsTextOptions { Language = SmsTransliterationLanguage.Ukrainian });
        // "Zazolc gesla jazn", "Shchyro diakuiemo"
        #endregion
        return polish + ukrainian;
    }

    public static void Prepare(string text)
    {
        #region prepare
        SmsPreparedText prepared = SmsText.Prepare(text, SmsUnicodePolicy.Transliterate, maxSegments: 2);
        if (!prepared.IsAccepted)
        {
            Console.WriteLine($"{prepared.Refusal}: {prepared.Info.Segments} segments, {prepared.MaxSegments} allowed");
        }
        #endregion
    }

    public static SmsTextOptions Profile()
    {
        #region profile
        var profile = new SmsTextProfile
        {
            Name = "My gateway",
            Gsm7 = new SmsPartLimits(singlePart: 160, multipart: 152),
            Ucs2 = new SmsPartLimits(singlePart: 70, multipart: 66),
            MaxSegments = 8,
        };
        var options = new SmsTextOptions { Profile = profile };
        #endregion
        return options;
    }

    public static SmsPriceList Prices()
    {
        #region prices
        var prices = new SmsPriceList("PLN", [new("+48", 0.09m), new("+380", 0.31m)]);
        SmsCostEstimate? estimate = prices.Estimate(SmsText.Analyze("Dzień dobry"), "+48600700800");
        decimal? total = estimate?.Total; // 0.09
        #endregion
        _ = total;
        return prices;
    }

    public static string Price(SmsTextInfo info, SmsPriceList prices) => prices.Estimate(info, "+48600700800") is { } estimate
        ? string.Create(CultureInfo.InvariantCulture, $"{estimate.Total} {estimate.Unit}")
        : "unknown price";

    public static void Modem(string text)
    {
        #region modem
        foreach (SmsUserData part in SmsUserData.Encode(text, reference: 42))
        {
            Console.WriteLine($"DCS {part.DataCodingScheme:X2}, UDL {part.UserDataLength}, UD {Convert.ToHexString(part.Octets.Span)}");
        }
        #endregion
    }
}
