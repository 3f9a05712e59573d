// Sends a mailing list through five gateways, without an account at any: the emulator plays them all.
//   dotnet run --project samples/QuickStart                      sends messages.csv
//   dotnet run --project samples/QuickStart -- path/to/your.csv  sends another file
using Microsoft.Extensions.DependencyInjection;
using QuickStart;
using SmsGateway;
using SmsGateway.Emulator;
using Spectre.Console;

var path = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "messages.csv");
if (!File.Exists(path))
{
    AnsiConsole.MarkupLineInterpolated($"[red]There is no file {path}.[/]");
    return 2;
}

var rows = MailingList.Read(path);

await using var emulator = await SmsEmulator.StartAsync();
var keys = emulator.Default.Credentials;

#region Register
var services = new ServiceCollection();
services.AddSmsGateway()
    .AddSmsApi("pl", o => (o.AccessToken, o.BaseAddress) = (keys.SmsApiAccessToken, emulator.BaseAddress(Gateway.SmsApi)))
    .AddSpeedSms("vn", o => (o.AccessToken, o.BaseAddress) = (keys.SpeedSmsAccessToken, emulator.BaseAddress(Gateway.SpeedSms)))
    .AddSpeedMarket("br", o => (o.User, o.Password, o.BaseAddress) = (keys.SpeedMarketUser, keys.SpeedMarketPassword, emulator.BaseAddress(Gateway.SpeedMarket)))
    .AddSmsClub("ua", o => (o.Token, o.Sender, o.BaseAddress) = (keys.SmsClubToken, "Shop", emulator.BaseAddress(Gateway.SmsClub)))
    .AddKeyRef("se", o => (o.Key, o.Sender, o.BaseAddress) = (keys.KeyRefKey, "Shop", emulator.BaseAddress(Gateway.KeyRef)))
    .AddRouting(routes => routes.Prefix("+84", "vn").Prefix("+55", "br").Prefix("+380", "ua").Prefix("+46", "se").Otherwise("pl"));
#endregion

await using var provider = services.BuildServiceProvider();
var sms = provider.GetRequiredService<ISmsClient>();

// One by one, as business code sends ...
foreach (var row in rows.Where(row => !row.IsBulk))
{
    row.Result = await sms.SendAsync(row.Message);
}

// ... and all the rest in one call: equal texts share requests, each message gets its own result.
var bulk = rows.Where(row => row.IsBulk).ToList();
var results = await sms.SendAsync([.. bulk.Select(row => row.Message)]);
foreach (var result in results)
{
    bulk[result.Index].Result = result;
}

return Report.Print(rows, emulator.Default.Exchanges.Count);
