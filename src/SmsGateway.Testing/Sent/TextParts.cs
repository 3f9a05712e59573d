using System.Buffers;

namespace SmsGateway.Testing;

/// <summary>Finds in a text what a person would take out of it.</summary>
internal static class TextParts
{
    private static readonly SearchValues<char> EndOfLink = SearchValues.Create(" \t\r\n\"<>");

    /// <summary>Runs of digits of such a length that belong to no word, amount or phone number.</summary>
    public static IEnumerable<string> Codes(string text, int minDigits, int maxDigits)
    {
        var links = LinkRanges(text).ToList();
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - start >= minDigits && end - start <= maxDigits && StandsAlone(text, start, end) && !links.Exists(link => link.Start <= start && start < link.End))
            {
                yield return text[start..end];
            }

            start = end;
        }
    }

    public static IEnumerable<Uri> Links(string text)
    {
        foreach (var (start, end) in LinkRanges(text))
        {
            if (Uri.TryCreate(text[start..end], UriKind.Absolute, out var link))
            {
                yield return link;
            }
        }
    }

    private static IEnumerable<(int Start, int End)> LinkRanges(string text)
    {
        for (var start = text.IndexOf("http", StringComparison.OrdinalIgnoreCase); start >= 0; start = text.IndexOf("http", start + 4, StringComparison.OrdinalIgnoreCase))
        {
            var rest = text.AsSpan(start);
            if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var length = rest.IndexOfAny(EndOfLink);
            yield return (start, start + rest[..(length < 0 ? rest.Length : length)].TrimEnd(".,;:!?)").Length);
        }
    }

    // "12.50" and "+48500111222" hold no code; "482910." and "482910, please" do.
    private static bool StandsAlone(string text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        var isNumberGoingOn = end + 1 < text.Length && after is '.' or ',' or ':' or '/' && char.IsAsciiDigit(text[end + 1]);
        return !char.IsLetter(before) && before is not ('+' or '.' or ',' or '/' or '_')
            && !char.IsLetter(after) && after != '_' && !isNumberGoingOn;
    }
}
