using System.Globalization;

namespace SmsGateway.Testing;

/// <summary>One message that was given to a <see cref="FakeSmsClient"/>, and what became of it. Immutable.</summary>
/// <param name="Sequence">Its place among all, from 1.</param>
/// <param name="Call">Which call of <c>SendAsync</c> it came in, from 1.</param>
/// <param name="At">When its result was there, by the fake's clock.</param>
/// <param name="Message">The message as it was given.</param>
/// <param name="Result">What the sender was told.</param>
public sealed record SentMessage(long Sequence, long Call, DateTimeOffset At, SmsMessage Message, SmsResult Result)
{
    /// <summary>Whether the gateway has the message: the truth behind an <see cref="SmsOutcome.Unknown"/>.</summary>
    public bool GatewayAccepted { get; init; }

    /// <summary>What the script threw instead of a result; null otherwise.</summary>
    public Exception? Thrown { get; init; }

    /// <summary>How the text travels.</summary>
    public SmsEncoding Encoding { get; init; }

    /// <summary>How many segments it takes; 0 when it was refused before it was counted.</summary>
    public int Segments => Result.Segments ?? 0;

    /// <summary>What the sender was told.</summary>
    public SmsOutcome Outcome => Result.Outcome;

    /// <summary>The recipient; null when it is no number.</summary>
    public PhoneNumber? Number => Result.Number;

    /// <summary>The text.</summary>
    public string Text => Message.Text;

    /// <summary>The message's own reference, or the one that was made for it.</summary>
    public string? Reference => Result.Reference;

    /// <summary>The account it was given to.</summary>
    public string? Account => Result.Account;

    /// <summary>The one-time codes in the text: runs of 4 to 8 digits that stand alone.</summary>
    public IReadOnlyList<string> Codes => [.. TextParts.Codes(Text, 4, 8)];

    /// <summary>The web addresses in the text.</summary>
    public IReadOnlyList<Uri> Links => [.. TextParts.Links(Text)];

    /// <summary>The one-time code in the text.</summary>
    /// <param name="minDigits">At least so many digits.</param>
    /// <param name="maxDigits">At most so many digits.</param>
    /// <exception cref="SmsAssertionException">There is none, or more than one; the exception shows the text.</exception>
    public string Code(int minDigits = 4, int maxDigits = 8) => TextParts.Codes(Text, minDigits, maxDigits).ToList() switch
    {
        [var only] => only,
        var codes => throw new SmsAssertionException(string.Create(
            CultureInfo.InvariantCulture, $"One code of {minDigits} to {maxDigits} digits was expected, there are {codes.Count} in: {Text}")),
    };

    /// <summary>The link in the text.</summary>
    /// <param name="where">Which one; the only one when null.</param>
    /// <exception cref="SmsAssertionException">There is none, or more than one; the exception shows the text.</exception>
    public Uri Link(Func<Uri, bool>? where = null) => TextParts.Links(Text).Where(where ?? (static _ => true)).ToList() switch
    {
        [var only] => only,
        var links => throw new SmsAssertionException(string.Create(CultureInfo.InvariantCulture, $"One link was expected, there are {links.Count} in: {Text}")),
    };

    /// <summary>Sequence, masked number and outcome; never the text.</summary>
    public override string ToString() => Describe(showNumber: false);

    internal string Describe(bool showNumber) => string.Create(
        CultureInfo.InvariantCulture,
        $"#{Sequence} to {(Number is not { } number ? "no number" : showNumber ? number.Value : number.ToMaskedString())} ({Outcome}{(Result.Error is { } error ? $" {error.Kind}" : "")})");
}
