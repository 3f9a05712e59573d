using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>Finds the contacts that a request asks for: by words in them, by lists of values, by birthday; in the order that it wants.</summary>
internal static class SmsApiContactFilter
{
    private static readonly string[] Searched = ["first_name", "last_name", "phone_number", "email", "city"];
    private static readonly string[] Listed = ["first_name", "last_name", "phone_number", "email", "gender"];

    public static List<SmsApiPerson> Find(GatewayCall call, SmsApiContactBook book)
    {
        var groups = Values(call, "group_id");
        var birthdays = Values(call, "birthday_date");
        var lists = Array.ConvertAll(Listed, name => (Name: name, Wanted: Values(call, name)));
        var found = book.People.All.Where(person =>
            Holds(person, call.Parameters["q"])
            && Array.TrueForAll(lists, list => IsOneOf(person[list.Name] ?? (list.Name == "gender" ? "undefined" : null), list.Wanted, list.Name))
            && (groups is null || book.GroupsOf(person).Exists(group => groups.Contains(group.Id, StringComparer.Ordinal)))
            && (birthdays is null || birthdays.Any(wanted => IsBorn(person["birthday_date"], wanted))));
        return call.Parameters["order_by"] switch
        {
            "first_name" or "last_name" => [.. found.OrderBy(person => person[call.Parameters["order_by"]!], StringComparer.OrdinalIgnoreCase)],
            "date_updated" => [.. found.OrderBy(person => person.UpdatedAt)],
            _ => [.. found],
        };
    }

    private static bool Holds(SmsApiPerson person, string? words) =>
        string.IsNullOrEmpty(words) || Array.Exists(Searched, name => person[name]?.Contains(words, StringComparison.OrdinalIgnoreCase) ?? false);

    private static bool IsOneOf(string? value, IReadOnlyList<string>? wanted, string name) => wanted is null || (value is not null && wanted.Any(one =>
        name == "phone_number" ? value == PhoneDigits.Of(one) : value.Equals(one, StringComparison.OrdinalIgnoreCase)));

    // "2022-06-24", "lt(2022-06-24)", "between(2022-06-24, 2022-06-25)"
    private static bool IsBorn(string? birthday, string wanted)
    {
        var open = wanted.IndexOf('(', StringComparison.Ordinal);
        var days = wanted[(open + 1)..].TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
        int Compared(string day) => string.CompareOrdinal(birthday, day);
        return birthday is not null && (open < 0 ? "eq" : wanted[..open]) switch
        {
            "lt" => Compared(days[0]) < 0,
            "lte" => Compared(days[0]) <= 0,
            "gt" => Compared(days[0]) > 0,
            "gte" => Compared(days[0]) >= 0,
            "between" => Compared(days[0]) >= 0 && Compared(days[^1]) <= 0,
            _ => birthday == days[0],
        };
    }

    // A PHP array, or a comma list as the vendor's Node client writes it; the commas in brackets belong to the value.
    private static IReadOnlyList<string>? Values(GatewayCall call, string name) =>
        call.Parameters.Elements(name)
        ?? (call.Parameters[name] is { Length: > 0 } joined ? joined.Contains('(', StringComparison.Ordinal) ? [joined] : joined.Split(',') : null);
}
