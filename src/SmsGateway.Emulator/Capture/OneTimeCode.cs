namespace SmsGateway.Emulator.Capture;

/// <summary>Finds in a text what a person would copy from it: a code, a link.</summary>
internal static class OneTimeCode
{
    /// <summary>The first run of digits that has such a length and does not belong to a longer word or number.</summary>
    public static string? Find(string text, int minDigits = 4, int maxDigits = 8)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end - i >= minDigits && end - i <= maxDigits && StandsAlone(text, i, end))
            {
                return text[i..end];
            }

            i = end;
        }

        return null;
    }

    /// <summary>The first web address.</summary>
    public static Uri? FindLink(string text)
    {
        for (var at = text.IndexOf("http", StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf("http", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '<' or '>'))
            {
                end++;
            }

            if (Uri.TryCreate(text[at..end].TrimEnd('.', ',', ';', '!', '?', ')'), UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
            {
                return link;
            }
        }

        return null;
    }

    // 1234.56 and +48500... are amounts and numbers, not codes; a sentence may end right behind a code.
    private static bool StandsAlone(string text, int start, int end)
    {
        var before = start == 0 ? ' ' : text[start - 1];
        var after = end == text.Length ? ' ' : text[end];
        var afterThat = end + 1 < text.Length ? text[end + 1] : ' ';
        return !char.IsLetter(before) && before is not ('+' or '.' or ',' or '/' or '_')
            && !char.IsLetter(after) && after is not '_'
            && !(after is '.' or ',' or '/' or ':' && char.IsAsciiDigit(afterThat));
    }
}
