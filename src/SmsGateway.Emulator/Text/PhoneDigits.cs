using System.Buffers;

namespace SmsGateway.Emulator.Text;

/// <summary>A phone number as bare digits with the country's prefix.</summary>
internal static class PhoneDigits
{
    private static readonly SearchValues<char> Written = SearchValues.Create("+0123456789 -().");

    /// <summary>The ASCII digits of a number; a leading 00 is dropped as a plus would be.</summary>
    public static string Of(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[Math.Min(number.Length, 32)];
        var count = 0;
        foreach (var letter in number)
        {
            if (char.IsAsciiDigit(letter) && count < digits.Length)
            {
                digits[count++] = letter;
            }
        }

        var found = digits[..count];
        return (found.StartsWith("00") ? found[2..] : found).ToString();
    }

    /// <summary>Whether a number consists of digits and of what people write between them.</summary>
    public static bool LooksLikeNumber(ReadOnlySpan<char> number) =>
        !number.IsEmpty && number.IndexOfAnyExcept(Written) < 0 && number.LastIndexOf('+') <= 0;
}
