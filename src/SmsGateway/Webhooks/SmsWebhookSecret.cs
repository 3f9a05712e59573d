using System.Security.Cryptography;

namespace SmsGateway;

/// <summary>Secrets in the addresses that gateways call: they sign nothing, so the secret is all that tells them from anybody else.</summary>
public static class SmsWebhookSecret
{
    /// <summary>How hard a secret must be to guess, in bits.</summary>
    public const int MinBits = 128;

    /// <summary>The shortest secret, in characters.</summary>
    public const int MinLength = 22;

    /// <summary>The longest secret, in characters.</summary>
    public const int MaxLength = 256;

    private const int MinDistinct = 10;

    /// <summary>Makes a secret of 192 random bits: 32 letters, digits, dashes and underscores, which addresses take as they are.</summary>
    public static string Create() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)).Replace('+', '-').Replace('/', '_');

    /// <summary>What is wrong with a secret, as a sentence without it; null when it will do.</summary>
    internal static string? ProblemOf(string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            return "is empty";
        }

        if (secret.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '~')))
        {
            return "must hold letters, digits and - _ . ~ only, for it stands in an address";
        }

        return secret.Length > MaxLength ? "must have at most 256 characters"
            : secret.Length < MinLength || secret.Distinct().Count() < MinDistinct || secret.Length * Math.Log2(AlphabetOf(secret)) < MinBits
                ? "is too easy to guess: it needs 128 random bits, as SmsWebhookSecret.Create() makes them (22 letters and digits, or 32 hexadecimal digits)"
            : null;
    }

    // From what a secret is written in follows how much each of its characters is worth at most.
    private static int AlphabetOf(string secret)
    {
        if (secret.All(char.IsAsciiDigit))
        {
            return 10;
        }

        if (secret.All(char.IsAsciiHexDigit))
        {
            return 16;
        }

        return (secret.Any(char.IsAsciiLetterLower) ? 26 : 0) + (secret.Any(char.IsAsciiLetterUpper) ? 26 : 0)
            + (secret.Any(char.IsAsciiDigit) ? 10 : 0) + (secret.Any(c => !char.IsAsciiLetterOrDigit(c)) ? 4 : 0);
    }
}
