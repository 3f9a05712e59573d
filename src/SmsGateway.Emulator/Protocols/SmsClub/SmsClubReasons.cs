namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>Reasons in the three languages in which the vendor gives them. The wording is ours.</summary>
internal static class SmsClubReasons
{
    public static string Phone(SmsInbox? inbox) => Of(inbox, "Incorrect phone number", "Невірний номер телефону", "Неверный номер телефона");

    public static string Blocked(SmsInbox? inbox) => Of(inbox, "Phone number is in the black list", "Номер у чорному списку", "Номер в чёрном списке");

    public static string NoMoney(SmsInbox? inbox) => Of(inbox, "Not enough money", "Недостатньо коштів", "Недостаточно средств");

    public static string Blank(SmsInbox? inbox) => Of(inbox, "Value cannot be blank", "Значення не може бути порожнім", "Значение не может быть пустым");

    public static string NotAvailable(SmsInbox? inbox) => Of(inbox, "Alpha name is not available", "Альфа-ім'я недоступне", "Альфа-имя недоступно");

    public static string Format(SmsInbox? inbox) => Of(inbox, "Value has a wrong format", "Значення має хибний формат", "Значение имеет неверный формат");

    public static string TooLong(SmsInbox? inbox) => Of(inbox, "Message is too long", "Повідомлення задовге", "Сообщение слишком длинное");

    public static string Id(SmsInbox? inbox) => Of(inbox, "Incorrect id", "Невірний ідентифікатор", "Неверный идентификатор");

    private static string Of(SmsInbox? inbox, string english, string ukrainian, string russian) => inbox?.SmsClub.Language switch
    {
        SmsClubLanguage.Ukrainian => ukrainian,
        SmsClubLanguage.Russian => russian,
        _ => english,
    };
}
