using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing.Tests.Conformance;

public sealed class SmsApiConformance(EmulatorFixture fixture) : EmulatedGateway(fixture)
{
    protected override string Prefix => "+485001";

    protected override IReadOnlyList<string> Secrets => [Inbox.Credentials.SmsApiAccessToken];

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) => builder.AddSmsApi(name, options =>
    {
        options.AccessToken = Inbox.Credentials.SmsApiAccessToken;
        options.BaseAddress = address;
        setUp(options);
    });
}

public sealed class SpeedSmsConformance(EmulatorFixture fixture) : EmulatedGateway(fixture)
{
    protected override string Prefix => "+849001";

    protected override IReadOnlyList<string> Secrets => [Inbox.Credentials.SpeedSmsAccessToken];

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) => builder.AddSpeedSms(name, options =>
    {
        options.AccessToken = Inbox.Credentials.SpeedSmsAccessToken;
        options.BaseAddress = new Uri(address, "index.php/");
        setUp(options);
    });
}

public sealed class SpeedMarketConformance(EmulatorFixture fixture) : EmulatedGateway(fixture)
{
    protected override string Prefix => "+55119001";

    protected override IReadOnlyList<string> Secrets => [Inbox.Credentials.SpeedMarketPassword];

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) => builder.AddSpeedMarket(name, options =>
    {
        options.User = Inbox.Credentials.SpeedMarketUser;
        options.Password = Inbox.Credentials.SpeedMarketPassword;
        options.BaseAddress = new Uri(address, "webservice-rest/");
        setUp(options);
    });
}

public sealed class SmsClubConformance(EmulatorFixture fixture) : EmulatedGateway(fixture)
{
    protected override string Prefix => "+3806701";

    protected override IReadOnlyList<string> Secrets => [Inbox.Credentials.SmsClubToken];

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) => builder.AddSmsClub(name, options =>
    {
        options.Token = Inbox.Credentials.SmsClubToken;
        options.Sender = "Shop";
        options.BaseAddress = address;
        setUp(options);
    });
}

public sealed class KeyRefConformance(EmulatorFixture fixture) : EmulatedGateway(fixture)
{
    protected override string Prefix => "+467001";

    protected override IReadOnlyList<string> Secrets => [Inbox.Credentials.KeyRefKey];

    protected override void AddAccount(ISmsGatewayBuilder builder, string name, Uri address, Action<SmsAccountOptions> setUp) => builder.AddKeyRef(name, options =>
    {
        options.Key = Inbox.Credentials.KeyRefKey;
        options.Sender = "Shop";
        options.BaseAddress = address;
        setUp(options);
    });
}
