using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing.Tests.Conformance;

/// <summary>The suite itself: a good gateway passes without a server of its own, and each mistake is found by the check that is there for it.</summary>
public sealed class SuiteTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAll_GoodGateway_Passes()
    {
        var report = (await new Suite(SloppyMistake.None).RunAllAsync(Stop)).EnsurePassed();

        Assert.Equal(SmsGatewayConformance.CheckNames, report.Results.Select(result => result.Check));
        Assert.StartsWith($"Suite: {report.Results.Count} of {report.Results.Count} checks passed", report.ToString());
    }

    [Theory]
    [InlineData(SloppyMistake.TakesAny200ForYes, "Send_UnreadableReply_IsNeverAcceptedAndNeverThrows")]
    [InlineData(SloppyMistake.TakesAny200ForYes, "Send_WebPageInsteadOfAReply_IsUnknown")]
    [InlineData(SloppyMistake.Throws, "Send_UnreadableReply_IsNeverAcceptedAndNeverThrows")]
    [InlineData(SloppyMistake.SecretInAddress, "Send_AnyRequest_HasContentAndNoSecretInItsAddress")]
    [InlineData(SloppyMistake.EchoesTheReply, "Output_NeverHoldsNumbersTextsOrSecrets")]
    [InlineData(SloppyMistake.FollowsTheCulture, "Send_AnyCulture_WritesTheSameRequest")]
    [InlineData(SloppyMistake.ClaimsBalance, "Features_AreThoseOfItsInfo")]
    [InlineData(SloppyMistake.ClaimsReports, "Callbacks_OfNobody_AreNoReportsAndNeverThrow")]
    [InlineData(SloppyMistake.ThrowsForACallback, "Callbacks_OfNobody_AreNoReportsAndNeverThrow")]
    public async Task Run_Mistake_IsFound(SloppyMistake mistake, string check)
    {
        var thrown = await Assert.ThrowsAsync<SmsAssertionException>(() => new Suite(mistake).RunAsync(check, Stop));

        Assert.StartsWith(check, thrown.Message);
    }

    [Fact]
    public async Task RunAll_Mistake_IsReportedBesideWhatPassed()
    {
        var report = await new Suite(SloppyMistake.ClaimsBalance).RunAllAsync(Stop);

        Assert.False(report.Passed);
        Assert.Contains("Balance", Assert.Throws<SmsAssertionException>(report.EnsurePassed).Message);
        Assert.Equal("Features_AreThoseOfItsInfo", Assert.Single(report.Results, result => !result.Passed).Check);
    }

    [Fact]
    public Task Run_NoSuchCheck_Throws() => Assert.ThrowsAsync<ArgumentException>(() => new Suite(SloppyMistake.None).RunAsync("nothing", Stop));

    private sealed class Suite(SloppyMistake mistake) : SmsGatewayConformance
    {
        protected override IReadOnlyList<string> Secrets => ["s3cr3t-value"];

        protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) =>
            builder.AddGateway<SloppyOptions>(
                name,
                options => options.Configure(options =>
                {
                    (options.Key, options.Mistake, options.BaseAddress) = (Secrets[0], mistake, address);
                    setUp(options);
                }),
                []);

        protected override Task<ServerReply> AnswerAsync(ReceivedRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(ServerReply.Of(request.Method == "POST" && request.Text.StartsWith(Secrets[0], StringComparison.Ordinal) ? "yes" : "no"));

        protected override string Number(int index) => $"+48500100{index:D3}";
    }
}
