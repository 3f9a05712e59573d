using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SmsGateway.Emulator;
using SmsGateway.SmsApi;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.DependencyInjection;

/// <summary>Everything set up from appsettings.json: accounts, routes, resilience; mistakes stop the start and name their setting.</summary>
public sealed class ConfigurationTests(EmulatorFixture fixture)
{
    private const string Secret = "n0t-to-be-printed";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Section_WithAccountsAndRoutes_SendsByThem()
    {
        var inbox = fixture.Emulator.CreateInbox();
        await using var services = Build($$"""
            {
              "Accounts": {
                "pl": { "SmsApi": { "BaseAddress": "{{fixture.Emulator.BaseAddress(Gateway.SmsApi)}}", "AccessToken": "{{inbox.Credentials.SmsApiAccessToken}}", "Resilience": { "MaxAttempts": 2 } } },
                "se": { "keyref": { "BaseAddress": "{{fixture.Emulator.BaseAddress(Gateway.KeyRef)}}", "Key": "{{inbox.Credentials.KeyRefKey}}", "Sender": "Shop" } }
              },
              "Routes": { "Prefixes": { "+46": "se" }, "Otherwise": "pl" }
            }
            """);

        var results = await services.GetRequiredService<ISmsClient>().SendAsync(
            [new SmsMessage("+48500123456", "to Poland"), new SmsMessage("+46701234567", "to Sweden")], Stop);

        Assert.Equal([("pl", SmsOutcome.Accepted), ("se", SmsOutcome.Accepted)], results.Select(result => (result.Account, result.Outcome)));
        Assert.Equal(2, services.GetRequiredService<IOptionsMonitor<SmsApiOptions>>().Get("pl").Resilience.MaxAttempts);
        Assert.NotNull(services.GetKeyedService<ISmsClient>("se"));
    }

    [Theory]
    [InlineData("""{ "Acounts": {} }""", "Sms:Acounts is no setting")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApy": { "AccessToken": "n0t-to-be-printed" } } } }""", "Sms:Accounts:pl:SmsApy names no known gateway")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed" }, "KeyRef": { "Key": "n0t-to-be-printed" } } } }""", "Sms:Accounts:pl must hold exactly one entry")]
    [InlineData("""{ "Accounts": { "pl": "n0t-to-be-printed" } }""", "Sms:Accounts:pl must hold exactly one entry")]
    [InlineData("""{ "Accounts": { "p l": { "SmsApi": { "AccessToken": "n0t-to-be-printed" } } } }""", "Sms:Accounts:p l: ")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed" } } }, "KeyedOnly": "n0t-to-be-printed" }""", "Sms:KeyedOnly must be true or false")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed" } } }, "Routes": { "Otherwise": "se" } }""", "not registered: se")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccesToken": "n0t-to-be-printed" } } } }""", "SMS account 'pl': no such setting: 'AccesToken'.")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "" } } } }""", "AccessToken")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed", "Resilience": { "MaxAttempts": 0 } } } } }""", "MaxAttempts")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed", "Resilience": { "MaxAttempt": 2 } } } } }""", "SMS account 'pl': no such setting: 'MaxAttempt'.")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed", "Resilience": { "SendTimeout": "n0t-to-be-printed" } } } } }""", "SMS account 'pl': Sms:Accounts:pl:SmsApi:Resilience:SendTimeout cannot be read.")]
    [InlineData("""{ "Accounts": { "pl": { "SmsApi": { "AccessToken": "n0t-to-be-printed", "BaseAddress": "no address" } } } }""", "SMS account 'pl': BaseAddress must be")]
    [InlineData("""{ "Accounts": {} }""", "No SMS account is registered")]
    public async Task Mistake_InTheSection_StopsTheStartAndNamesTheSetting(string json, string expected)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSmsGateway(Section(json));
        using var host = builder.Build();

        var mistake = await Assert.ThrowsAnyAsync<Exception>(() => host.StartAsync(Stop));

        Assert.Contains(expected, mistake.ToString());
        Assert.DoesNotContain(Secret, mistake.ToString());
    }

    [Fact]
    public void Gateway_OfSomebodyElse_IsFoundByItsName()
    {
        List<string> added = [];

        new ServiceCollection().AddSmsGateway(
            Section("""{ "Accounts": { "dk": { "Other": { "Key": "x" } } } }"""),
            gateways => gateways.Add("other", (_, name, section) => added.Add($"{name} {section["Key"]}")));

        Assert.Equal(["dk x"], added);
    }

    [Fact]
    public void Catalog_NameThatIsTaken_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddSmsGateway(Section("{}"), gateways => gateways.Add("SMSAPI", (_, _, _) => { })));

    private static ServiceProvider Build(string json)
    {
        var services = new ServiceCollection();
        services.AddSmsGateway(Section(json));
        return services.BuildServiceProvider();
    }

    private static IConfigurationSection Section(string json) =>
        new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "Sms": {{json}} }"""))).Build().GetSection("Sms");
}
