namespace SmsGateway;

/// <summary>How to count, split and transliterate a text. Immutable and safe to share; keep one instance rather than one per call.</summary>
public sealed record SmsTextOptions
{
    private readonly SmsTextProfile _profile = SmsTextProfile.Standard;
    private readonly SmsNationalLanguage _lockingShift;
    private readonly SmsNationalLanguage _singleShift;
    private readonly SmsConcatenation _concatenation;
    private readonly SmsTransliterationLanguage _language;

    /// <summary>What is used where no options are given: the standard, 8-bit references, no national tables.</summary>
    public static SmsTextOptions Default { get; } = new();

    /// <summary>The gateway's limits and counting quirks.</summary>
    /// <value><see cref="SmsTextProfile.Standard"/> by default.</value>
    /// <exception cref="ArgumentNullException">The value is <see langword="null"/>.</exception>
    public SmsTextProfile Profile
    {
        get => _profile;
        init => _profile = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>The header element that joins segments (TS 23.040 clause 9.2.3.24).</summary>
    /// <value><see cref="SmsConcatenation.Reference8Bit"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public SmsConcatenation Concatenation
    {
        get => _concatenation;
        init => _concatenation = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>
    /// A national table in place of the default alphabet (TS 23.038 annex A.3). Its header element is sent and counted even when
    /// the text does not need the table; a text that does not fit the chosen tables goes as UCS-2.
    /// </summary>
    /// <value><see cref="SmsNationalLanguage.None"/> by default. An old phone shows wrong letters, so ask for it knowingly.</value>
    /// <exception cref="ArgumentOutOfRangeException">The language has no locking shift table (Spanish), or is not a member.</exception>
    public SmsNationalLanguage LockingShift
    {
        get => _lockingShift;
        init => _lockingShift = GsmTables.HasLocking(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>
    /// A national table in place of the extension table (TS 23.038 annex A.2): its characters cost two septets. Its header element
    /// is sent and counted even when the text does not need the table.
    /// </summary>
    /// <value><see cref="SmsNationalLanguage.None"/> by default.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public SmsNationalLanguage SingleShift
    {
        get => _singleShift;
        init => _singleShift = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>
    /// Whether to try every pair of locking and single shift tables and take the one with the fewest segments; on a tie plain
    /// GSM-7 wins, then UCS-2, then a national pair. <see cref="LockingShift"/> and <see cref="SingleShift"/> are then not looked at.
    /// </summary>
    /// <value><see langword="false"/> by default.</value>
    public bool SearchNationalTables { get; init; }

    /// <summary>
    /// Whether a cut between segments keeps a user-perceived character whole (an emoji sequence, a letter and its marks, CR LF).
    /// A cluster longer than a segment is cut as without this option. Surrogate and escape pairs are kept in any case.
    /// </summary>
    /// <value><see langword="false"/> by default. Clusters are those of <see cref="System.Globalization.StringInfo"/>.</value>
    public bool KeepGraphemes { get; init; }

    /// <summary>Whether the text goes as UCS-2 even when GSM-7 could carry it.</summary>
    /// <value><see langword="false"/> by default.</value>
    public bool ForceUcs2 { get; init; }

    /// <summary>The language of the text, for transliteration.</summary>
    /// <value><see cref="SmsTransliterationLanguage.None"/> by default: Cyrillic is left as it is.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public SmsTransliterationLanguage Language
    {
        get => _language;
        init => _language = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    /// <summary>Whether the default alphabet alone decides how a text is counted.</summary>
    internal bool CountsDefaultAlphabet =>
        (_lockingShift | _singleShift) == SmsNationalLanguage.None && !SearchNationalTables && !ForceUcs2 && !_profile.LineFeedCountsTwice;

    /// <summary>Whether the limits are the standard's as well, as they are for nearly all texts.</summary>
    internal bool CountsByTheBook => CountsDefaultAlphabet && _profile is { Gsm7: null, Ucs2: null };
}
