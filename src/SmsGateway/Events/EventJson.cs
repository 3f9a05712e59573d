using System.Text.Json.Serialization;

namespace SmsGateway.Events;

/// <summary>What the stores over a cache keep.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SmsStoredEvent))]
[JsonSerializable(typeof(SmsTrackedMessage))]
internal sealed partial class EventJson : JsonSerializerContext;
