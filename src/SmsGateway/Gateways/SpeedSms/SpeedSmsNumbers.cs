namespace SmsGateway.SpeedSms;

/// <summary>Numbers as SpeedSMS echoes them: "84...", "+84..." or the local "0...", whatever was sent.</summary>
internal static class SpeedSmsNumbers
{
    public static bool TryRead(string? text, out PhoneNumber number)
    {
        if (text?.Trim() is ['0', not '0', ..] local)
        {
            text = $"84{local[1..]}";
        }

        return PhoneNumberReader.TryReadWireDigits(text, out number);
    }

    public static HashSet<PhoneNumber> Read(string[]? texts)
    {
        HashSet<PhoneNumber> numbers = [];
        foreach (var text in texts ?? [])
        {
            if (TryRead(text, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }
}
