namespace SmsGateway.Benchmarks.Segments;

/// <summary>The texts that are measured.</summary>
internal static class SegmentTexts
{
    /// <summary>160 characters of one septet each.</summary>
    public static string Ascii160 { get; } = Repeat("Your parcel 4711 is on its way and will be there by noon. ", 160);

    /// <summary>1,000 characters of GSM-7, one in ten of them an extension character, the euro sign among them.</summary>
    public static string Extended1000 { get; } = Repeat("Zahle 12€ an {Müller} für [Artikel 7], Größe ~44, bis 31.12. über 'Konto|2'. ", 1000);

    public static string Vietnamese70 { get; } = Repeat("Đơn hàng của bạn đã được gửi đi và sẽ đến trước buổi trưa hôm nay nhé. ", 70);

    public static string Ukrainian70 { get; } = Repeat("Ваше замовлення вже в дорозі і буде у відділенні до полудня. Дякуємо! ", 70);

    /// <summary>1,000 characters with an emoji in every sentence, so that pairs meet segment ends.</summary>
    public static string Emoji1000 { get; } = Repeat("Your parcel is on its way 🚚 and will be there by noon. Thank you 🙂 ", 1000);

    /// <summary>1,000 characters whose only emoji is the last one: the whole text is read before it turns out to be UCS-2.</summary>
    public static string LateEmoji1000 { get; } = Repeat("Your parcel 4711 is on its way and will be there by noon. ", 998) + "🙂";

    private static string Repeat(string sentence, int length) =>
        string.Concat(Enumerable.Repeat(sentence, length / sentence.Length + 1))[..length];
}
