namespace SmsGateway.SmsApi;

/// <summary>Balance and sender names.</summary>
internal sealed class SmsApiNeutralAccount(ISmsApiClient client) : ISmsAccount
{
    public async Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken)
    {
        var balance = await client.Account.GetBalanceAsync(details: false, cancellationToken).ConfigureAwait(false);
        return new SmsBalance(balance.Points, "points");
    }

    public async Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken)
    {
        var senders = await client.Senders.ListAsync(withNativeNames: true, cancellationToken).ConfigureAwait(false);
        return [.. senders.Select(sender => new SmsSender(sender.Name, sender.IsActive, sender.IsDefault ?? false))];
    }
}
