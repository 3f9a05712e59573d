namespace SmsGateway.Emulator.Tests.Support;

/// <summary>The five gateways as theory data.</summary>
internal static class GatewayNames
{
    public static TheoryData<Gateway> All => [.. Enum.GetValues<Gateway>()];
}
