using System.Text.Json.Serialization.Metadata;

namespace SmsGateway;

/// <summary>Typed options that one gateway understands and the others ignore: see <see cref="SmsMessage.With{TExtras}"/>.</summary>
/// <typeparam name="TSelf">The implementing type, an immutable record.</typeparam>
public interface ISmsExtras<TSelf>
    where TSelf : class, ISmsExtras<TSelf>
{
    /// <summary>The name under which the extras travel in JSON, such as "smsapi". Unique among extras types.</summary>
    static abstract string ExtrasName { get; }

    /// <summary>How the extras are written to and read from JSON, from a source-generated context.</summary>
    static abstract JsonTypeInfo<TSelf> ExtrasJson { get; }
}
