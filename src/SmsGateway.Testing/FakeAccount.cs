namespace SmsGateway.Testing;

/// <summary>What stands for a keyed client: the same fake, under an account's name.</summary>
internal sealed class FakeAccount(FakeSmsClient client, FakeGateway gateway, string account) : ISmsClient
{
    public Task<SmsBatchResult> SendAsync(IReadOnlyList<SmsMessage> messages, CancellationToken cancellationToken = default) =>
        gateway.SendAsync(messages, account, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => client.GetService(serviceType, serviceKey);
}

/// <summary>Makes clients for accounts that are known at run time: all of them the fake.</summary>
internal sealed class FakeSmsClientFactory(FakeSmsClient client) : ISmsClientFactory
{
    public ISmsClient CreateClient(string account, SmsAccountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return client.For(account);
    }

    public bool RemoveClient(string account) => true;
}
