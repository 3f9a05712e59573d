using System.Text.Json.Serialization;

namespace SmsGateway;

/// <summary>Source-generated JSON for the neutral model: messages and results cross queues and restarts without reflection.</summary>
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SmsMessage))]
[JsonSerializable(typeof(SmsMessage[]))]
[JsonSerializable(typeof(SmsResult))]
[JsonSerializable(typeof(SmsResult[]))]
[JsonSerializable(typeof(SmsBatchResult))]
[JsonSerializable(typeof(SmsError))]
[JsonSerializable(typeof(SmsInboundMessage))]
[JsonSerializable(typeof(SmsInDoubt))]
[JsonSerializable(typeof(SmsInDoubt[]))]
[JsonSerializable(typeof(PhoneNumber))]
[JsonSerializable(typeof(SmsMessageId))]
public sealed partial class SmsJsonContext : JsonSerializerContext;
