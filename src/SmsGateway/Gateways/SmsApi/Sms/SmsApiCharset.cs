using System.Text;

namespace SmsGateway.SmsApi;

/// <summary>
/// The charsets in which a text may travel to SMSAPI. Source: docs.smsapi.com (UTF-8, Latin 2, Windows-1250) and the vendor's
/// JavaScript client (the others). Values are never renumbered.
/// </summary>
/// <remarks>The runtime holds all of them; nothing needs to be registered. A character that the charset lacks is refused, never replaced.</remarks>
public enum SmsApiCharset
{
    /// <summary>UTF-8, the default.</summary>
    Utf8 = 0,

    /// <summary>iso-8859-1.</summary>
    Latin1 = 1,

    /// <summary>iso-8859-2.</summary>
    Latin2 = 2,

    /// <summary>iso-8859-3.</summary>
    Latin3 = 3,

    /// <summary>iso-8859-4.</summary>
    Latin4 = 4,

    /// <summary>iso-8859-5.</summary>
    LatinCyrillic = 5,

    /// <summary>iso-8859-7.</summary>
    LatinGreek = 7,

    /// <summary>windows-1250.</summary>
    Windows1250 = 1250,

    /// <summary>windows-1251.</summary>
    Windows1251 = 1251,
}

/// <summary>Names and encoders of the charsets.</summary>
internal static class SmsApiCharsets
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such charset.</exception>
    public static string NameOf(SmsApiCharset charset) => charset switch
    {
        SmsApiCharset.Utf8 => "utf-8",
        SmsApiCharset.Latin1 => "iso-8859-1",
        SmsApiCharset.Latin2 => "iso-8859-2",
        SmsApiCharset.Latin3 => "iso-8859-3",
        SmsApiCharset.Latin4 => "iso-8859-4",
        SmsApiCharset.LatinCyrillic => "iso-8859-5",
        SmsApiCharset.LatinGreek => "iso-8859-7",
        SmsApiCharset.Windows1250 => "windows-1250",
        SmsApiCharset.Windows1251 => "windows-1251",
        _ => throw new ArgumentOutOfRangeException(nameof(charset)),
    };

    /// <exception cref="ArgumentException">The charset lacks a character of the text.</exception>
    public static byte[] Encode(string text, SmsApiCharset charset)
    {
        // Asked for directly: the application need not have registered the provider.
        var encoding = charset switch
        {
            SmsApiCharset.Utf8 => Encoding.UTF8,
            SmsApiCharset.Latin1 => Encoding.Latin1,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(NameOf(charset))!,
        };

        // What was replaced, or made to fit, does not come back.
        var bytes = encoding.GetBytes(text);
        SmsApiArgument.Require(encoding.GetString(bytes) == text, "The text holds a character that its charset lacks.", nameof(text));
        return bytes;
    }
}
