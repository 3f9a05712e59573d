using System.Globalization;

namespace SmsGateway.Http;

/// <summary>Where the country code of an international number ends. Source: ITU-T E.164, list of assigned country codes.</summary>
internal static class CountryCallingCodes
{
    /// <summary>The country code and the number without it, which in some countries begins with zero.</summary>
    public static (int Country, string National) Split(PhoneNumber number)
    {
        Span<char> digits = stackalloc char[PhoneNumber.MaxDigits];
        number.TryFormatDigits(digits, out var count);
        var length = LengthOf(digits);
        return (int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture),
            digits[length..count].ToString());
    }

    // Zones 1 and 7 have one digit; the two-digit codes are these; all others have three.
    private static int LengthOf(ReadOnlySpan<char> digits) => (digits[0], digits[1]) switch
    {
        ('1' or '7', _) => 1,
        ('2', '0' or '7') => 2,
        ('3', '0' or '1' or '2' or '3' or '4' or '6' or '9') => 2,
        ('4', '0' or '1' or '3' or '4' or '5' or '6' or '7' or '8' or '9') => 2,
        ('5', >= '1' and <= '8') => 2,
        ('6', >= '0' and <= '6') => 2,
        ('8', '1' or '2' or '4' or '6') => 2,
        ('9', >= '0' and <= '5' or '8') => 2,
        _ => 3,
    };
}
