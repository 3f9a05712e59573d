namespace SmsGateway.Tests.Support;

/// <summary>Looks for thousands of secrets at once: every stretch of a text that begins like one of them is compared.</summary>
internal sealed class SecretSearch
{
    private readonly Dictionary<int, List<string>> _byBeginning = [];
    private readonly int _length;

    public SecretSearch(IEnumerable<string> secrets)
    {
        var known = secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        _length = known.Count == 0 ? 0 : Math.Min(8, known.Min(secret => secret.Length));
        foreach (var secret in known)
        {
            var beginning = string.GetHashCode(secret.AsSpan(0, _length), StringComparison.Ordinal);
            if (!_byBeginning.TryGetValue(beginning, out var alike))
            {
                _byBeginning[beginning] = alike = [];
            }

            alike.Add(secret);
        }
    }

    public bool IsIn(string text)
    {
        for (var i = 0; _length > 0 && i <= text.Length - _length; i++)
        {
            if (_byBeginning.TryGetValue(string.GetHashCode(text.AsSpan(i, _length), StringComparison.Ordinal), out var alike)
                && alike.Exists(secret => text.AsSpan(i).StartsWith(secret, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
