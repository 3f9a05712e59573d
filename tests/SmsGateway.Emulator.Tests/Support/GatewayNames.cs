namespace SmsGateway.Emulator.Tests.Support;

/// <summary>The five gateways as theory data.</summary>
public static class GatewayNames
{
    public static TheoryData<Gateway> All => [.. Enum.GetValues<Gateway>()];
}
