// Sends, receives reports and replies, and shows them on one page; the emulator plays the gateways, so no account is needed.
//   dotnet run --project samples/WebhookApi                          then open http://127.0.0.1:5090
//   dotnet run --project samples/WebhookApi -- --urls http://127.0.0.1:5091
using SmsGateway;
using SmsGateway.Emulator;
using WebhookApi;

await using var emulator = await SmsEmulator.StartAsync(options => options.Delivery = DeliverySchedule.Steps(
    new DeliveryStep(DeliveryState.Sent, TimeSpan.FromSeconds(1)), new DeliveryStep(DeliveryState.Delivered, TimeSpan.FromSeconds(3))));
var keys = emulator.Default.Credentials;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // its request log would print the secret in the address
if (string.IsNullOrEmpty(builder.Configuration["urls"]))
{
    builder.WebHost.UseUrls("http://127.0.0.1:5090");
}

#region Register
// In an application the secret comes from its configuration, made once by SmsWebhookSecret.Create().
var secret = SmsWebhookSecret.Create();
builder.Services.AddSmsGateway()
    .UseSuppressionList(options => options.ExemptCategories.Add(SmsCategory.OneTimeCode))
    .AddSmsApi("pl", o =>
    {
        (o.AccessToken, o.BaseAddress) = (keys.SmsApiAccessToken, emulator.BaseAddress(Gateway.SmsApi));
        o.WebhookSecrets.Add(secret);
    })
    .AddSpeedSms("vn", o =>
    {
        (o.AccessToken, o.BaseAddress) = (keys.SpeedSmsAccessToken, emulator.BaseAddress(Gateway.SpeedSms));
        o.WebhookSecrets.Add(secret);
    })
    .AddSmsClub("ua", o => (o.Token, o.Sender, o.BaseAddress) = (keys.SmsClubToken, "Shop", emulator.BaseAddress(Gateway.SmsClub)))
    .AddRouting(routes => routes.Prefix("+84", "vn").Prefix("+380", "ua").Otherwise("pl"));

builder.Services.AddSmsEventHandler<Journal>(options => options.PollDelays = [TimeSpan.FromSeconds(2)]);
#endregion
builder.Services.AddSingleton<Story>();
builder.Services.AddHealthChecks().AddSmsAccounts();

var app = builder.Build();

#region Map
app.MapSmsWebhooks("/sms/{account}/{secret}");
#endregion
app.MapHealthChecks("/health");
app.MapGet("/", () => Results.Content(Page.Html, "text/html; charset=utf-8"));
app.MapGet("/story", (Story story) => story.Lines);

app.MapPost("/send", async (Outgoing form, ISmsClient sms, Story story) =>
{
    var category = form.Code ? SmsCategory.OneTimeCode : SmsCategory.Marketing;
    var result = await sms.SendAsync(new SmsMessage(form.To, form.Text) { Category = category });
    story.Tell(result.IsAccepted ? "sent" : "refused", form.To, form.Text, result.IsAccepted ? category.ToString() : $"{category}: {result.Error.Message}");
});

// What the phone would do; there is no phone, so the page plays it.
app.MapPost("/reply", async (Outgoing form) => await emulator.Default.ReplyAsync(form.To, form.Text));

await app.StartAsync();
foreach (var (gateway, account) in new[] { (Gateway.SmsApi, "pl"), (Gateway.SpeedSms, "vn") })
{
    emulator.Default.WebhookTargets[gateway] = new Uri($"{app.Urls.First()}/sms/{account}/{secret}");
}

Console.WriteLine($"Open {app.Urls.First()}   (the emulator's own page: {emulator.Url})");
await app.WaitForShutdownAsync();
