namespace SmsGateway.Client;

/// <summary>One registered <c>Use</c>.</summary>
internal sealed record SmsMiddleware(Func<ISmsClient, IServiceProvider, ISmsClient> Create);
