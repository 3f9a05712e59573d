using System.Globalization;
using System.Text;

namespace SmsGateway.Tests.Segments;

/// <summary>The fixture files, as rows.</summary>
internal static class SegmentFixtures
{
    public static IEnumerable<string[]> Rows(string file) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "segments", file), Encoding.UTF8)
        .Skip(1)
        .Select(static line => line.Split('\t'));

    /// <summary>Every row of the standard's tables: table, language, code, character ('\0' where the code carries none).</summary>
    public static IEnumerable<(string Table, SmsNationalLanguage Language, byte Code, char Character)> Tables() =>
        from row in Rows("gsm0338.tsv")
        let code = row[2].Split(' ')[^1]
        let hasCharacter = row[3].StartsWith("U+", StringComparison.Ordinal)
        select (
            row[0],
            (SmsNationalLanguage)int.Parse(row[1], CultureInfo.InvariantCulture),
            byte.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            hasCharacter ? (char)ushort.Parse(row[3].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : '\0');

    /// <summary>A JSON string to text, by hand: a JSON reader refuses lone surrogates.</summary>
    public static string Unquote(string json)
    {
        var text = new StringBuilder();
        for (int i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            text.Append(json[i] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'f' => '\f',
                'b' => '\b',
                'u' => (char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                char c => c,
            });
            i += json[i] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
