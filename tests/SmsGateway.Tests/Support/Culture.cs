using System.Globalization;

namespace SmsGateway.Tests.Support;

/// <summary>
/// Cultures that break careless code: a dotless i and a decimal comma (tr-TR), another calendar and other minus signs (ar-SA), a dot
/// in times and a Unicode minus (fi-FI).
/// </summary>
public static class Culture
{
    public static readonly string[] Others = ["tr-TR", "ar-SA", "fi-FI"];

    /// <summary>Those, and the one that has no habits to begin with.</summary>
    public static readonly string[] All = ["", .. Others];

    /// <summary>Makes a culture the current one, until disposed; it flows through awaits.</summary>
    public static IDisposable Use(string name) => new Scope(CultureInfo.GetCultureInfo(name));

    private sealed class Scope : IDisposable
    {
        private readonly (CultureInfo, CultureInfo) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public Scope(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
    }
}
