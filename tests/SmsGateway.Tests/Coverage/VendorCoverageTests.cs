using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using SmsGateway.KeyRef;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;
using SmsGateway.Tests.Docs;

namespace SmsGateway.Tests.Coverage;

/// <summary>
/// The tables in this folder name, for every endpoint, parameter and reply field that a vendor documents, the member that covers it
/// or the reason why there is none. Here it is checked that the members exist and that no table has a hole.
/// </summary>
public sealed partial class VendorCoverageTests
{
    private static readonly Dictionary<string, Type> Types = typeof(ISmsClient).Assembly.GetExportedTypes().Where(type => !type.IsNested).ToDictionary(type => type.Name.Split('`')[0]);

    private static readonly (string Vendor, string Title)[] Titles =
        [("smsapi", "SMSAPI"), ("speedsms", "SpeedSMS"), ("speedmarket", "SpeedMarket"), ("smsclub", "SMS Club"), ("keyref", "key/ref")];

    public static TheoryData<string, Type> Vendors => new()
    {
        { "smsapi", typeof(ISmsApiClient) },
        { "speedsms", typeof(ISpeedSmsClient) },
        { "speedmarket", typeof(ISpeedMarketClient) },
        { "keyref", typeof(IKeyRefClient) },
        { "smsclub", typeof(ISmsClubClient) },
    };

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Table_EachRow_NamesMembersThatExistOrAReason(string vendor, Type client)
    {
        Assert.NotNull(client);
        foreach (var row in Rows(vendor))
        {
            var where = $"{vendor}: {string.Join(" | ", row)}";
            Assert.True(row.Length == 3 && Array.TrueForAll(row, cell => cell.Length > 0), where);
            Assert.True(row[0] is "endpoint" or "parameter" or "reply" or "callback", where);
            if (Members().IsMatch(row[2]))
            {
                Assert.All(row[2].Split(", "), member => Assert.True(Exists(member), $"{where}: no {member}"));
            }
            else
            {
                Assert.True(row[2].Split(' ').Length > 4, $"{where}: neither members nor a reason");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Table_NativeClient_HasNoMemberThatNoEndpointNeeds(string vendor, Type client)
    {
        var named = Rows(vendor).Where(row => row[0] == "endpoint").SelectMany(row => row[2].Split(", ")).ToHashSet();
        var operations = Types.Values.Where(type => type.IsInterface && type.Namespace == client.Namespace)
            .SelectMany(type => type.GetMethods().Where(method => !method.IsSpecialName).Select(method => $"{type.Name}.{method.Name}"));

        Assert.Empty(operations.Except(named));
    }

    [Fact]
    public void Document_OfAllTables_IsMadeFromThem()
    {
        var text = new StringBuilder("""
            # What covers the vendors' interfaces

            Every endpoint, parameter, reply field and callback that the five vendors document, and the member of this library that covers it, or why
            there is none. Made by `VendorCoverageTests` from its tables; a member that does not exist fails the build.

            """);
        foreach (var (vendor, title) in Titles)
        {
            text.Append("\n## ").Append(title).Append("\n\n| what | documented name | covered by |\n|---|---|---|\n");
            foreach (var row in Rows(vendor))
            {
                var covered = Members().IsMatch(row[2]) ? string.Join(", ", row[2].Split(", ").Select(member => $"`{member}`")) : row[2];
                text.Append("| ").Append(row[0]).Append(" | `").Append(row[1].Replace("|", "\\|", StringComparison.Ordinal)).Append("` | ").Append(covered).Append(" |\n");
            }
        }

        WrittenDocument.AssertIs(text.ToString(), "docs", "coverage.md");
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Table_EachName_StandsOnce(string vendor, Type client)
    {
        Assert.NotNull(client);
        Assert.Empty(Rows(vendor).GroupBy(row => (row[0], row[1])).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    private static IEnumerable<string[]> Rows(string vendor) =>
        File.ReadLines(Path.Combine(Fixture.Root, "tests", "SmsGateway.Tests", "Coverage", $"{vendor}.tsv"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));

    private static bool Exists(string member)
    {
        var parts = member.Split('.');
        return Types.TryGetValue(parts[0], out var type)
            && type.GetMember(parts[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy).Length > 0;
    }

    [GeneratedRegex(@"^[A-Z]\w+\.[A-Z]\w+(, [A-Z]\w+\.[A-Z]\w+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Members();
}
