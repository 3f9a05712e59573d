using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SmsGateway.Webhooks;

/// <summary>The secrets of one account; several are good at a time, so that one can be replaced without losing callbacks.</summary>
internal sealed class WebhookSecrets(IEnumerable<string> secrets)
{
    private readonly string[] _secrets = [.. secrets];

    /// <summary>Compares with every secret, in a time that tells nothing but how long they are.</summary>
    public bool Match(string? candidate)
    {
        var found = false;
        foreach (var known in _secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(known.AsSpan()), MemoryMarshal.AsBytes(candidate.AsSpan()));
        }

        return found;
    }
}
