using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.KeyRef;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply of the key/ref gateway, through the native client and the status reader.</summary>
public sealed class KeyRefFixtureTests(EmulatorFixture fixture)
{
    public static TheoryData<int, string, string> Rows => NativeFixtures.Rows("keyref");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Native_RecordedReply_MeansWhatTheTableSays(int row, string file, string operation)
    {
        Assert.NotEmpty(file + operation);

        var told = await NativeFixtures.TellAsync(fixture, "keyref", "KeyRef", row, ActAsync, (options, flags) =>
        {
            var account = (KeyRefOptions)options;
            account.UseGet = flags == "get";
            account.ReplyFormat = flags == "number" ? KeyRefReplyFormat.Number : KeyRefReplyFormat.Json;
        });

        Assert.Equal(NativeFixtures.Columns("keyref", row)[4], told);
    }

    [Fact]
    public void Fixtures_AreAllInATable() => NativeFixtures.AssertAllListed("keyref");

    private static async Task<string> ActAsync(Harness harness, string operation)
    {
        var client = harness.Services.GetRequiredKeyedService<IKeyRefClient>("KeyRef");
        switch (operation)
        {
            case "send":
                var sent = await client.SendAsync(new KeyRefSend("447700900123", "Shop", "Hello", "h7k2m9x4qd"), Stop);
                return $"{sent.Mobile} {sent.Reference}";
            case "report":
                return Told(await client.GetReportAsync("447700900123", "h7k2m9x4qd", Stop));
            default:
                var handle = new SmsMessageHandle("KeyRef", "h7k2m9x4qd", PhoneNumber.Parse("+447700900123"));
                var report = Assert.Single(await harness.Client.GetRequiredService<ISmsStatusReader>().GetStatusAsync([handle], Stop));
                return $"{report.Status} {(report.IsFinal ? "final" : "open")} {report.Price?.ToString() ?? "-"} {report.RawStatus}";
        }
    }

    private static string Told(KeyRefReport report) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(report.IsFound ? "found" : "missing")} {report.Status} {report.QueueStatus}/{report.DlrStatus ?? "-"} {report.QueueError ?? "-"}/{(report.DlrError is { Length: > 0 } error ? error : "-")} cost {report.Cost?.ToString(CultureInfo.InvariantCulture) ?? "-"}{(report.IsDeleted ? " deleted" : "")}");
}
