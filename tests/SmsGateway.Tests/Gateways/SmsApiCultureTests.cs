using System.Globalization;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Gateways;

/// <summary>SMSAPI under cultures that write numbers, dates and letters otherwise: what is sent and read is the same.</summary>
public sealed class SmsApiCultureTests(EmulatorFixture fixture)
{
    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public Task Suite_UnderTheCulture_Passes(string culture) => Cultures.RunAsync(culture, async () =>
    {
        var ran = 0;
        foreach (var tests in new[] { typeof(SmsApiClientTests), typeof(SmsApiWireTests), typeof(SmsApiRestTests), typeof(SmsApiExtrasTests), typeof(SmsApiFeatureTests) })
        {
            ran += await Cultures.RunFactsAsync(tests, fixture);
        }

        ran += await Cultures.RunFactsAsync(typeof(SmsApiMailTests));
        Assert.True(ran > 50, $"Only {ran} facts were found.");
    });

    [Theory]
    [MemberData(nameof(Cultures.Names), MemberType = typeof(Cultures))]
    public Task RecordedReplies_UnderTheCulture_MeanTheSame(string culture) => Cultures.RunAsync(culture, async () =>
    {
        var tests = new SmsApiNativeFixtureTests(fixture);
        foreach (var row in Fixture.Rows("smsapi", "native.tsv", hasHeader: false))
        {
            await tests.Operation_RecordedReply_MeansWhatTheTableSays(row[0], int.Parse(row[1], CultureInfo.InvariantCulture), row[2], row[3]);
        }
    });
}
