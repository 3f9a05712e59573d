using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.Webhooks;

/// <summary>The secrets of one account; several are good at a time, so that one can be replaced without losing callbacks.</summary>
internal sealed class WebhookSecrets(IEnumerable<string> secrets)
{
    // Digests are of one length whatever the secrets are, so comparing them tells nothing of either.
    private readonly byte[][] _digests = [.. secrets.Select(secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret)))];

    public bool IsEmpty => _digests.Length == 0;

    /// <summary>Compares with every secret, in a time that does not depend on how much of any agrees.</summary>
    public bool Match(string? candidate)
    {
        if (candidate is null || candidate.Length > SmsWebhookSecret.MaxLength)
        {
            return false;
        }

        Span<byte> octets = stackalloc byte[4 * SmsWebhookSecret.MaxLength];
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(octets[..Encoding.UTF8.GetBytes(candidate, octets)], digest);
        var found = false;
        foreach (var known in _digests)
        {
            found |= CryptographicOperations.FixedTimeEquals(known, digest);
        }

        return found;
    }
}
