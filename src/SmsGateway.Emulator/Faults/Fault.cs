namespace SmsGateway.Emulator;

/// <summary>
/// A fault: two independent halves, what the wire does and whether the gateway keeps what it was asked. The caller cannot
/// see the second half; that is what makes a lost answer dangerous.
/// </summary>
/// <param name="Wire">What the caller gets to see.</param>
/// <param name="Accept">
/// Whether the gateway keeps the message. Faults that replace the reply do not keep it by default, faults that only colour
/// the genuine reply do; <see cref="AndAccept"/> and <see cref="AndIgnore"/> say otherwise. A request that the gateway would
/// refuse anyway is not kept in either case.
/// </param>
public readonly partial record struct Fault(Wire Wire, bool Accept)
{
    /// <summary>No fault: a step of a sequence in which the genuine reply goes out.</summary>
    public static Fault None() => Colour(WireKind.None);

    /// <summary>The genuine reply, late.</summary>
    /// <param name="by">How late, in real time.</param>
    /// <param name="jitter">Up to so much later still.</param>
    public static Fault Latency(TimeSpan by, TimeSpan jitter = default) =>
        new(new Wire(WireKind.None) { Delay = by, Jitter = jitter }, Accept: true);

    /// <summary>No reply; the connection stays open until the caller gives up.</summary>
    public static Fault Hang() => Replace(WireKind.Hang);

    /// <summary>No reply; orderly end of the connection.</summary>
    public static Fault CloseFin() => Replace(WireKind.CloseFin);

    /// <summary>No reply; the connection is reset.</summary>
    public static Fault Reset() => Replace(WireKind.Reset);

    /// <summary>A status line and nothing behind it.</summary>
    public static Fault StatusLineOnly() => Replace(WireKind.StatusLineOnly);

    /// <summary>Headers and half of the genuine body.</summary>
    /// <param name="then">How it ends.</param>
    public static Fault HalfBody(After then) => new(new Wire(WireKind.HalfBody) { Then = then }, Accept: false);

    /// <summary>Bytes that are no HTTP.</summary>
    public static Fault Garbage() => Replace(WireKind.Garbage);

    /// <summary>A chunked body whose first chunk size is no number.</summary>
    public static Fault BadChunk() => Replace(WireKind.BadChunk);

    /// <summary>The genuine reply, byte by byte.</summary>
    /// <param name="perByte">The pause behind each byte of the body.</param>
    public static Fault Dribble(TimeSpan perByte) => new(new Wire(WireKind.Dribble) { Pace = perByte }, Accept: true);

    /// <summary>A status with a body of its own.</summary>
    /// <param name="code">100 to 599.</param>
    /// <param name="body">The body; empty when null.</param>
    /// <param name="contentType">Its type; HTML for a body that begins like it, else plain text.</param>
    public static Fault Status(int code, string? body = null, string? contentType = null) =>
        new(new Wire(WireKind.Status) { Status = code, Text = body, ContentType = contentType }, Accept: false);

    /// <summary>An error page of the web server in front of the gateway.</summary>
    /// <param name="code">Its status.</param>
    public static Fault Html(int code) => Status(code, "<html><body><h1>Service unavailable</h1></body></html>", "text/html");

    /// <summary>429 in the gateway's own words.</summary>
    /// <param name="retryAfter">Whole seconds for the header; none when null.</param>
    public static Fault RateLimited(TimeSpan? retryAfter) => RateLimitedRaw(
        retryAfter is { } span ? ((long)Math.Ceiling(span.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture) : null);

    /// <summary>429 in the gateway's own words, with a Retry-After header exactly as given: a date, a negative number, nonsense.</summary>
    /// <param name="retryAfter">The header's value; no header when null.</param>
    public static Fault RateLimitedRaw(string? retryAfter) =>
        new(new Wire(WireKind.RateLimited) { Status = 429, Text = retryAfter }, Accept: false);

    /// <summary>The gateway's own refusal of the credentials, though they are right.</summary>
    public static Fault Unauthorized() => Replace(WireKind.Unauthorized);

    /// <summary>The protocol's own error.</summary>
    /// <param name="code">
    /// As the vendor writes it: 103 (SMSAPI, SpeedSMS), 080 (SpeedMarket), 453, src_addr or PHONE (SMS Club), 406 or a sentence
    /// (key and reference). A text that is no code is sent as a refusal without code where the protocol has such.
    /// </param>
    public static Fault GatewayError(string code) => new(new Wire(WireKind.GatewayError) { Text = code }, Accept: false);

    /// <summary>A redirect.</summary>
    /// <param name="code">301, 302, 303, 307 or 308.</param>
    /// <param name="location">Where to.</param>
    public static Fault Redirect(int code, string location) =>
        new(new Wire(WireKind.Redirect) { Status = code, Text = location }, Accept: false);

    /// <summary>200 with another body.</summary>
    /// <param name="text">The body.</param>
    /// <param name="contentType">Its type; that of the genuine reply when null.</param>
    public static Fault Body(string text, string? contentType = null) =>
        new(new Wire(WireKind.Body) { Text = text, ContentType = contentType }, Accept: false);

    /// <summary>200 with another body, byte for byte.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="contentType">Its type; that of the genuine reply when null.</param>
    public static Fault Body(ReadOnlyMemory<byte> bytes, string? contentType = null) =>
        new(new Wire(WireKind.Body) { Bytes = bytes, ContentType = contentType }, Accept: false);

    /// <summary>200 with nothing in it.</summary>
    public static Fault EmptyBody() => Replace(WireKind.EmptyBody);

    /// <summary>The first half of the genuine body as if it were all.</summary>
    public static Fault CutBody() => Replace(WireKind.CutBody);

    /// <summary>The genuine reply, followed by blanks.</summary>
    /// <param name="bytes">The size of the whole body.</param>
    public static Fault HugeBody(long bytes) => new(new Wire(WireKind.HugeBody) { Count = bytes }, Accept: false);
}
