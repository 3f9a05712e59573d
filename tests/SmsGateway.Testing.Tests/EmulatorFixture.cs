using SmsGateway.Emulator;
using SmsGateway.Testing.Tests;

[assembly: AssemblyFixture(typeof(EmulatorFixture))]

namespace SmsGateway.Testing.Tests;

/// <summary>One emulator for all tests; each takes an inbox of its own.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    public SmsEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await SmsEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
