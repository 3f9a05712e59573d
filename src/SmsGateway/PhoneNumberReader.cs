using System.Globalization;

namespace SmsGateway;

/// <summary>Reads numbers as people write them; the sentence in <c>problem</c> never holds the number.</summary>
internal static class PhoneNumberReader
{
    private const string Length = "The number has too few or too many digits: 7 to 15 with the country code.";

    public static bool TryRead(ReadOnlySpan<char> text, string? defaultCountryCode, out PhoneNumber number, out string? problem)
    {
        number = default;
        ulong digits = 0;
        var count = 0;
        var zeros = 0;
        var plus = false;
        foreach (var c in text)
        {
            if (DigitOf(c) is var digit && digit >= 0)
            {
                // Leading zeros are a prefix ("00", trunk "0"), never part of the number.
                if (count == 0 && digit == 0)
                {
                    zeros++;
                }
                else if (++count > PhoneNumber.MaxDigits)
                {
                    problem = Length;
                    return false;
                }
                else
                {
                    digits = (digits * 10) + (ulong)digit;
                }
            }
            else if (c is '+' or '\uFF0B' && !plus && count + zeros == 0)
            {
                plus = true;
            }
            else if (!IsSeparator(c))
            {
                problem = string.Create(CultureInfo.InvariantCulture, $"The number holds the character U+{(int)c:X4}, which no number has.");
                return false;
            }
        }

        return count + zeros == 0
            ? Fail("The number is empty.", out problem)
            : Place(plus, zeros, count, digits, defaultCountryCode, out number, out problem);
    }

    /// <summary>Digits as gateways write them: country code first, no plus.</summary>
    public static bool TryReadWireDigits(ReadOnlySpan<char> text, out PhoneNumber number)
    {
        text = text.Trim().TrimStart('+');
        number = default;
        if (text.Length is < PhoneNumber.MinDigits or > PhoneNumber.MaxDigits || text[0] == '0'
            || !ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits))
        {
            return false;
        }

        number = new PhoneNumber(digits);
        return true;
    }

    private static bool Place(
        bool plus, int zeros, int count, ulong digits, string? defaultCountryCode, out PhoneNumber number, out string? problem)
    {
        number = default;
        if (plus ? zeros == 0 : zeros == 2)
        {
            return Accept(digits, count, out number, out problem);
        }

        if (plus || zeros > 2)
        {
            return Fail("The number begins with zero behind its prefix: no country code does.", out problem);
        }

        if (string.IsNullOrEmpty(defaultCountryCode))
        {
            return Fail("The number has no country code: write it with \"+\", or set DefaultCountryCode.", out problem);
        }

        if (zeros == 0 && count >= 11 && digits.ToString(CultureInfo.InvariantCulture).StartsWith(defaultCountryCode, StringComparison.Ordinal))
        {
            return Fail("The number may or may not hold its country code already: write it with \"+\".", out problem);
        }

        var international = count + defaultCountryCode.Length > PhoneNumber.MaxDigits
            ? 0
            : (ulong.Parse(defaultCountryCode, NumberStyles.None, CultureInfo.InvariantCulture) * Power(count)) + digits;
        return Accept(international, count + defaultCountryCode.Length, out number, out problem);
    }

    private static bool Accept(ulong digits, int count, out PhoneNumber number, out string? problem)
    {
        if (count is < PhoneNumber.MinDigits or > PhoneNumber.MaxDigits)
        {
            number = default;
            return Fail(Length, out problem);
        }

        number = new PhoneNumber(digits);
        problem = null;
        return true;
    }

    private static bool Fail(string sentence, out string? problem)
    {
        problem = sentence;
        return false;
    }

    private static ulong Power(int exponent)
    {
        var power = 1UL;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    // ASCII, full-width, Arabic-Indic and Persian digits: a number copied from a phone book may hold any of them.
    private static int DigitOf(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\uFF10' and <= '\uFF19' => c - '\uFF10',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
        _ => -1,
    };

    private static bool IsSeparator(char c) => c is
        ' ' or '-' or '(' or ')' or '.' or '/' or
        '\u00A0' or '\u2007' or '\u2009' or '\u202F' or // no-break, figure, thin and narrow spaces
        (>= '\u2010' and <= '\u2014') or '\u2212' or    // hyphens, dashes, minus
        '\u200E' or '\u200F' or '\u061C' or             // direction marks around copied numbers
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
