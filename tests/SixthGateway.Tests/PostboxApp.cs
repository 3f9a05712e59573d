using Microsoft.Extensions.DependencyInjection;
using Postbox;
using SmsGateway;

namespace SixthGateway.Tests;

/// <summary>An application with one Postbox account, and the server that plays Postbox.</summary>
public sealed class PostboxApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public PostboxApp(Action<PostboxOptions>? more = null) => _services = new ServiceCollection().AddLogging().AddSmsGateway()
        .AddPostbox(options =>
        {
            (options.Key, options.BaseAddress) = (PostboxServer.Key, Postbox.Address);
            options.Resilience.BaseDelay = options.Resilience.MaxDelay = TimeSpan.FromMilliseconds(1);
            more?.Invoke(options);
        }).Services.BuildServiceProvider();

    public PostboxServer Postbox { get; } = new();

    public ISmsClient Sms => _services.GetRequiredService<ISmsClient>();

    public T Feature<T>()
        where T : notnull => _services.GetRequiredKeyedService<T>("postbox");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Postbox.DisposeAsync();
    }
}
