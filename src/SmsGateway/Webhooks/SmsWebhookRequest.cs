namespace SmsGateway.Webhooks;

/// <summary>A request of a gateway to us, as it came. Holds personal data.</summary>
public sealed class SmsWebhookRequest
{
    private SmsRawCallback? _raw;

    /// <summary>The account in whose name it came.</summary>
    public required string Account { get; init; }

    /// <summary>"GET" or "POST".</summary>
    public required string Method { get; init; }

    /// <summary>The query as it was written, escapes and all, without its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>What the sender calls the body; null when it does not say.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, byte by byte; not changed afterwards, for events keep it.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When it came, by our clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The value of a header, or null: for gateways that sign what they send.</summary>
    public Func<string, string?> Header { get; init; } = static _ => null;

    /// <summary>What came, for <see cref="SmsEvent.Raw"/>: one for all events of the request.</summary>
    public SmsRawCallback Raw => _raw ??= new() { Method = Method, Query = Query, ContentType = ContentType, Body = Body };

    /// <summary>Method, account and sizes; never what it says.</summary>
    public override string ToString() =>
        $"SmsWebhookRequest {{ Account = {Account}, Method = {Method}, Query = {Query.Length} characters, Body = {Body.Length} bytes }}";
}
