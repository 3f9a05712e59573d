namespace SmsGateway.Events;

/// <summary>The names under which a message can be found: for stores that keep names and values.</summary>
internal static class MessageNames
{
    /// <summary>All names of a message, most telling first.</summary>
    public static IEnumerable<MessageName> Of(SmsMessageHandle message)
    {
        if (message.Id is { } id)
        {
            if (message.Number is { } number)
            {
                yield return new MessageName('n', message.Account, id, number.Digits);
            }

            yield return new MessageName('i', message.Account, id) { IsShared = true };
        }

        if (message.Reference is { } reference)
        {
            yield return new MessageName('r', message.Account, reference);
        }
    }

    /// <summary>Whether a message that was found can be the one that is meant: nobody's number is taken for another's.</summary>
    public static bool Fits(SmsTrackedMessage found, SmsMessageHandle message) =>
        (found.Message.Number is null || message.Number is null || found.Message.Number == message.Number)
        && (found.Message.Id is null || message.Id is null || found.Message.Id == message.Id);
}

/// <summary>One name of a message.</summary>
/// <param name="Kind">By number and id, by id, or by reference.</param>
/// <param name="Account">The account.</param>
/// <param name="Value">Id or reference.</param>
/// <param name="Number">The digits.</param>
internal readonly record struct MessageName(char Kind, string Account, string Value, string? Number = null)
{
    /// <summary>It may be that of others as well.</summary>
    public bool IsShared { get; init; }

    public override string ToString() => Number is null ? $"{Kind}\n{Account}\n{Value}" : $"{Kind}\n{Account}\n{Value}\n{Number}";
}
