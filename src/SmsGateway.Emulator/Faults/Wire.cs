using System.Globalization;
using System.Text;

namespace SmsGateway.Emulator;

/// <summary>The wire half of a <see cref="Fault"/>: what the caller gets to see.</summary>
/// <param name="Kind">What happens.</param>
public sealed record Wire(WireKind Kind)
{
    /// <summary>Time before anything happens, in real time.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Up to so much more, at random.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The status, where the kind has one.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The body, the code, the location, the Retry-After value or the charset, as the kind needs.</summary>
    public string? Text { get; init; }

    /// <summary>The body as bytes, instead of <see cref="Text"/>.</summary>
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The content type of another body.</summary>
    public string? ContentType { get; init; }

    /// <summary>How many: bytes of a huge body, interim replies, results left out.</summary>
    public long Count { get; init; }

    /// <summary>Time between two bytes.</summary>
    public TimeSpan Pace { get; init; }

    /// <summary>How an unfinished reply ends.</summary>
    public After Then { get; init; }

    /// <summary>
    /// Before the request's body is read. Only rules without number, text and match can know so early, and those of an inbox only
    /// where the credentials stand in the headers or in the query; the exchange is not recorded, as it was never whole.
    /// </summary>
    public bool Early { get; init; }

    /// <summary>The kind and what tells it apart from others of its kind.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Kind.ToString());
        var detail = Kind switch
        {
            WireKind.Status or WireKind.Redirect => Status.ToString(CultureInfo.InvariantCulture),
            WireKind.HalfBody => Then.ToString(),
            WireKind.GatewayError or WireKind.WrongCharset or WireKind.WrongType or WireKind.RateLimited or WireKind.StatusLine => Text,
            WireKind.FewerResults or WireKind.HugeBody or WireKind.ContinueFlood => Count.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        if (detail is not null)
        {
            text.Append(' ').Append(detail);
        }

        if (Delay > TimeSpan.Zero)
        {
            text.Append(CultureInfo.InvariantCulture, $" after {Delay.TotalMilliseconds:0} ms");
        }

        return text.Append(Early ? " early" : "").ToString();
    }
}
