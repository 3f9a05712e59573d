using System.Buffers;

namespace SmsGateway.Emulator.Text;

/// <summary>The default alphabet of GSM 03.38 and its extension, as sets of characters.</summary>
internal static class GsmAlphabet
{
    private const string Letters =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
        "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private static readonly SearchValues<char> One = SearchValues.Create(Letters);
    private static readonly SearchValues<char> Two = SearchValues.Create(Extension);
    private static readonly SearchValues<char> All = SearchValues.Create(Letters + Extension);

    /// <summary>Whether every character can be sent in septets.</summary>
    public static bool Holds(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(All) < 0;

    /// <summary>Whether no character of the text needs an escape septet.</summary>
    public static bool HoldsWithoutEscapes(ReadOnlySpan<char> text) => text.IndexOfAnyExcept(One) < 0;

    /// <summary>Whether the character takes two septets.</summary>
    public static bool IsEscaped(char letter) => Two.Contains(letter);
}
