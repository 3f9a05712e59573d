namespace SmsGateway;

/// <summary>Why a text is not to be sent.</summary>
public enum SmsTextRefusal
{
    /// <summary>It may be sent.</summary>
    None,

    /// <summary>It is empty, or has only blanks and invisible characters.</summary>
    Blank,

    /// <summary>It has half of a surrogate pair, which UTF-8 cannot carry and a gateway would show as U+FFFD.</summary>
    LoneSurrogate,

    /// <summary>It needs UCS-2 and the policy is <see cref="SmsUnicodePolicy.Reject"/>.</summary>
    UnicodeNotAllowed,

    /// <summary>It needs more segments than allowed: see <see cref="SmsPreparedText.MaxSegments"/>.</summary>
    TooManySegments,
}

/// <summary>A text as it will be sent, after the policies: the answer of <see cref="SmsText.Prepare"/>.</summary>
/// <param name="Text">The text to send; the given instance if nothing changed.</param>
/// <param name="Info">What it costs. For a text that is refused for its sheer length, the least that it could cost.</param>
/// <param name="Refusal">Why it is not to be sent, or <see cref="SmsTextRefusal.None"/>.</param>
/// <param name="MaxSegments">How many segments were allowed, 1 to 255.</param>
public readonly record struct SmsPreparedText(string Text, SmsTextInfo Info, SmsTextRefusal Refusal, int MaxSegments)
{
    /// <summary>Whether the text may be sent.</summary>
    public bool IsAccepted => Refusal == SmsTextRefusal.None;
}
