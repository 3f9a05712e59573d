namespace SmsGateway.Emulator.Push;

/// <summary>
/// The last four digits of a number that decide its fate, so that a person or a test in any language can ask for a failure
/// without any set-up, with a number of any country.
/// </summary>
internal static class MagicNumbers
{
    private static readonly DeliverySchedule Delivered = DeliverySchedule.After(TimeSpan.Zero);
    private static readonly DeliverySchedule Undelivered = DeliverySchedule.After(TimeSpan.Zero, DeliveryState.Undelivered);
    private static readonly DeliverySchedule Expired = DeliverySchedule.After(TimeSpan.Zero, DeliveryState.Expired);
    private static readonly DeliverySchedule Twice = DeliverySchedule.Steps(new DeliveryStep(DeliveryState.Delivered, TimeSpan.Zero) { Times = 2 });
    private static readonly DeliverySchedule Early = DeliverySchedule.BeforeResponse();

    /// <summary>What the gateway does with a recipient.</summary>
    public static MagicFate Fate(ReadOnlySpan<char> number) => Ending(number) switch
    {
        3 => MagicFate.InvalidNumber,
        4 => MagicFate.Blocked,
        5 => MagicFate.NoCredit,
        _ => MagicFate.Accepted,
    };

    /// <summary>The fault that a request with such a recipient meets, if any.</summary>
    public static Fault? RequestFault(IEnumerable<string> recipients)
    {
        foreach (var number in recipients)
        {
            switch (Ending(number))
            {
                case 6:
                    return Fault.RateLimited(TimeSpan.FromSeconds(1));
                case 7:
                    return Fault.Html(500);
                case 8:
                    return Fault.Hang().AndAccept();
                case 9:
                    return Fault.Reset().AndAccept();
                default:
                    continue;
            }
        }

        return null;
    }

    /// <summary>What becomes of an accepted message.</summary>
    public static DeliverySchedule Plan(ReadOnlySpan<char> number, DeliverySchedule usual) => Ending(number) switch
    {
        0 => Delivered,
        1 => Undelivered,
        2 => Expired,
        10 => Twice,
        11 => Early,
        12 => DeliverySchedule.Manual,
        _ => usual,
    };

    /// <summary>Whether the phone answers STOP.</summary>
    public static bool RepliesStop(ReadOnlySpan<char> number) => Ending(number) == 13;

    private static int Ending(ReadOnlySpan<char> number) =>
        number.Length >= 4 && number[^4] == '0' && number[^3] == '0' && char.IsAsciiDigit(number[^2]) && char.IsAsciiDigit(number[^1])
            ? ((number[^2] - '0') * 10) + (number[^1] - '0')
            : -1;
}

/// <summary>What a gateway does with a recipient.</summary>
internal enum MagicFate
{
    Accepted,
    InvalidNumber,
    Blocked,
    NoCredit,
}
