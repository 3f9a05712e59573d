using System.Reflection;
using System.Text.RegularExpressions;
using SmsGateway.KeyRef;
using SmsGateway.SmsClub;
using SmsGateway.SpeedMarket;
using SmsGateway.SpeedSms;

namespace SmsGateway.Tests.Coverage;

/// <summary>
/// The tables in this folder name, for every endpoint, parameter and reply field that a vendor documents, the member that covers it
/// or the reason why there is none. Here it is checked that the members exist and that no table has a hole.
/// </summary>
public sealed partial class VendorCoverageTests
{
    private static readonly Dictionary<string, Type> Types = typeof(ISmsClient).Assembly.GetExportedTypes().Where(type => !type.IsNested).ToDictionary(type => type.Name.Split('`')[0]);

    public static TheoryData<string, Type> Vendors => new()
    {
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
                Assert.True(row[2] == "webhooks" || row[2].Split(' ').Length > 4, $"{where}: neither members nor a reason");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public void Table_NativeClient_HasNoMemberThatNoEndpointNeeds(string vendor, Type client)
    {
        var named = Rows(vendor).Where(row => row[0] == "endpoint").SelectMany(row => row[2].Split(", ")).ToHashSet();

        Assert.All(client.GetMethods(), method => Assert.Contains($"{client.Name}.{method.Name}", named));
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
