namespace SmsGateway;

/// <summary>Profiles that come with the library. Vary one with <c>with</c>, or define your own: a profile is data.</summary>
public static class SmsTextProfiles
{
    /// <summary>
    /// SMSAPI, by its document: up to six segments (918 septets or 402 UCS-2 units), prices in points, and its own normalization.
    /// </summary>
    /// <remarks>
    /// Newer code of the vendor knows ten segments: <c>SmsTextProfiles.SmsApi with { MaxSegments = 10 }</c>. The document also counts
    /// a line feed twice, against the standard and its own table; set <see cref="SmsTextProfile.LineFeedCountsTwice"/> to imitate it.
    /// </remarks>
    public static SmsTextProfile SmsApi { get; } = new()
    {
        Name = "SMSAPI",
        MaxSegments = 6,
        PriceUnit = "points",
        Normalization = SmsCharacterMap.Parse(SmsApiNormalization),
    };

    /// <summary>The document's table for normalize=1, in its order: þ is there twice, ü is missing, GSM-7 letters change too.</summary>
    internal const string SmsApiNormalization =
        "Š>S š>s Ś>S ś>s Đ>Dj đ>dj ź>z ż>z Ź>Z Ż>Z Ž>Z ž>z Č>C č>c Ć>C ć>c " +
        "À>A Ą>A Á>A Â>A Ã>A Ä>A Å>A Æ>A Ç>C È>E É>E Ę>E ę>e Ê>E Ë>E Ì>I " +
        "Í>I Î>I Ï>I Ñ>N Ò>O Ó>O Ô>O Ł>L ł>l Ń>N ń>n Õ>O Ö>O Ø>O Ù>U Ú>U " +
        "Û>U Ü>U Ý>Y þ>B ß>Ss à>a ą>a á>a â>a ã>a ä>a å>a æ>a ç>c è>e é>e " +
        "ê>e ë>e ì>i í>i î>i ï>i ð>o ñ>n ò>o ó>o ô>o õ>o ö>o ø>o ù>u ú>u " +
        "û>u ý>y þ>b ÿ>y Ŕ>R ŕ>r";
}
