using System.Globalization;
using System.Text;
using SmsGateway.Tests.Gateways;

namespace SmsGateway.Tests.Docs;

/// <summary>What the README says of the gateways is what the code says.</summary>
public sealed class ReadmeTests
{
    private static readonly (SmsCapabilities Capability, string Label)[] Features =
    [
        (SmsCapabilities.Sender, "sender name"),
        (SmsCapabilities.Schedule, "scheduling"),
        (SmsCapabilities.Cancel, "taking scheduled messages back"),
        (SmsCapabilities.Validity, "validity"),
        (SmsCapabilities.Flash, "flash"),
        (SmsCapabilities.DryRun, "test mode"),
        (SmsCapabilities.DeliveryReportUrl, "report address per message"),
        (SmsCapabilities.Price, "price in the reply"),
        (SmsCapabilities.DuplicateProtection, "**lost answer resolved by a safe repeat**"),
        (SmsCapabilities.ReferenceLookup, "**lost answer resolved by our reference**"),
        (SmsCapabilities.DeliveryReports, "delivery reports pushed"),
        (SmsCapabilities.Inbound, "replies pushed"),
        (SmsCapabilities.InboundPull, "replies fetched"),
        (SmsCapabilities.StatusQuery, "status query"),
        (SmsCapabilities.Balance, "balance"),
        (SmsCapabilities.Senders, "list of senders"),
        (SmsCapabilities.NumberLookup, "number look-up (HLR)"),
        (SmsCapabilities.Voice, "codes by phone call"),
        (SmsCapabilities.Verification, "codes made by the gateway"),
    ];

    [Fact]
    public void Matrix_InTheReadme_IsWhatTheGatewaysSay() => WrittenDocument.AssertHolds(Matrix(), "matrix", "README.md");

    [Fact]
    public void Features_InTheMatrix_AreAllThatThereAre()
    {
        var shown = Features.Aggregate(SmsCapabilities.Reference, (all, feature) => all | feature.Capability);

        Assert.Equal(Enum.GetValues<SmsCapabilities>().Aggregate((all, one) => all | one), shown);
    }

    private static string Matrix()
    {
        var gateways = Drivers.Names.Select(name => Drivers.Create(name.Data).Info).ToList();
        var text = new StringBuilder();
        Row("", gateways.Select(info => info.DisplayName));
        Row("---", gateways.Select(_ => "---"));
        Row("home", gateways.Select(info => info.Region));
        Row("numbers per request, one text", gateways.Select(info => Number(info.MaxMessagesPerRequest)));
        Row("texts per request", gateways.Select(info => Number(info.MaxPersonalisedPerRequest)));
        foreach (var (capability, label) in Features)
        {
            Row(label, gateways.Select(info => info.Has(capability) ? "yes" : "-"));
        }

        return text.ToString();

        void Row(string label, IEnumerable<string> cells) => text.Append("| ").Append(label).Append(" | ").AppendJoin(" | ", cells).Append(" |\n");

        static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
    }
}
