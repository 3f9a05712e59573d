namespace SmsGateway;
#pragma warning disable CS1591
public enum SmsUnicodePolicy { Allow, Transliterate, TransliterateAlways, Reject }
public enum SmsEncoding { Gsm7, Ucs2 }
public readonly record struct SmsTextInfo(SmsEncoding Encoding, int Segments, int Units);
public static class SmsText
{
    public static SmsTextInfo Analyze(ReadOnlySpan<char> text) => new(SmsEncoding.Gsm7, Math.Max(1, (text.Length + 152) / 153), text.Length);
    public static string Transliterate(string text, SmsUnicodePolicy policy) => text;
    public static int IndexOfLoneSurrogate(ReadOnlySpan<char> text) => -1;
}
