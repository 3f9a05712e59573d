namespace SmsGateway.Tests.Segments;

public sealed class CyrillicTests
{
    // The examples of the Ukrainian resolution itself, and the cases that one table for all languages gets wrong.
    [Theory]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "Алушта Згурський Єнакієве Ґалаґан Їжакевич Мар'їне", "Alushta Zghurskyi Yenakiieve Galagan Yizhakevych Marine")]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "Йосипівка Стрий Знам’янка Щербухи Юрій Яготин Костянтин", "Yosypivka Stryi Znamianka Shcherbukhy Yurii Yahotyn Kostiantyn")]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "Ваше замовлення у відділенні", "Vashe zamovlennia u viddilenni")]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "коли 'так' ж", "koly 'tak' zh")]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "Щиро дякуємо", "Shchyro diakuiemo")]
    [InlineData(SmsTransliterationLanguage.Bulgarian, "София Щастие Ъгъл Кюстендил Бояна синьо", "Sofia Shtastie Agal Kyustendil Boyana sinyo")]
    [InlineData(SmsTransliterationLanguage.Bulgarian, "МАРИЯ Мария, Марияна", "MARIA Maria, Mariyana")]
    [InlineData(SmsTransliterationLanguage.Serbian, "Љубав Његош Ђорђе Џак Шећер Ћуприја", "Ljubav Njegos Djordje Dzak Secer Cuprija")]
    [InlineData(SmsTransliterationLanguage.Russian, "Юлия Щербакова, подъезд, ёлка, мышь, йод", "Iuliia Shcherbakova, podieezd, elka, mysh, iod")]
    public void Transliterate_Cyrillic_FollowsTheLanguage(SmsTransliterationLanguage language, string text, string expected) =>
        Assert.Equal(expected, Always(text, language));

    [Theory]
    [InlineData("Щука", "Shchuka")]
    [InlineData("ЩУКА", "SHCHUKA")]
    [InlineData("БОРЩ", "BORSHCH")]
    [InlineData("Щ", "Shch")]
    [InlineData("Щ. Ю. Петренко", "Shch. Yu. Petrenko")]
    public void Transliterate_CapitalOfSeveralLetters_GoesByItsNeighbours(string text, string expected) =>
        Assert.Equal(expected, Always(text, SmsTransliterationLanguage.Ukrainian));

    [Theory]
    [InlineData(SmsTransliterationLanguage.Ukrainian, "мышь")] // ы is not Ukrainian
    [InlineData(SmsTransliterationLanguage.Russian, "їжак")]
    [InlineData(SmsTransliterationLanguage.Serbian, "щука")]
    [InlineData(SmsTransliterationLanguage.Bulgarian, "ёлка")]
    [InlineData(SmsTransliterationLanguage.None, "Привет")]
    [InlineData(SmsTransliterationLanguage.Vietnamese, "Привет")]
    public void Transliterate_LetterOfAnotherLanguage_ChangesNothing(SmsTransliterationLanguage language, string text) =>
        Assert.Same(text, Always(text, language));

    [Fact]
    public void Transliterate_DecomposedLetters_AreLikeComposedOnes() =>
        Assert.Equal("Yosyp Kyiv", Always("И\u0306осип Киі\u0308в", SmsTransliterationLanguage.Ukrainian));

    [Fact]
    public void Transliterate_LatinInACyrillicText_IsReplacedAsEver() =>
        Assert.Equal("Vash kod: \"AB-zo\"", Always("Ваш код: «AB–żó»", SmsTransliterationLanguage.Ukrainian));

    private static string Always(string text, SmsTransliterationLanguage language) =>
        SmsText.Transliterate(text, SmsUnicodePolicy.TransliterateAlways, new SmsTextOptions { Language = language });
}
