using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace SmsGateway.Webhooks;

/// <summary>The secrets of one account; several are good at a time, so that one can be replaced without losing callbacks.</summary>
internal sealed class WebhookSecrets(IEnumerable<string> secrets)
{
    private readonly string[] _secrets = [.. secrets];

    public bool IsEmpty => _secrets.Length == 0;

    /// <summary>Compares with every secret, in a time that does not depend on how much of any agrees; only lengths may show.</summary>
    public bool Match(string? candidate)
    {
        var given = MemoryMarshal.AsBytes(candidate.AsSpan());
        var found = false;
        foreach (var known in _secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(known.AsSpan()), given);
        }

        return found;
    }
}
