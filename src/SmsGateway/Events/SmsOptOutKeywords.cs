using System.Globalization;
using System.Text;

namespace SmsGateway;

/// <summary>
/// The words with which people ask to be left alone, or to hear from us again. Only a message that is nothing but such a word counts: "please
/// don't stop" asks for nothing. Case, accents, punctuation and spaces around it do not matter.
/// </summary>
/// <remarks>Immutable; used by many threads at once.</remarks>
public sealed class SmsOptOutKeywords
{
    private const int MaxLength = 40;

    private readonly Dictionary<string, SmsOptOutRequest> _words;

    private SmsOptOutKeywords(Dictionary<string, SmsOptOutRequest> words) => _words = words;

    /// <summary>The languages that there are words of: English, Polish, Portuguese, Vietnamese, Ukrainian, Swedish.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "pl", "pt", "vi", "uk", "sv"];

    /// <summary>The words of some languages. English ones belong to every choice: STOP is understood everywhere.</summary>
    /// <param name="languages">From <see cref="Languages"/>; none stands for all.</param>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no words of a language.</exception>
    public static SmsOptOutKeywords Create(params string[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        var keywords = new SmsOptOutKeywords(new Dictionary<string, SmsOptOutRequest>(StringComparer.Ordinal));
        foreach (var language in languages.Length == 0 ? Languages : languages.Prepend("en"))
        {
            var (stop, start) = WordsOf(language);
            keywords.Put(stop, SmsOptOutRequest.OptOut);
            keywords.Put(start, SmsOptOutRequest.OptIn);
        }

        return keywords;
    }

    /// <summary>These words and some of your own.</summary>
    /// <param name="request">What they ask; <see cref="SmsOptOutRequest.None"/> takes words away.</param>
    /// <param name="words">The words, or short phrases.</param>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null or holds null.</exception>
    /// <exception cref="ArgumentException">A word holds no letter or digit, or is longer than 40 characters.</exception>
    public SmsOptOutKeywords With(SmsOptOutRequest request, params string[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var keywords = new SmsOptOutKeywords(new Dictionary<string, SmsOptOutRequest>(_words, StringComparer.Ordinal));
        keywords.Put(words, request);
        return keywords;
    }

    /// <summary>What a message asks.</summary>
    /// <param name="text">The whole message.</param>
    public SmsOptOutRequest Find(string? text) =>
        text is not null && text.Length <= 2 * MaxLength && Normalize(text) is { Length: > 0 } word ? _words.GetValueOrDefault(word) : SmsOptOutRequest.None;

    private void Put(string[] words, SmsOptOutRequest request)
    {
        foreach (var word in words)
        {
            ArgumentNullException.ThrowIfNull(word, nameof(words));
            var key = Normalize(word);
            if (key.Length is 0 or > MaxLength)
            {
                throw new ArgumentException("A word needs a letter or digit, and has at most 40 characters.", nameof(words));
            }

            if (request == SmsOptOutRequest.None)
            {
                _words.Remove(key);
            }
            else
            {
                _words[key] = request;
            }
        }
    }

    // Upper case without accents, one space between words. Phones correct, capitalise and add full stops.
    private static string Normalize(string text)
    {
        var normal = new StringBuilder(text.Length);
        var hasGap = false;
        foreach (var rune in Decompose(text).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                hasGap = normal.Length > 0;
                continue;
            }

            if (hasGap)
            {
                normal.Append(' ');
                hasGap = false;
            }

            // The two letters of these languages that are no letter with an accent.
            normal.Append(Rune.ToUpperInvariant(rune) switch { { Value: 'Ł' } => "L", { Value: 'Đ' } => "D", var upper => upper.ToString() });
        }

        return normal.ToString();
    }

    // Half a surrogate pair cannot be normalised; what holds one is no keyword.
    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return "";
        }
    }

    private static (string[] Stop, string[] Start) WordsOf(string language) => language switch
    {
        "en" => (["STOP", "STOPALL", "STOP ALL", "STOP SMS", "UNSUBSCRIBE", "UNSUB", "CANCEL", "END", "QUIT", "OPT OUT", "OPTOUT", "REMOVE ME"],
            ["START", "UNSTOP", "SUBSCRIBE", "OPT IN", "OPTIN"]),
        "pl" => (["WYPISZ", "WYPISZ MNIE", "WYPISUJĘ SIĘ", "REZYGNACJA", "REZYGNUJĘ", "KONIEC", "USUŃ", "USUŃ MNIE", "NIE WYSYŁAJ"],
            ["ZAPISZ", "ZAPISZ MNIE", "WZNÓW"]),
        "pt" => (["PARAR", "PARE", "SAIR", "CANCELAR", "CANCELA", "DESCADASTRAR", "REMOVER", "NÃO QUERO"], ["VOLTAR", "ACEITO", "CADASTRAR", "INICIAR"]),
        "vi" => (["DỪNG", "HỦY", "HUỶ", "HỦY ĐĂNG KÝ", "NGỪNG", "TỪ CHỐI", "TC"], ["ĐĂNG KÝ", "BẮT ĐẦU", "TIẾP TỤC"]),
        "uk" => (["СТОП", "ВІДПИСАТИСЯ", "ВІДПИСКА", "ВІДМОВА", "ВІДМОВЛЯЮСЬ", "ПРИПИНИТИ"], ["СТАРТ", "ПІДПИСАТИСЯ", "ПІДПИСКА"]),
        "sv" => (["STOPP", "STOPPA", "AVSLUTA", "AVREGISTRERA", "AVANMÄL", "SLUTA", "AVBRYT"], ["STARTA", "REGISTRERA", "ANMÄL"]),
        _ => throw new ArgumentException("There are words of en, pl, pt, vi, uk and sv.", nameof(language)),
    };
}
