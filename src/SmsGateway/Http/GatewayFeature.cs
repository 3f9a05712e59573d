namespace SmsGateway.Http;

/// <summary>An optional feature of a gateway: its native client, or a neutral one such as <see cref="ISmsAccount"/>.</summary>
/// <param name="Type">The interface under which it is asked for.</param>
/// <param name="Create">Makes it; called once per account. It must ask <see cref="GatewayChannel.Gateway"/> anew at each call, for options may change.</param>
public sealed record GatewayFeature(Type Type, Func<GatewayChannel, object> Create)
{
    /// <summary>A feature under its interface.</summary>
    public static GatewayFeature Of<T>(Func<GatewayChannel, T> create)
        where T : class => new(typeof(T), create);
}
