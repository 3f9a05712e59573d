using System.Globalization;

namespace SmsGateway.Tests.Segments;

/// <summary>
/// The rules of TS 23.038 and TS 23.040 once more, as plainly as they can be said and with nothing of the library's in it but the
/// option types: atoms that must not be cut, filled into segments in order. What the engine says is compared with this.
/// </summary>
internal static class PlainSplitter
{
    private static readonly Dictionary<(bool IsMain, SmsNationalLanguage Language), HashSet<char>> Tables = SegmentFixtures.Tables()
        .Where(static row => row.Character != '\0' && !(row.Language == SmsNationalLanguage.Telugu && row.Character == '€'))
        .GroupBy(
            static row => (row.Table is "basic" || row.Table.EndsWith("-locking", StringComparison.Ordinal), row.Language),
            static row => row.Character)
        .ToDictionary(static table => table.Key, static table => table.ToHashSet());

    public static (SmsEncoding Encoding, IReadOnlyList<int> Units, IReadOnlyList<string> Texts) Split(string text, SmsTextOptions options)
    {
        HashSet<char> main = Tables[(true, options.LockingShift)];
        HashSet<char> escaped = Tables[(false, options.SingleShift)];
        bool isGsm7 = !options.ForceUcs2 && text.All(c => main.Contains(c) || escaped.Contains(c));
        (int single, int multi) = Limits(isGsm7, options);

        int total = text.Sum(Cost);
        if (total <= single)
        {
            return (Encoding(), [total], [text]);
        }

        var units = new List<int> { 0 };
        var texts = new List<string> { "" };
        foreach (string atom in Atoms(text, options.KeepGraphemes, run => run.Sum(Cost) <= multi))
        {
            int cost = atom.Sum(Cost);
            if (units[^1] + cost > multi)
            {
                units.Add(0);
                texts.Add("");
            }

            units[^1] += cost;
            texts[^1] += atom;
        }

        return (Encoding(), units, texts);

        SmsEncoding Encoding() => isGsm7 ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2;
        int Cost(char c) => !isGsm7 || main.Contains(c) ? 1 : 2;
    }

    /// <summary>The runs that must not be cut: surrogate pairs, and clusters that fit a segment if they are to be kept.</summary>
    private static IEnumerable<string> Atoms(string text, bool keepGraphemes, Func<string, bool> fits)
    {
        if (keepGraphemes)
        {
            for (TextElementEnumerator clusters = StringInfo.GetTextElementEnumerator(text); clusters.MoveNext();)
            {
                string cluster = clusters.GetTextElement();
                foreach (string atom in fits(cluster) ? [cluster] : Atoms(cluster, keepGraphemes: false, fits))
                {
                    yield return atom;
                }
            }

            yield break;
        }

        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            yield return isPair ? text.Substring(i++, 2) : text.Substring(i, 1);
        }
    }

    private static (int Single, int Multi) Limits(bool isGsm7, SmsTextOptions options)
    {
        if ((isGsm7 ? options.Profile.Gsm7 : options.Profile.Ucs2) is { } limits)
        {
            return (limits.SinglePart, limits.Multipart);
        }

        int tables = isGsm7 ? new[] { options.LockingShift, options.SingleShift }.Count(static id => id != SmsNationalLanguage.None) : 0;
        int concatenation = options.Concatenation == SmsConcatenation.Reference16Bit ? 6 : 5;
        return (Capacity(3 * tables), Capacity(3 * tables + concatenation));

        // One octet more for the header's own length, if there is a header.
        int Capacity(int elements) => (140 - (elements == 0 ? 0 : elements + 1)) * 8 / (isGsm7 ? 7 : 16);
    }
}
