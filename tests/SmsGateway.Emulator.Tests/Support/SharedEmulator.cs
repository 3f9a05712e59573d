namespace SmsGateway.Emulator.Tests.Support;

/// <summary>The fixture of docs/testing.md.</summary>
public sealed class SharedEmulator : IAsyncLifetime
{
    public SmsEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await SmsEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
