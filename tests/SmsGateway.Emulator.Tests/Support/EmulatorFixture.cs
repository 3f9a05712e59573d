using SmsGateway.Testing;

namespace SmsGateway.Emulator.Tests.Support;

/// <summary>One emulator for all tests of a class; each test opens an inbox of its own.</summary>
public class EmulatorFixture : IAsyncLifetime
{
    public SmsEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await SmsEmulator.StartAsync(Configure);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Emulator.DisposeAsync();
    }

    internal Caller Open() => new(Emulator, Emulator.CreateInbox());

    protected virtual void Configure(SmsEmulatorOptions options) => options.MagicNumbers = false;
}

/// <summary>The same with a clock that stands at 2030-01-01T00:00:00Z until a test moves it.</summary>
public sealed class ClockFixture : EmulatorFixture
{
    public ManualTimeProvider Clock { get; } = new();

    protected override void Configure(SmsEmulatorOptions options)
    {
        base.Configure(options);
        options.Time = Clock;
    }
}
