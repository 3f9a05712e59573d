using System.Reflection;
using System.Runtime.CompilerServices;
using SmsGateway.SmsApi;

namespace SmsGateway.Tests.Gateways;

/// <summary>Nothing that the models of SMSAPI print is personal or secret.</summary>
public sealed class SmsApiPrintingTests
{
    private const string Sentinel = "S3ntin3l";

    // Values that may never be printed, whatever type they are members of.
    private static readonly HashSet<string> Unprintable =
    [
        "Number", "SubmittedNumber", "PhoneNumber", "PhoneNumbers", "Recipient", "ReceiverNumber", "Message", "Text", "Content", "Tts", "Smil", "Subject", "Body", "Data",
        "Password", "ApiPassword", "Code", "Email", "Emails", "FirstName", "FirstNames", "LastName", "LastNames", "Birthday", "Birthdays", "Value", "Url", "Parameters", "Query",
    ];

    // The gateway's own words under such a name: its codes, its terms.
    private static readonly HashSet<string> Printable = ["SmsApiRefusedNumber.Code", "SmsApiStatement.Content", "SmsApiStatementSection.Content"];

    private static readonly Type[] Types = [.. typeof(ISmsApiClient).Assembly.GetExportedTypes()];

    public static TheoryData<Type> Models => [.. Types.Where(type => type.Namespace == "SmsGateway.SmsApi" && !type.IsAbstract && !type.IsInterface && !type.ContainsGenericParameters
        && type.GetMethod("<Clone>$") is not null)];

    [Theory]
    [MemberData(nameof(Models), DisableDiscoveryEnumeration = true)]
    public void ToString_OfAModel_HidesWhatIsPersonalOrSecret(Type type)
    {
        var model = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is not null))
        {
            property.SetValue(model, Filling(property));
        }

        var printed = model.ToString()!;

        Assert.DoesNotContain(Sentinel, printed);
        Assert.StartsWith(type.Name, printed);
    }

    private static object? Filling(PropertyInfo property)
    {
        var secret = Unprintable.Contains(property.Name) && !Printable.Contains($"{property.DeclaringType!.Name}.{property.Name}");
        var type = property.PropertyType;
        return type == typeof(string) ? secret ? Sentinel : "x"
            : type == typeof(Uri) ? new Uri(secret ? $"https://x.example/{Sentinel}" : "https://x.example/")
            : type == typeof(IReadOnlyList<string>) ? new[] { secret ? Sentinel : "x" }
            : type == typeof(IReadOnlyDictionary<string, string>) ? new Dictionary<string, string> { ["x"] = Sentinel }
            : type == typeof(SmsApiBinary) ? new SmsApiBinary(Sentinel, Sentinel)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? Array.CreateInstance(type.GenericTypeArguments[0], 0)
            : null;
    }
}
