using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SmsGateway;

/// <summary>One result per message, in the order the messages were given.</summary>
[JsonConverter(typeof(JsonList))]
public sealed class SmsBatchResult : IReadOnlyList<SmsResult>
{
    private readonly SmsResult[] _results;

    /// <summary>Holds results that are in input order.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="results"/> is null.</exception>
    public SmsBatchResult(IEnumerable<SmsResult> results)
        : this([.. results])
    {
    }

    internal SmsBatchResult(SmsResult[] results) => _results = results;

    /// <summary>The number of messages.</summary>
    public int Count => _results.Length;

    /// <summary>The result of the message at that position.</summary>
    public SmsResult this[int index] => _results[index];

    /// <summary>Every message was accepted.</summary>
    public bool AllAccepted => Array.TrueForAll(_results, result => result.IsAccepted);

    /// <summary>At least one message may or may not have been accepted.</summary>
    public bool AnyUnknown => Array.Exists(_results, result => result.Outcome == SmsOutcome.Unknown);

    /// <summary>The messages that were refused, not sent, or are not known.</summary>
    public IReadOnlyList<SmsResult> NotAccepted => Array.FindAll(_results, result => !result.IsAccepted);

    /// <summary>The messages that were provably not processed: sending them again cannot become a second SMS.</summary>
    public IReadOnlyList<SmsResult> SafeToResend => Array.FindAll(_results, result => result.IsSafeToResend);

    /// <summary>Returns this when every message was accepted.</summary>
    /// <exception cref="SmsException">At least one was not; <see cref="SmsException.Result"/> holds all results.</exception>
    public SmsBatchResult EnsureAllAccepted()
    {
        var first = Array.Find(_results, result => !result.IsAccepted);
        return first is null ? this : throw new SmsException(first.Error!, this);
    }

    /// <inheritdoc/>
    public IEnumerator<SmsResult> GetEnumerator() => ((IEnumerable<SmsResult>)_results).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _results.GetEnumerator();

    /// <summary>How many messages ended in which outcome.</summary>
    public override string ToString() =>
        $"SmsBatchResult {{ Accepted = {Of(SmsOutcome.Accepted)}, Rejected = {Of(SmsOutcome.Rejected)}, NotSent = {Of(SmsOutcome.NotSent)}, Unknown = {Of(SmsOutcome.Unknown)} }}";

    private int Of(SmsOutcome outcome) => _results.Count(result => result.Outcome == outcome);

    internal sealed class JsonList : JsonConverter<SmsBatchResult>
    {
        public override SmsBatchResult Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(JsonSerializer.Deserialize(ref reader, TypeOf(options)) ?? []);

        public override void Write(Utf8JsonWriter writer, SmsBatchResult value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value._results, TypeOf(options));

        private static JsonTypeInfo<SmsResult[]> TypeOf(JsonSerializerOptions options) =>
            (JsonTypeInfo<SmsResult[]>)options.GetTypeInfo(typeof(SmsResult[]));
    }
}
