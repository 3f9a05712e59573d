namespace SmsGateway;

/// <summary>A gateway's request as it came, byte by byte: for what we did not read, or read wrongly. Holds personal data.</summary>
public sealed class SmsRawCallback
{
    /// <summary>"GET" or "POST".</summary>
    public required string Method { get; init; }

    /// <summary>The query as it was written, escapes and all.</summary>
    public string Query { get; init; } = "";

    /// <summary>What the sender calls the body.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Method and sizes; never what it says.</summary>
    public override string ToString() => $"SmsRawCallback {{ Method = {Method}, Query = {Query.Length} characters, Body = {Body.Length} bytes }}";
}
