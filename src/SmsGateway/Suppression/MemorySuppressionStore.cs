namespace SmsGateway.Suppression;

/// <summary>The list in this process's memory: gone with it.</summary>
internal sealed class MemorySuppressionStore : ISmsSuppressionStore
{
    private readonly Dictionary<PhoneNumber, List<SmsSuppression>> _entries = [];
    private readonly Gate _gate = new();

    public ValueTask<SmsSuppression?> FindAsync(PhoneNumber recipient, string? sender, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_entries.GetValueOrDefault(recipient)?.Find(entry => entry.Sender is null || sender is null || IsSame(entry.Sender, sender)));
        }
    }

    public ValueTask AddAsync(SmsSuppression suppression, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(suppression.Recipient, out var entries))
            {
                _entries[suppression.Recipient] = entries = [];
            }

            entries.RemoveAll(entry => IsSame(entry.Sender, suppression.Sender));
            entries.Add(suppression);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask RemoveAsync(PhoneNumber recipient, string? sender, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (sender is null)
            {
                _entries.Remove(recipient);
            }
            else
            {
                _entries.GetValueOrDefault(recipient)?.RemoveAll(entry => IsSame(entry.Sender, sender));
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<bool> TryConfirmAsync(SmsSuppression suppression, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var entries = _entries.GetValueOrDefault(suppression.Recipient);
            var index = entries?.FindIndex(entry => IsSame(entry.Sender, suppression.Sender) && entry.MayConfirm) ?? -1;
            if (index < 0)
            {
                return ValueTask.FromResult(false);
            }

            entries![index] = entries[index] with { MayConfirm = false };
            return ValueTask.FromResult(true);
        }
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
