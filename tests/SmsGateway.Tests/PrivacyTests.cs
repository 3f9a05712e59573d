using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests;

/// <summary>Numbers, texts and secrets never print. <see cref="PrivacyGuard"/> checks the whole run; these check the guard, and the worst cases.</summary>
public sealed class PrivacyTests(EmulatorFixture fixture)
{
    [Theory]
    [InlineData("sent to +48500111222")]
    [InlineData("sent to 48500110001 just now")]
    [InlineData("token is s3cr3t-value")]
    public void FindLeak_LineWithNumberOrSecret_IsFound(string line) =>
        Assert.Equal(line, PrivacyGuard.FindLeak(["fine", line], ["s3cr3t-value"]));

    [Fact]
    public void FindLeak_MaskedNumber_IsFine() => Assert.Null(PrivacyGuard.FindLeak(["+48*******22", "a2b3c4d5e6f7g2h3"], ["s3cr3t-value"]));

    [Theory]
    [MemberData(nameof(GatewayUnderTest.Names), MemberType = typeof(GatewayUnderTest))]
    public async Task Send_EverythingGoesWrong_PrintsNothingPersonal(string gateway)
    {
        var target = GatewayUnderTest.Of(gateway);
        await using var harness = new Harness(fixture, gateway, options => options.Resilience.SendAttemptTimeout = options.Resilience.ConnectTimeout = TimeSpan.FromSeconds(0.3));
        var before = PrintedText.Lines.Count;
        foreach (var fault in new[] { Fault.CloseFin(), Fault.Hang(), Fault.Unauthorized(), Fault.Html(500), Fault.Redirect(302, $"https://x.example/?key={harness.Inbox.Credentials.KeyRefKey}"), Fault.Body($"{target.Number(1)} hello"), Fault.Reset() })
        {
            using var rule = harness.Inbox.Faults.On().Always(fault);
            var results = await harness.SendAsync(new SmsMessage(target.Number(1), "a very private text") { Reference = "order00004815" });
            PrintedText.Keep(Assert.Throws<SmsException>(results.EnsureAllAccepted));
        }

        var printed = PrintedText.Lines.Skip(before).ToList();
        Assert.NotEmpty(printed);
        Assert.Null(PrivacyGuard.FindLeak(printed, PrintedText.Secrets));
        Assert.DoesNotContain(printed, line => line.Contains("a very private text"));
    }

    [Fact]
    public void Options_Invalid_NameAccountAndSettingButNoValue()
    {
        var services = new ServiceCollection();
        services.AddSmsGateway().AddSmsApi("pl", options =>
        {
            options.AccessToken = " s3cr3t-value\n";
            options.BaseAddress = new Uri("http://user:s3cr3t-value@gateway.example/");
            options.DefaultCountryCode = "s3cr3t-value";
            options.Resilience.MaxAttempts = 99;
            options.Resilience.ConnectTimeout = TimeSpan.FromHours(99);
        });
        using var provider = services.BuildServiceProvider();

        var thrown = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(
            () => provider.GetRequiredService<Microsoft.Extensions.Options.IStartupValidator>().Validate());

        PrintedText.Keep(thrown);
        Assert.DoesNotContain("s3cr3t-value", thrown.Message);
        Assert.DoesNotContain("99", thrown.Message);
        Assert.All(["'pl'", "AccessToken", "BaseAddress", "DefaultCountryCode", "MaxAttempts", "ConnectTimeout"], word => Assert.Contains(word, thrown.Message));
    }
}
