using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SmsGateway.Webhooks;

/// <summary>
/// The fields of a callback, in order: of a query, of a form, or of a flat JSON object. Names are case-sensitive; of equal names in a
/// query or form the first counts, in JSON the last. Thread-safe.
/// </summary>
public sealed class SmsWebhookFields
{
    /// <summary>More fields than this are nobody's callback.</summary>
    internal const int MaxFields = 100;

    /// <summary>The longest value, in bytes without escapes: the longest text that phones can send has 4,020.</summary>
    internal const int MaxValueBytes = 4 * 1024;

    private readonly List<KeyValuePair<string, string>> _fields;

    private SmsWebhookFields(List<KeyValuePair<string, string>> fields) => _fields = fields;

    /// <summary>All of them.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> All => _fields;

    /// <summary>The value of a field, trimmed; null when it is missing or blank.</summary>
    public string? this[string name] => Find(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The value of a field as it is, such as a text; null when there is none.</summary>
    public string? Find(string name)
    {
        foreach (var field in _fields)
        {
            if (field.Key == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>Whether there is such a field, be it blank.</summary>
    public bool Has(string name) => Find(name) is not null;

    /// <summary>Reads the query of a GET or the form of a POST: at most 100 fields of 4 KB.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="refusal">Why there are none: what to return.</param>
    /// <param name="fallback">What bytes are in that are not UTF-8; null for Latin-1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static bool TryReadForm(
        SmsWebhookRequest request, [NotNullWhen(true)] out SmsWebhookFields? fields, [NotNullWhen(false)] out SmsWebhookResult? refusal, Encoding? fallback = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        fields = null;
        if (request.Method == "POST" && !IsForm(request.ContentType))
        {
            refusal = SmsWebhookResult.Refused(SmsWebhookAnswer.UnsupportedMediaType, "A body that is no form.");
            return false;
        }

        var read = new SmsWebhookFields(new(12));
        fallback ??= Encoding.Latin1;

        // A character for each byte: what is beyond ASCII is told from its bytes.
        if (!read.Add(request.Method == "POST" ? Encoding.Latin1.GetString(request.Body.Span) : request.Query, fallback))
        {
            refusal = SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "More fields, or longer ones, than any callback has.");
            return false;
        }

        (fields, refusal) = (read, null);
        return true;
    }

    /// <summary>
    /// Reads the JSON object of a POST: numbers as they were written, null and everything nested left out. Half an emoji - a phone may
    /// split one between two messages - becomes a replacement character rather than an error.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="refusal">Why there are none: what to return.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static bool TryReadJson(
        SmsWebhookRequest request, [NotNullWhen(true)] out SmsWebhookFields? fields, [NotNullWhen(false)] out SmsWebhookResult? refusal)
    {
        ArgumentNullException.ThrowIfNull(request);
        fields = WebhookJson.TryRead(request, out var members, out refusal) ? new SmsWebhookFields([.. members]) : null;
        return fields is not null;
    }

    // Senders that do not say, or say something odd, are believed to send a form; those that clearly send something else are not.
    private static bool IsForm(string? contentType)
    {
        var type = contentType.AsSpan();
        type = type[..(type.IndexOf(';') is var end and >= 0 ? end : type.Length)].Trim();
        return type.IsEmpty
            || type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);
    }

    private bool Add(ReadOnlySpan<char> wire, Encoding fallback)
    {
        foreach (var range in new Pieces(wire))
        {
            var piece = wire[range];
            var equals = piece.IndexOf('=');
            if (_fields.Count == MaxFields
                || WebhookNames.Read(equals < 0 ? piece : piece[..equals], fallback) is not { } name
                || WebhookText.Read(equals < 0 ? [] : piece[(equals + 1)..], MaxValueBytes, fallback) is not { } value)
            {
                return false;
            }

            _fields.Add(new(name, value));
        }

        return true;
    }

    /// <summary>The pieces between ampersands, without empty ones.</summary>
    private ref struct Pieces(ReadOnlySpan<char> wire)
    {
        private readonly ReadOnlySpan<char> _wire = wire;
        private int _next;

        public Range Current { get; private set; }

        public readonly Pieces GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _wire.Length)
            {
                var start = _next;
                var length = _wire[start..].IndexOf('&');
                var end = length < 0 ? _wire.Length : start + length;
                _next = end + 1;
                if (end > start)
                {
                    Current = start..end;
                    return true;
                }
            }

            return false;
        }
    }
}
