namespace SmsGateway.Emulator.Protocols;

/// <summary>A path of a protocol, and what is asked there. The action is the protocol's own word for it.</summary>
internal readonly record struct GatewayRoute(Operation Operation, string Action);
