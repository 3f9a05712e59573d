using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Faults;

/// <summary>Which requests a rule concerns.</summary>
internal sealed record FaultCondition(Gateway? Gateway, Operation? Operation, string? To, string? Text, Func<CapturedExchange, bool>? Match)
{
    private readonly string? _digits = To is null ? null : PhoneDigits.Of(To);

    /// <summary>Whether it can be judged before the body is read.</summary>
    public bool IsOpen => To is null && Text is null && Match is null;

    public bool Holds(FaultSubject subject) =>
        (Gateway is null || Gateway == subject.Gateway)
        && (Operation is null || Operation == subject.Operation)
        && (!subject.IsEarly || IsOpen)
        && (_digits is null || subject.Recipients().Contains(_digits, StringComparer.Ordinal))
        && (Text is null || subject.Text().Contains(Text, StringComparison.OrdinalIgnoreCase))
        && (Match is null || Match(subject.Exchange!));

    public override string ToString() => string.Join(' ', new[]
    {
        Gateway?.ToString() ?? "any gateway",
        Operation?.ToString() ?? "any operation",
        To is null ? null : "to " + To,
        Text is null ? null : "text " + Text,
        Match is null ? null : "matching",
    }.OfType<string>());
}

/// <summary>A request as the rules see it; before its body was read it has no exchange.</summary>
internal readonly record struct FaultSubject(Gateway? Gateway, Operation Operation, CapturedExchange? Exchange, Func<IEnumerable<string>> Recipients, Func<string> Text)
{
    public bool IsEarly => Exchange is null;
}
