using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace SmsGateway;

/// <summary>
/// A gateway's own table of replacements, applied character by character and verbatim: a preview of what the gateway will do, not
/// the library's transliteration. Immutable and safe to share.
/// </summary>
public sealed class SmsCharacterMap
{
    private readonly FrozenDictionary<char, string> _replacements;

    /// <summary>Creates a map.</summary>
    /// <param name="replacements">Characters and what replaces them; of a character that occurs twice, the later entry counts.</param>
    /// <exception cref="ArgumentNullException"><paramref name="replacements"/> or a replacement is <see langword="null"/>.</exception>
    public SmsCharacterMap(IEnumerable<KeyValuePair<char, string>> replacements)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        var map = new Dictionary<char, string>();
        foreach ((char from, string to) in replacements)
        {
            map[from] = to ?? throw new ArgumentNullException(nameof(replacements));
        }

        _replacements = map.ToFrozenDictionary();
    }

    /// <summary>How many characters the map replaces.</summary>
    public int Count => _replacements.Count;

    /// <summary>Finds the replacement of a character.</summary>
    /// <param name="c">The UTF-16 code unit.</param>
    /// <param name="replacement">What replaces it, if anything does.</param>
    /// <returns>Whether the map has the character.</returns>
    public bool TryGet(char c, [NotNullWhen(true)] out string? replacement) => _replacements.TryGetValue(c, out replacement);

    /// <summary>Replaces every character that the map has.</summary>
    /// <param name="text">The text; the empty text stays empty.</param>
    /// <returns>The replaced text, or the same instance if nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        System.Text.StringBuilder? changed = null;
        for (int i = 0; i < text.Length; i++)
        {
            if (_replacements.TryGetValue(text[i], out string? replacement))
            {
                changed ??= new System.Text.StringBuilder(text, 0, i, text.Length);
                changed.Append(replacement);
            }
            else
            {
                changed?.Append(text[i]);
            }
        }

        return changed?.ToString() ?? text;
    }

    /// <summary>Reads a table of the form "Š>S Đ>Dj".</summary>
    internal static SmsCharacterMap Parse(string table) =>
        new(table.Split(' ').Select(static row => KeyValuePair.Create(row[0], row[2..])));
}
