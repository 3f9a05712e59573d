using System.Buffers;

namespace SmsGateway.Client;

/// <summary>What an account may be called: message ids are "account:id", and names stand in logs and metrics.</summary>
internal static class AccountNames
{
    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._");

    public static void Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!IsPossible(name))
        {
            throw new ArgumentException("An SMS account's name has at most 64 letters, digits, dashes, dots and underscores.", nameof(name));
        }
    }

    public static bool IsPossible(string name) => name.Length is > 0 and <= 64 && !name.AsSpan().ContainsAnyExcept(Allowed);
}
