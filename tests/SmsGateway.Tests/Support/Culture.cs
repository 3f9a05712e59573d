using System.Globalization;

namespace SmsGateway.Tests.Support;

/// <summary>Cultures with other letters, digits, signs and calendars than those of the wire.</summary>
public static class Culture
{
    public static readonly string[] All = ["", "tr-TR", "ar-SA", "fi-FI"];

    public static TheoryData<string> Names => [.. All];

    /// <summary>Makes a culture the current one, until disposed; it flows through awaits.</summary>
    public static IDisposable Use(string name) => new Scope(CultureInfo.GetCultureInfo(name));

    private sealed class Scope : IDisposable
    {
        private readonly (CultureInfo, CultureInfo) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        public Scope(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

        public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
    }
}
