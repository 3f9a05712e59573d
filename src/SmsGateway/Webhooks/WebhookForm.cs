using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SmsGateway.Webhooks;

/// <summary>The fields of a query or of a form, in order. Names are case-sensitive; of equal names the first counts.</summary>
internal sealed class WebhookForm
{
    /// <summary>More fields than this are nobody's callback.</summary>
    public const int MaxFields = 100;

    /// <summary>The longest value, in bytes without escapes: the longest text that phones can send has 4,020.</summary>
    public const int MaxValueBytes = 4 * 1024;

    private readonly List<KeyValuePair<string, string>> _fields = new(12);

    private WebhookForm()
    {
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => _fields;

    /// <summary>The value of a field, trimmed; null when it is missing or blank.</summary>
    public string? this[string name] => Find(name)?.Trim() is { Length: > 0 } value ? value : null;

    /// <summary>The value of a field as it is; null when there is none.</summary>
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

    public bool Has(string name) => Find(name) is not null;

    /// <summary>Reads the query of a GET or the form of a POST.</summary>
    /// <param name="request">The request.</param>
    /// <param name="fallback">What bytes are in that are not UTF-8.</param>
    /// <param name="form">The fields.</param>
    /// <param name="refusal">Why there are none.</param>
    public static bool TryRead(
        SmsWebhookRequest request, Encoding fallback, [NotNullWhen(true)] out WebhookForm? form, [NotNullWhen(false)] out SmsWebhookResult? refusal)
    {
        form = null;
        if (request.Method == "POST" && !IsForm(request.ContentType))
        {
            refusal = SmsWebhookResult.Refused(SmsWebhookAnswer.UnsupportedMediaType, "A body that is no form.");
            return false;
        }

        var read = new WebhookForm();
        if (!(request.Method == "POST" ? read.Add(request.Body.Span, fallback) : read.AddQuery(request.Query, fallback)))
        {
            refusal = SmsWebhookResult.Refused(SmsWebhookAnswer.BadRequest, "More fields, or longer ones, than any callback has.");
            return false;
        }

        (form, refusal) = (read, null);
        return true;
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

    private bool AddQuery(string query, Encoding fallback)
    {
        var rented = ArrayPool<byte>.Shared.Rent(query.Length);
        try
        {
            return Add(rented.AsSpan(0, Encoding.Latin1.GetBytes(query, rented)), fallback);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private bool Add(ReadOnlySpan<byte> wire, Encoding fallback)
    {
        var rented = ArrayPool<byte>.Shared.Rent(wire.Length);
        try
        {
            foreach (var range in new Pieces(wire))
            {
                if (_fields.Count == MaxFields || !Add(wire[range], rented, fallback))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private bool Add(ReadOnlySpan<byte> piece, Span<byte> octets, Encoding fallback)
    {
        var equals = piece.IndexOf((byte)'=');
        var name = WebhookText.Unescape(equals < 0 ? piece : piece[..equals], octets);
        var key = WebhookText.Decode(octets[..name], fallback);
        var value = equals < 0 ? 0 : WebhookText.Unescape(piece[(equals + 1)..], octets);
        if (name > MaxValueBytes || value > MaxValueBytes)
        {
            return false;
        }

        _fields.Add(new(key, WebhookText.Decode(octets[..value], fallback)));
        return true;
    }

    /// <summary>The pieces between ampersands, without empty ones.</summary>
    private ref struct Pieces(ReadOnlySpan<byte> wire)
    {
        private readonly ReadOnlySpan<byte> _wire = wire;
        private int _next;

        public Range Current { get; private set; }

        public readonly Pieces GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _wire.Length)
            {
                var start = _next;
                var length = _wire[start..].IndexOf((byte)'&');
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
