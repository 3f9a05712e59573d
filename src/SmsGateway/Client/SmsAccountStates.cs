using Microsoft.Extensions.Options;
using SmsGateway.Client;

namespace SmsGateway;

/// <summary>How the registered accounts fare: for health checks and pages of one's own. Registered by <c>AddSmsGateway()</c>.</summary>
public sealed class SmsAccountStates
{
    private readonly AccountDirectory _accounts;
    private readonly SmsRegistrations _registrations;

    internal SmsAccountStates(AccountDirectory accounts, IOptions<SmsRegistrations> registrations)
    {
        _accounts = accounts;
        _registrations = registrations.Value;
    }

    /// <summary>One state per registered account, in the order of registration. Asks nobody and sends nothing.</summary>
    public IReadOnlyList<SmsAccountState> Read() => [.. _registrations.Accounts.Select(name => _accounts.Find(name)!.Account.State)];
}
