namespace SmsGateway.SmsClub;

/// <summary>Delivery states, a hundred ids a request.</summary>
internal sealed class SmsClubStatusReader(ISmsClubClient client) : ISmsStatusReader
{
    private const int MaxIds = 100;

    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        Dictionary<string, string> states = new(StringComparer.Ordinal);
        foreach (var ids in messages.Where(message => message.Id is not null).Select(message => message.Id!).Distinct(StringComparer.Ordinal).Chunk(MaxIds))
        {
            foreach (var state in await client.GetStatusAsync(ids, cancellationToken).ConfigureAwait(false))
            {
                states[state.Id] = state.Status;
            }
        }

        return [.. messages.Select(message => Report(message, message.Id is { } id && states.TryGetValue(id, out var word) ? word : null))];
    }

    private static SmsStatusReport Report(SmsMessageHandle message, string? word)
    {
        var status = SmsClubCodes.OfStatus(word);
        return new SmsStatusReport(message, status)
        {
            IsFinal = status.IsFinal(),
            RawStatus = word,
        };
    }
}

/// <summary>Balance and alpha names.</summary>
internal sealed class SmsClubAccount(ISmsClubClient client) : ISmsAccount
{
    public async Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken)
    {
        var balance = await client.GetBalanceAsync(cancellationToken).ConfigureAwait(false);
        return new SmsBalance(balance.Money, balance.Currency);
    }

    public async Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken)
    {
        var names = await client.GetOriginatorsAsync(cancellationToken).ConfigureAwait(false);
        return [.. names.Select(name => new SmsSender(name))];
    }
}
