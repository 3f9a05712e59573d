using SmsGateway;
using SmsGateway.Client;

namespace Microsoft.Extensions.DependencyInjection;

internal class SmsGatewayBuilder(IServiceCollection services) : ISmsGatewayBuilder
{
    public IServiceCollection Services => services;

    public ISmsGatewayBuilder Use(Func<ISmsClient, IServiceProvider, ISmsClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        services.AddSingleton(new SmsMiddleware(middleware));
        return this;
    }
}

internal sealed class SmsAccountBuilder(IServiceCollection services, string name, IHttpClientBuilder httpClient)
    : SmsGatewayBuilder(services), ISmsAccountBuilder
{
    public string Name => name;

    public IHttpClientBuilder HttpClient => httpClient;
}
