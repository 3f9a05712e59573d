namespace SmsGateway.SmsApi;

/// <summary>What multimedia and voice messages have in common with SMS.</summary>
public abstract record SmsApiMediaMessage
{
    private protected SmsApiMediaMessage()
    {
    }

    /// <summary>The recipients; parameters are for SMS alone.</summary>
    public IReadOnlyList<SmsApiRecipient> To { get; init; } = [];

    /// <summary>Groups of the contacts database, in place of <see cref="To"/> (<c>group</c>).</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>When to send; null for now (<c>date</c>).</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Refuse a date that cannot be read, with 54, instead of sending at once (<c>date_validate</c>). Default: true.</summary>
    public bool DateValidate { get; init; } = true;

    /// <summary>Refuse an idx that was used within 24 hours, with 53 (<c>check_idx</c>). Needs <see cref="SmsApiRecipient.Idx"/>.</summary>
    public bool CheckIdx { get; init; }

    /// <summary>Where reports about this message go (<c>notify_url</c>).</summary>
    public Uri? NotifyUrl { get; init; }

    /// <summary>Nothing is sent or charged; the answer looks real (<c>test</c>).</summary>
    public bool Test { get; init; }
}

/// <summary>A multimedia message.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Smil">The content as a SMIL document.</param>
public sealed record SmsApiMms(string Subject, string Smil) : SmsApiMediaMessage
{
    /// <summary>The counts. Never a number or the content.</summary>
    public override string ToString() => $"SmsApiMms {{ To = {To.Count}, Groups = {Groups.Count} }}";
}

/// <summary>A voice message: a text to read (<see cref="Tts"/>) or a file to play (<see cref="File"/>).</summary>
public sealed record SmsApiVms : SmsApiMediaMessage
{
    /// <summary>The text to read.</summary>
    public string? Tts { get; init; }

    /// <summary>The voice that reads it (<c>tts_lector</c>), by the vendor's name: "ewa", "jacek" and others.</summary>
    public string? TtsLector { get; init; }

    /// <summary>The file to play: its address, or its name in the portal (<c>file</c>).</summary>
    public string? File { get; init; }

    /// <summary>The number that the phone shows (<c>from</c>).</summary>
    public string? From { get; init; }

    /// <summary>How often to call until somebody answers (<c>try</c>).</summary>
    public int? Try { get; init; }

    /// <summary>How long to wait between calls, in whole seconds (<c>interval</c>).</summary>
    public TimeSpan? Interval { get; init; }

    /// <summary>Leave mobile phones out (<c>skip_gsm</c>).</summary>
    public bool SkipGsm { get; init; }

    /// <summary>The counts. Never a number or the text.</summary>
    public override string ToString() => $"SmsApiVms {{ To = {To.Count}, Groups = {Groups.Count}, Tts = {Tts?.Length ?? 0} characters }}";
}
