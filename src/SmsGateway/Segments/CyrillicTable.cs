namespace SmsGateway;

/// <summary>One language's Cyrillic letters in Latin ones, within GSM-7.</summary>
internal sealed class CyrillicTable
{
    private static readonly CyrillicTable Bulgarian = new(
        "а:a б:b в:v г:g д:d е:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:ts ч:ch ш:sh щ:sht ъ:a ь:y " +
        "ю:yu я:ya ѝ:i");

    private static readonly CyrillicTable Russian = new(
        "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch " +
        "ъ:ie ы:y ь: э:e ю:iu я:ia");

    private static readonly CyrillicTable Serbian = new(
        "а:a б:b в:v г:g д:d ђ:dj е:e ж:z з:z и:i ј:j к:k л:l љ:lj м:m н:n њ:nj о:o п:p р:r с:s т:t ћ:c у:u ф:f х:h ц:c ч:c " +
        "џ:dz ш:s");

    private static readonly CyrillicTable Ukrainian = new(
        "а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch " +
        "ш:sh щ:shch ь: ю:iu я:ia",
        initial: "є:ye ї:yi й:y ю:yu я:ya");

    private readonly Dictionary<char, Forms> _letters;
    private readonly Dictionary<char, Forms> _initial;

    private CyrillicTable(string letters, string initial = "")
    {
        _letters = Parse(letters);
        _initial = Parse(initial);
    }

    /// <summary>The table of a language, or <see langword="null"/> if it is not written in Cyrillic.</summary>
    public static CyrillicTable? For(SmsTransliterationLanguage language) => language switch
    {
        SmsTransliterationLanguage.Bulgarian => Bulgarian,
        SmsTransliterationLanguage.Russian => Russian,
        SmsTransliterationLanguage.Serbian => Serbian,
        SmsTransliterationLanguage.Ukrainian => Ukrainian,
        _ => null,
    };

    /// <summary>The Latin form of a letter in its word, or <see langword="null"/> if the language does not have it.</summary>
    /// <param name="letter">The letter, composed.</param>
    /// <param name="before">The text before it.</param>
    /// <param name="after">The text after it.</param>
    public string? Find(char letter, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        char small = char.ToLowerInvariant(letter);
        char previous = before.IsEmpty ? ' ' : before[^1];
        char next = after.IsEmpty ? ' ' : after[0];
        Forms? forms = (small, previous) switch
        {
            ('г', 'з' or 'З') when this == Ukrainian => AfterZ,
            ('я', 'и' or 'И') when this == Bulgarian && !char.IsLetter(next) => FinalYa,
            _ when !IsInWord(previous) && _initial.TryGetValue(small, out Forms? initial) => initial,
            _ => _letters.GetValueOrDefault(small),
        };
        if (forms is null || small == letter)
        {
            return forms?.Small;
        }

        // Щука is Shchuka and ЩУКА is SHCHUKA; a letter on its own, or the last of a word, goes by its neighbour.
        bool isAmongCapitals = char.IsLetter(next) ? char.IsUpper(next) : char.IsUpper(previous);
        return isAmongCapitals ? forms.Capitals : forms.Title;
    }

    /// <summary>Whether a character continues a word; an apostrophe does, as in п'ять.</summary>
    private static bool IsInWord(char c) => char.IsLetter(c) || Composition.IsMark(c) || IsApostrophe(c);

    /// <summary>The apostrophes that Ukrainian is written with.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ';

    /// <summary>зг is zgh, so that it is not read as zh.</summary>
    private static readonly Forms AfterZ = new("gh");

    /// <summary>A final ия is ia.</summary>
    private static readonly Forms FinalYa = new("a");

    private static Dictionary<char, Forms> Parse(string rows) => rows
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(static row => row[0], static row => new Forms(row[2..]));

    /// <summary>One Latin form in its three cases, kept so that looking one up allocates nothing.</summary>
    private sealed class Forms(string small)
    {
        public string Small { get; } = small;

        public string Capitals { get; } = small.ToUpperInvariant();

        public string Title { get; } = small.Length == 0 ? small : char.ToUpperInvariant(small[0]) + small[1..];
    }
}
