namespace SmsGateway.Events;

/// <summary>The names under which a message can be found: for stores that keep names and values.</summary>
internal static class MessageNames
{
    /// <summary>Stands in place of a key where an id belongs to several messages.</summary>
    public const string Several = "*";

    /// <summary>All names of a message, and whether a name may be that of others as well.</summary>
    public static IEnumerable<(string Name, bool IsShared)> Of(SmsMessageHandle message)
    {
        if (message.Id is { } id)
        {
            if (message.Number is { } number)
            {
                yield return (ById(message.Account, id, number), false);
            }

            yield return (ById(message.Account, id), true);
        }

        if (message.Reference is { } reference)
        {
            yield return (ByReference(message.Account, reference), false);
        }
    }

    /// <summary>The names to ask for, most telling first.</summary>
    public static IEnumerable<string> ToAsk(SmsMessageHandle message) => Of(message).Select(name => name.Name);

    /// <summary>Whether a message that was found can be the one that is meant: nobody's number is taken for another's.</summary>
    public static bool Fits(SmsTrackedMessage found, SmsMessageHandle message) =>
        (found.Message.Number is null || message.Number is null || found.Message.Number == message.Number)
        && (found.Message.Id is null || message.Id is null || found.Message.Id == message.Id);

    private static string ById(string account, string id, PhoneNumber number) => $"n\n{account}\n{id}\n{number.Digits}";

    private static string ById(string account, string id) => $"i\n{account}\n{id}";

    private static string ByReference(string account, string reference) => $"r\n{account}\n{reference}";
}
