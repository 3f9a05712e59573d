using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Emulator;

namespace SmsGateway.Tests.Support;

/// <summary>A container with accounts that speak to an inbox of the emulator. Everything it logs is kept for the privacy test.</summary>
public sealed class Harness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Harness(EmulatorFixture fixture, Action<ISmsGatewayBuilder, Harness> build, Action<IServiceCollection>? services = null)
    {
        Emulator = fixture.Emulator;
        Inbox = fixture.Emulator.CreateInbox();
        Relax(Inbox);
        PrintedText.Keep(Inbox.Credentials);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(PrintedText.Logs));
        services?.Invoke(collection);
        build(collection.AddSmsGateway(), this);
        _services = collection.BuildServiceProvider();
    }

    public Harness(EmulatorFixture fixture, string gateway, Action<SmsAccountOptions>? options = null, Action<IServiceCollection>? services = null)
        : this(fixture, (builder, harness) => harness.Add(builder, gateway, gateway, options), services)
    {
    }

    public SmsEmulator Emulator { get; }

    public SmsInbox Inbox { get; }

    public IServiceProvider Services => _services;

    public ISmsClient Client => _services.GetRequiredService<ISmsClient>();

    public ISmsClient For(string account) => _services.GetRequiredKeyedService<ISmsClient>(account);

    public ISmsAccountBuilder Add(ISmsGatewayBuilder builder, string gateway, string name, Action<SmsAccountOptions>? options = null) =>
        GatewayUnderTest.Of(gateway).Register(builder, name, Emulator, Inbox, options);

    /// <summary>Sends, and keeps what the results print for the privacy test.</summary>
    public async Task<SmsBatchResult> SendAsync(params SmsMessage[] messages)
    {
        var results = await Client.SendAsync(messages, TestContext.Current.CancellationToken);
        PrintedText.Keep(results);
        return results;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    // The vendors' own limits and duplicate rules have tests of their own.
    private static void Relax(SmsInbox inbox)
    {
        inbox.SpeedSms = inbox.SpeedSms with { RateLimit = null };
        inbox.SmsClub = inbox.SmsClub with { RateLimit = null, DuplicateWindow = TimeSpan.Zero };
        inbox.Balance = 1_000_000_000;
    }
}
