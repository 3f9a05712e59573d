namespace SmsGateway.Samples.Segments;

/// <summary>Texts that show one thing each.</summary>
internal static class BuiltIn
{
    public static IReadOnlyList<(string Text, SmsTransliterationLanguage Language)> Texts { get; } =
    [
        ("Your code is 4711.", SmsTransliterationLanguage.None),
        ("Dear customer, your parcel is on its way and will be there by noon. If you are not at home, our driver leaves it with your " +
            "neighbour or takes it to the shop. Pay 12 € at the door [card only].", SmsTransliterationLanguage.None),
        ("Twoja paczka jest już w drodze i dotrze przed południem. Jeśli Cię nie będzie, kurier zostawi ją u sąsiada. Dziękujemy!",
            SmsTransliterationLanguage.None),
        ("Ваше замовлення вже в дорозі, кур'єр буде у вас до полудня. Оплата карткою або готівкою. Дякуємо, що ви з нами!",
            SmsTransliterationLanguage.Ukrainian),
        ("Đơn hàng của bạn đã được gửi đi và sẽ đến trước buổi trưa. Vui lòng giữ điện thoại bên mình nhé.",
            SmsTransliterationLanguage.Vietnamese),
        ("We’ve missed you – here’s 20% off “everything” in our shop until Sunday… See you soon! 👨‍👩‍👧‍👦", SmsTransliterationLanguage.None),
    ];
}
