namespace SmsGateway.Events;

/// <summary>The names under which a message can be found: for stores that keep names and values.</summary>
internal static class MessageNames
{
    /// <summary>All names of a message, most telling first.</summary>
    public static IEnumerable<MessageName> Of(SmsMessageHandle message)
    {
        if (OfNumber(message) is { } byNumber)
        {
            yield return byNumber;
        }

        if (OfId(message) is { } byId)
        {
            yield return byId;
        }

        if (OfReference(message) is { } byReference)
        {
            yield return byReference;
        }
    }

    public static MessageName? OfNumber(SmsMessageHandle message) =>
        message is { Id: { } id, Number: { } number } ? new MessageName('n', message.Account, id, number) : null;

    public static MessageName? OfId(SmsMessageHandle message) => message.Id is { } id ? new MessageName('i', message.Account, id) : null;

    public static MessageName? OfReference(SmsMessageHandle message) => message.Reference is { } reference ? new MessageName('r', message.Account, reference) : null;

    /// <summary>Whether a message that was found can be the one that is meant: nobody's number is taken for another's.</summary>
    public static bool Fits(SmsTrackedMessage found, SmsMessageHandle message) =>
        (found.Message.Number is null || message.Number is null || found.Message.Number == message.Number)
        && (found.Message.Id is null || message.Id is null || found.Message.Id == message.Id);
}

/// <summary>One name of a message.</summary>
/// <param name="Kind">By number and id, by id, or by reference.</param>
/// <param name="Account">The account.</param>
/// <param name="Value">Id or reference.</param>
/// <param name="Number">The number; none in most kinds.</param>
internal readonly record struct MessageName(char Kind, string Account, string Value, PhoneNumber Number = default)
{
    /// <summary>It may be that of others as well.</summary>
    public bool IsShared => Kind == 'i';

    // Accounts are few: they need not spread.
    public override int GetHashCode() => HashCode.Combine(Kind, Value, Number.Number);

    public override string ToString() => Number == default ? $"{Kind}\n{Account}\n{Value}" : $"{Kind}\n{Account}\n{Value}\n{Number.Digits}";
}
