using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SmsGateway;

namespace Shop;

/// <summary>One-time codes for logging in.</summary>
internal sealed class LoginCodes(ISmsClient sms, TimeProvider time)
{
    private const int MaxTries = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Pending> _pending = new(StringComparer.Ordinal);

    /// <summary>Sends a code; a code that was sent before stops working.</summary>
    public async Task<LoginCodeState> SendAsync(string phone, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        _pending[phone] = new Pending(Hash(code), time.GetUtcNow() + Lifetime);
        var result = await sms.SendAsync(new SmsMessage(phone, $"{code} is your login code. Never tell it anybody.") { Category = SmsCategory.OneTimeCode, MaxSegments = 1 }, cancellationToken);

        // Uncertain is no failure: the phone may be ringing already. A code is never sent again by itself; who got none asks for
        // another, and by then knows that the first did not come.
        return result.Outcome switch
        {
            SmsOutcome.Accepted => LoginCodeState.OnItsWay,
            SmsOutcome.Unknown => LoginCodeState.PerhapsOnItsWay,
            SmsOutcome.NotSent => LoginCodeState.TryAgainLater,
            _ when result.Error!.Scope == SmsErrorScope.Recipient => LoginCodeState.WrongNumber,
            _ => LoginCodeState.TryAgainLater,
        };
    }

    /// <summary>Whether the code is the one that was sent; it works once.</summary>
    public bool Check(string phone, string code)
    {
        if (!_pending.TryGetValue(phone, out var pending) || pending.ExpiresAt < time.GetUtcNow() || pending.CountTry() > MaxTries)
        {
            return false;
        }

        return CryptographicOperations.FixedTimeEquals(pending.Hash, Hash(code)) && _pending.TryRemove(new(phone, pending));
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    private sealed class Pending(byte[] hash, DateTimeOffset expiresAt)
    {
        private int _tries;

        public byte[] Hash => hash;

        public DateTimeOffset ExpiresAt => expiresAt;

        public int CountTry() => Interlocked.Increment(ref _tries);
    }
}

/// <summary>What the login page tells.</summary>
internal enum LoginCodeState
{
    OnItsWay,
    PerhapsOnItsWay,
    TryAgainLater,
    WrongNumber,
}
