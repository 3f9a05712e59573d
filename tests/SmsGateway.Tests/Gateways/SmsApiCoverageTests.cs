using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SmsGateway.SmsApi;

namespace SmsGateway.Tests.Gateways;

/// <summary>What SMSAPI documents is covered by members that exist, and nothing that they print is personal or secret.</summary>
public sealed partial class SmsApiCoverageTests
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

    public static TheoryData<string, string, string> Rows
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (var row in Lines().Select(line => line.Split('\t')))
            {
                data.Add(row[0], row[1], row[2]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfTheTable_NamesMembersThatExistOrAReason(string kind, string name, string covered)
    {
        Assert.Contains(kind, new[] { "endpoint", "parameter" });
        Assert.False(string.IsNullOrWhiteSpace(name));
        if (!Members().IsMatch(covered))
        {
            Assert.True(covered.Length > 5, "A reason is a few words.");
            Assert.DoesNotContain("Async", covered);
            return;
        }

        foreach (var member in covered.Split("; ").Select(member => member.Split('.')))
        {
            var type = Assert.Single(Types, type => type.Name == member[0]);
            Assert.True(type.GetMember(member[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Length > 0, $"{covered} is not there.");
        }
    }

    [Fact]
    public void Table_EveryOperationOfTheNativeClient_IsInIt()
    {
        var listed = string.Join('\n', Lines());

        var missing = Types.Where(type => type.IsInterface && type.Name.StartsWith("ISmsApi", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods().Where(method => !method.IsSpecialName).Select(method => $"{type.Name}.{method.Name}"))
            .Where(member => !listed.Contains(member));

        Assert.Empty(missing);
        Assert.Equal(Lines().Count, Lines().Select(line => string.Join('\t', line.Split('\t')[..2])).Distinct().Count());
    }

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

    private static List<string> Lines() =>
        [.. File.ReadLines(Path.Combine(Fixture.Root, "tests", "SmsGateway.Tests", "Coverage", "smsapi.tsv")).Where(line => line.Length > 0 && line[0] != '#')];

    [GeneratedRegex(@"^[A-Z]\w+\.\w+(; [A-Z]\w+\.\w+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Members();
}
