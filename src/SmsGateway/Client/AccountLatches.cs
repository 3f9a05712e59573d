using System.Collections.Concurrent;
using SmsGateway.Resilience;

namespace SmsGateway.Client;

/// <summary>Accounts whose gateway refused the account itself - credentials, credit, rights - are left alone for a short time.</summary>
internal sealed class AccountLatches(TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    public bool IsLatched(string account) =>
        !_until.IsEmpty && _until.TryGetValue(account, out var until) && time.GetUtcNow() < until;

    public void Note(string account, SmsResult result)
    {
        if (result.IsAccepted)
        {
            if (!_until.IsEmpty)
            {
                _until.TryRemove(account, out _);
            }
        }
        else if (RepeatTable.ConcernsAccount(result.Outcome, result.Error))
        {
            _until[account] = time.GetUtcNow() + Rest;
        }
    }
}
