using System.Globalization;
using SmsGateway.Emulator.Capture;

namespace SmsGateway.Emulator;

/// <summary>One HTTP request to a gateway and what went back.</summary>
/// <remarks>
/// Text members have secrets masked. Only the two members that return bytes give what was on the wire; they exist for tests
/// of exact requests and never reach a dump, a log or the HTTP interface.
/// </remarks>
public sealed class CapturedExchange : ICaptured
{
    private const int Overhead = 1_500;

    internal CapturedExchange()
    {
    }

    /// <summary>Its place among all exchanges of the emulator, from 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>The gateway whose path it was; null for a path of none.</summary>
    public Gateway? Gateway { get; internal set; }

    /// <summary>What it asked for.</summary>
    public Operation Operation { get; internal set; }

    /// <summary>The name of the inbox whose credentials it carried, if any.</summary>
    public string? Inbox { get; internal set; }

    /// <summary>What its credentials were worth.</summary>
    public CredentialCheck Credential { get; internal set; }

    /// <summary>When it was read, by the emulator's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it came, percent-encoded, secrets masked; begins with ? unless empty.</summary>
    public string Query => Secrets.MaskForm(RawQuery);

    /// <summary>The request's headers, secrets masked.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders => [.. RawHeaders.Select(Secrets.MaskHeader)];

    /// <summary>The request's body as text, secrets masked.</summary>
    public string RequestText => Secrets.MaskBody(RawRequest);

    /// <summary>The status that was sent; 0 when nothing readable was.</summary>
    public int Status { get; internal set; }

    /// <summary>The content type of the reply.</summary>
    public string? ResponseType { get; internal set; }

    /// <summary>The reply's body as text, secrets masked. What a fault made of it on the wire is not repeated here.</summary>
    public string ResponseText => Secrets.MaskBody(RawResponse);

    /// <summary>The fault that it met, if any.</summary>
    public string? Fault { get; internal set; }

    /// <summary>Whether the gateway kept what was asked (see <see cref="Emulator.Fault.Accept"/>).</summary>
    public bool Kept { get; internal set; } = true;

    /// <summary>How many messages it brought.</summary>
    public int Messages { get; internal set; }

    /// <summary>From the request read whole to the reply written; zero until then.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The query as it came, secrets included.</summary>
    internal string RawQuery { get; init; } = "";

    internal KeyValuePair<string, string>[] RawHeaders { get; init; } = [];

    internal byte[] RawRequest { get; init; } = [];

    internal byte[] RawResponse { get; set; } = [];

    /// <summary>The request's body, byte for byte, secrets included.</summary>
    public ReadOnlyMemory<byte> GetRequestBytes() => RawRequest;

    /// <summary>The reply's body, byte for byte, before a fault cut or garbled it.</summary>
    public ReadOnlyMemory<byte> GetResponseBytes() => RawResponse;

    /// <summary>The first header of that name, secrets masked.</summary>
    /// <param name="name">Compared without case.</param>
    public string? Header(string name)
    {
        var found = Array.Find(RawHeaders, header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return found.Key is null ? null : Secrets.MaskHeader(found).Value;
    }

    /// <summary>A command for a shell that repeats the request, with its credentials masked.</summary>
    public string ToCurl() => CurlCommand.Write(this);

    /// <summary>A test in C#, for xunit, that makes the same request to an emulator of its own, with its credentials masked.</summary>
    public string ToTest() => ExchangeTest.Write(this);

    /// <summary>One line for test output.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"#{Sequence} {Gateway?.ToString() ?? "-"} {Operation} {Method} {Path} -> {Status}{(Fault is null ? "" : $" [{Fault}]")}");

    /// <summary>The raw form of the request line's target, secrets masked.</summary>
    internal string Target => Path + Query;

    /// <summary>Scheme, host and port as the caller wrote them.</summary>
    internal string Origin { get; init; } = "";

    /// <summary>The whole address, secrets masked.</summary>
    internal string Address => Origin + Target;

    long ICaptured.Sequence
    {
        get => Sequence;
        set => Sequence = value;
    }

    int ICaptured.Size => Overhead + RawRequest.Length + RawResponse.Length + (2 * RawQuery.Length);
}
