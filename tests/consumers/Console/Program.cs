using Microsoft.Extensions.DependencyInjection;
using SmsGateway;
using SmsGateway.Emulator;
using SmsGateway.Testing;

// Sends through the five gateways, with nothing but the packages.
await using var emulator = await SmsEmulator.StartAsync();
var keys = emulator.Default.Credentials;
var services = new ServiceCollection();
services.AddSmsGateway()
    .AddSmsApi("pl", o => (o.AccessToken, o.BaseAddress) = (keys.SmsApiAccessToken, emulator.BaseAddress(Gateway.SmsApi)))
    .AddSpeedSms("vn", o => (o.AccessToken, o.BaseAddress) = (keys.SpeedSmsAccessToken, emulator.BaseAddress(Gateway.SpeedSms)))
    .AddSpeedMarket("br", o => (o.User, o.Password, o.BaseAddress) = (keys.SpeedMarketUser, keys.SpeedMarketPassword, emulator.BaseAddress(Gateway.SpeedMarket)))
    .AddSmsClub("ua", o => (o.Token, o.Sender, o.BaseAddress) = (keys.SmsClubToken, "Shop", emulator.BaseAddress(Gateway.SmsClub)))
    .AddKeyRef("se", o => (o.Key, o.Sender, o.BaseAddress) = (keys.KeyRefKey, "Shop", emulator.BaseAddress(Gateway.KeyRef)))
    .AddRouting(routes => routes.Prefix("+84", "vn").Prefix("+55", "br").Prefix("+380", "ua").Prefix("+46", "se").Otherwise("pl"));

await using var provider = services.BuildServiceProvider();
var sms = provider.GetRequiredService<ISmsClient>();
string[] phones = ["+48500111222", "+84900111222", "+5511900111222", "+380670111222", "+46700111222"];
var results = await sms.SendAsync([.. phones.Select(phone => new SmsMessage(phone, "Zażółć gęślą jaźń"))]);
foreach (var result in results)
{
    Console.WriteLine(result);
}

// And the kit for tests of business code.
var tested = new ServiceCollection();
var fake = tested.AddFakeSms();
await using var faked = tested.BuildServiceProvider();
await faked.GetRequiredService<ISmsClient>().SendAsync("+48500111222", "Your code is 4711");

return results.AllAccepted && emulator.Default.Messages.Count == phones.Length && fake.Sent[0].Code() == "4711" ? 0 : 1;
