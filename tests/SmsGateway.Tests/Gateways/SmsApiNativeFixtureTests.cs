using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply of SMSAPI, through the native client and a real connection, means what <c>native.tsv</c> beside it says.</summary>
public sealed class SmsApiNativeFixtureTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, int, string, string> Rows
    {
        get
        {
            TheoryData<string, int, string, string> data = [];
            foreach (var row in Fixture.Rows("smsapi", "native.tsv", hasHeader: false))
            {
                data.Add(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3]);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Operation_RecordedReply_MeansWhatTheTableSays(string file, int status, string operation, string expected)
    {
        await using var harness = new Harness(fixture, "SmsApi");
        var body = Fixture.Bytes("smsapi", file);
        harness.Inbox.Faults.OnAny(Gateway.SmsApi).Always(
            status == 200 ? Fault.Body(body, "application/json") : Fault.Status(status, System.Text.Encoding.UTF8.GetString(body), "application/json"));

        string actual;
        try
        {
            actual = await SmsApiOperations.RunAsync(harness.Services.GetRequiredKeyedService<ISmsApiClient>("SmsApi"), operation, Stop);
        }
        catch (SmsException refused)
        {
            PrintedText.Keep(refused);
            actual = SmsApiOperations.Print(refused);
        }

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Fixtures_OfReplies_AreAllInTheTable()
    {
        var listed = Fixture.Rows("smsapi", "native.tsv", hasHeader: false).Select(row => row[0]).ToHashSet();

        var missing = Directory.EnumerateFiles(Path.Combine(Fixture.Folder, "smsapi")).Select(file => Path.GetFileName(file))
            .Where(file => !file.EndsWith(".tsv", StringComparison.Ordinal) && !file.StartsWith("request-", StringComparison.Ordinal))
            .Where(file => !file.StartsWith("callback-", StringComparison.Ordinal)) // WebhookFixtureTests reads those
            .Where(file => !listed.Contains(file));

        Assert.Empty(missing);
    }
}
