using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace SmsGateway.Tests.Support;

/// <summary>One emulator for all tests; each test takes an inbox of its own, so none sees another's.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public SmsEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await SmsEmulator.StartAsync(options =>
    {
        options.MaxRequestBytes = 8 << 20;
        options.MaxMessages = 60_000;
    });

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
