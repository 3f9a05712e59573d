using System.Security.Cryptography;

namespace SmsGateway.Http;

/// <summary>Makes references: 16 lower-case letters and digits, which every gateway takes and which stay unique without regard to case.</summary>
internal static class SmsReference
{
    private const int Length = 16;

    [ThreadStatic]
    private static RandomStock? _stock;

    // 32 characters: five random bits choose one without bias; 80 bits in all.
    private static ReadOnlySpan<char> Alphabet => "abcdefghijklmnopqrstuvwxyz234567";

    /// <param name="now">The time.</param>
    public static string Make(DateTimeOffset now)
    {
        var random = (_stock ??= new RandomStock(static octets => RandomNumberGenerator.Fill(octets))).Take(Length, now);
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            text[i] = Alphabet[random[i] & 31];
        }

        return new string(text);
    }
}
