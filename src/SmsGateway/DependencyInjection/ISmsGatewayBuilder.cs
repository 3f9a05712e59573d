using SmsGateway;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers SMS accounts and what stands before them.</summary>
public interface ISmsGatewayBuilder
{
    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>
    /// Puts middleware before every account: the first <c>Use</c> is the outermost. It wraps the routed client and each keyed
    /// client alike, so that nothing goes around it.
    /// </summary>
    /// <param name="middleware">Makes the middleware from the next client; mostly a <see cref="DelegatingSmsClient"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="middleware"/> is null.</exception>
    ISmsGatewayBuilder Use(Func<ISmsClient, IServiceProvider, ISmsClient> middleware);
}

/// <summary>One registered account; goes on registering like the builder it came from.</summary>
public interface ISmsAccountBuilder : ISmsGatewayBuilder
{
    /// <summary>The account's name: the key of its <see cref="ISmsClient"/>.</summary>
    string Name { get; }

    /// <summary>
    /// The account's HTTP client, for a proxy, certificates or handlers of your own. Handlers see every attempt; a guard beneath
    /// them lets each attempt through once.
    /// </summary>
    IHttpClientBuilder HttpClient { get; }
}
