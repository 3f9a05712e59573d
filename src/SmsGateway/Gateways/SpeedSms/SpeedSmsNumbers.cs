namespace SmsGateway.SpeedSms;

/// <summary>Numbers as SpeedSMS writes them: "84...", "+84..." or the local "0...", whatever was sent.</summary>
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

    /// <summary>"0..." for numbers of Vietnam, the digits for all others.</summary>
    public static string ToLocal(PhoneNumber number) => number.StartsWith("84") ? $"0{number.Digits[2..]}" : number.Digits;

    /// <summary>A count, when it is one.</summary>
    public static int? ToCount(decimal? value) => value is >= 0 and <= int.MaxValue && decimal.IsInteger(value.Value) ? (int)value : null;

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
