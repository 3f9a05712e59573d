using System.Globalization;
using System.Reflection;
using System.Text;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Docs;

/// <summary>docs/configuration.md and the schema for appsettings.json are made from the options and their documentation comments.</summary>
public sealed class ConfigurationDocumentTests
{
    private static readonly XmlDocs Docs = new(typeof(SmsAccountOptions).Assembly);

    internal static readonly (string Name, SmsAccountOptions Defaults)[] Gateways =
    [
        ("SmsApi", new SmsApiOptions()),
        ("SpeedSms", new SpeedSmsOptions()),
        ("SpeedMarket", new SpeedMarketOptions()),
        ("SmsClub", new SmsClubOptions()),
        ("KeyRef", new KeyRefOptions()),
    ];

    [Fact]
    public void Reference_OfAllSettings_IsMadeFromTheOptions() => WrittenDocument.AssertHolds(Reference(), "settings", "docs", "configuration.md");

    [Fact]
    public void Schema_OfAppSettings_IsMadeFromTheOptions() =>
        WrittenDocument.AssertIs(new ConfigurationSchema(Docs).Make(Gateways), "src", "SmsGateway", "ConfigurationSchema.json");

    private static string Reference()
    {
        var text = new StringBuilder();
        Table("Every account", typeof(SmsAccountOptions), null);
        foreach (var (name, defaults) in Gateways)
        {
            Table($"`{name}`", defaults.GetType(), defaults);
        }

        Table("`Resilience`", typeof(SmsResilienceOptions), new SmsResilienceOptions());
        Table("`Resilience:CircuitBreaker`", typeof(SmsCircuitBreakerOptions), new SmsCircuitBreakerOptions());
        Table("`Resilience:RateLimit`", typeof(SmsRateLimit), new SmsRateLimit());
        Table("`Resilience:Reconciliation`", typeof(SmsReconciliationOptions), new SmsReconciliationOptions());
        return text.ToString();

        void Table(string title, Type type, object? defaults)
        {
            text.Append("\n### ").Append(title).Append("\n\n| setting | type | default | meaning |\n|---|---|---|---|\n");
            if (defaults is SmsAccountOptions account)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `BaseAddress` | address | {Shown(account.BaseAddress)} | Where the gateway answers. |\n");
                text.Append(CultureInfo.InvariantCulture, $"| `Resilience:RateLimit` | | {Shown(account.Resilience.RateLimit)} | What the vendor documents. |\n");
                text.Append(CultureInfo.InvariantCulture, $"| `Resilience:MaxConcurrentRequests` | whole number | {Shown(account.Resilience.MaxConcurrentRequests)} | |\n");
            }

            foreach (var property in Settings(type))
            {
                var value = defaults is null ? (type == typeof(SmsAccountOptions) ? property.GetValue(new SmsApiOptions()) : null) : property.GetValue(defaults);
                var shown = property.Name is "BaseAddress" or "Resilience" or "CircuitBreaker" or "Reconciliation" ? "see below" : Shown(value);
                text.Append("| `").Append(property.Name).Append("` | ").Append(TypeOf(property.PropertyType)).Append(" | ").Append(shown)
                    .Append(" | ").Append(Docs.Of(property, markdown: true).Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
            }
        }
    }

    internal static IEnumerable<PropertyInfo> Settings(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(property => property.SetMethod is { IsPublic: true });

    private static string Shown(object? value) => value switch
    {
        null => "-",
        bool flag => flag ? "`true`" : "`false`",
        TimeSpan time => $"`{time:c}`",
        SmsRateLimit limit => string.Create(CultureInfo.InvariantCulture, $"{limit.Requests} in `{limit.Per:c}`"),
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => $"`{value}`",
    };

    private static string TypeOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type == typeof(string) ? "text"
            : type == typeof(Uri) ? "address"
            : type == typeof(bool) ? "true, false"
            : type == typeof(int) || type == typeof(long) ? "whole number"
            : type == typeof(double) ? "number"
            : type == typeof(TimeSpan) ? "time `d.hh:mm:ss`"
            : type == typeof(IList<TimeSpan>) ? "list of times"
            : type == typeof(IList<string>) ? "list of texts"
            : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(name => $"`{name}`"))
            : "section";
    }
}
