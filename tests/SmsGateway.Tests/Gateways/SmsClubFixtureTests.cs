using Microsoft.Extensions.DependencyInjection;
using SmsGateway.SmsClub;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply of SMS Club, through the native client and the neutral features.</summary>
public sealed class SmsClubFixtureTests(EmulatorFixture fixture)
{
    public static TheoryData<int, string, string> Rows => NativeFixtures.Rows("smsclub");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Native_RecordedReply_MeansWhatTheTableSays(int row, string file, string operation)
    {
        Assert.NotEmpty(file + operation);

        Assert.Equal(NativeFixtures.Columns("smsclub", row)[4], await NativeFixtures.TellAsync(fixture, "smsclub", "SmsClub", row, ActAsync));
    }

    [Fact]
    public void Fixtures_AreAllInATable() => NativeFixtures.AssertAllListed("smsclub");

    private static async Task<string> ActAsync(Harness harness, string operation)
    {
        var client = harness.Services.GetRequiredKeyedService<ISmsClubClient>("SmsClub");
        var reader = harness.Client.GetRequiredService<ISmsStatusReader>();
        return operation switch
        {
            "status" => string.Join(" | ", (await client.GetStatusAsync(["106", "107"], Stop)).Select(state => $"{state.Id} {state.Status}")),
            "report" => string.Join(" | ", (await reader.GetStatusAsync([new("SmsClub", "106"), new("SmsClub", "107")], Stop)).Select(report => $"{report.Status} {(report.IsFinal ? "final" : "open")} {report.RawStatus ?? "-"}")),
            "originators" => string.Join(',', await client.GetOriginatorsAsync(Stop)),
            _ => (await harness.Client.GetRequiredService<ISmsAccount>().GetBalanceAsync(Stop)).ToString(),
        };
    }
}
