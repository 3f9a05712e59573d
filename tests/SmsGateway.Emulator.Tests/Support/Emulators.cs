namespace SmsGateway.Emulator.Tests.Support;

/// <summary>Starts an emulator of a test's own.</summary>
internal static class Emulators
{
    public static Task<SmsEmulator> StartAsync(Action<SmsEmulatorOptions>? configure = null) => SmsEmulator.StartAsync(configure, Caller.Token);
}
