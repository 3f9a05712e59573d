namespace SmsGateway;

/// <summary>Makes clients for accounts that are only known at run time: one per tenant, say, with the tenant's own key.</summary>
/// <remarks>
/// Every account has limiter, retry budget and circuit breaker of its own, whatever others do; all share sockets, never
/// credentials. Clients pass through the same middleware as registered ones. Thread-safe.
/// </remarks>
public interface ISmsClientFactory
{
    /// <summary>The client of an account, made at first use and kept.</summary>
    /// <param name="account">The account's name: letters, digits, dash, dot and underscore; not that of a registered account.</param>
    /// <param name="options">
    /// The account's options, such as <c>SmsApiOptions</c>. Other options under the same name take effect with the next send -
    /// a rotated key, say - while limiter and breaker go on.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The name is not possible, or is a registered account's.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are not usable; the message names account and setting.</exception>
    ISmsClient CreateClient(string account, SmsAccountOptions options);

    /// <summary>Forgets an account made here; sends under way end undisturbed.</summary>
    /// <returns>False when there was none.</returns>
    bool RemoveClient(string account);
}

/// <summary>
/// Finds the options of accounts that messages name (<see cref="SmsMessage.Account"/>) and nobody registered: from a tenant
/// database or a key vault. Asked for each such message, so it should cache; return the same instance until something changed.
/// </summary>
public interface ISmsAccountProvider
{
    /// <summary>The account's options, or null when there is no such account.</summary>
    ValueTask<SmsAccountOptions?> FindAsync(string account, CancellationToken cancellationToken);
}
