using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.Webhooks;

/// <summary>The secrets of one account; several are good at a time, so that one can be replaced without losing callbacks.</summary>
internal sealed class WebhookSecrets
{
    private readonly int _length;
    private readonly byte[][] _secrets;

    public WebhookSecrets(ICollection<string> secrets)
    {
        _length = secrets.Count == 0 ? 0 : secrets.Max(static secret => secret.Length);
        _secrets = [.. secrets.Select(secret => Pad(secret, new byte[_length]).ToArray())];
    }

    public bool IsEmpty => _secrets.Length == 0;

    /// <summary>Compares with every secret, in a time that tells nothing but how long the longest is.</summary>
    public bool Match(string? candidate)
    {
        var padded = Pad(candidate, stackalloc byte[_length]);
        var found = false;
        foreach (var known in _secrets)
        {
            found |= CryptographicOperations.FixedTimeEquals(known, padded);
        }

        return found & candidate?.Length <= _length;
    }

    // All are as long as the longest; no text has 0xFF in ASCII, and what is not ASCII becomes a question mark, which no secret has.
    private static Span<byte> Pad(ReadOnlySpan<char> text, Span<byte> room)
    {
        room.Fill(0xFF);
        Encoding.ASCII.GetBytes(text[..Math.Min(text.Length, room.Length)], room);
        return room;
    }
}
