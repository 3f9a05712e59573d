using SmsGateway;
using SmsGateway.Emulator;

// Set up from configuration alone, sends, and hears of the delivery; also as one trimmed program.
await using var emulator = await SmsEmulator.StartAsync(options => options.Delivery = DeliverySchedule.Steps(new DeliveryStep(DeliveryState.Delivered, TimeSpan.Zero)));
var secret = SmsWebhookSecret.Create();
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Sms:Accounts:pl:SmsApi:AccessToken"] = emulator.Default.Credentials.SmsApiAccessToken,
    ["Sms:Accounts:pl:SmsApi:BaseAddress"] = emulator.BaseAddress(Gateway.SmsApi).ToString(),
    ["Sms:Accounts:pl:SmsApi:WebhookSecrets:0"] = secret,
});
builder.Services.AddSmsGateway(builder.Configuration.GetSection("Sms"));
builder.Services.AddSmsEventHandler<Heard>();
builder.Services.AddHealthChecks().AddSmsAccounts();

await using var app = builder.Build();
app.MapSmsWebhooks("/sms/{account}/{secret}");
app.MapHealthChecks("/health");
await app.StartAsync();
emulator.Default.WebhookTargets[Gateway.SmsApi] = new Uri($"{app.Urls.First()}/sms/pl/{secret}");

var result = await app.Services.GetRequiredService<ISmsClient>().SendAsync("+48500111222", "Your order is on its way.");
Console.WriteLine(result);
var report = await Heard.Report.Task.WaitAsync(TimeSpan.FromSeconds(30));
Console.WriteLine(report);
using var http = new HttpClient();
Console.WriteLine(await http.GetStringAsync($"{app.Urls.First()}/health"));
return result.IsAccepted && report.Status == SmsDeliveryStatus.Delivered && report.Message.Id == result.MessageId?.Id ? 0 : 1;

internal sealed class Heard : ISmsEventHandler
{
    public static TaskCompletionSource<SmsDeliveryReport> Report { get; } = new();

    public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken)
    {
        Report.TrySetResult(report);
        return Task.CompletedTask;
    }

    public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => Task.CompletedTask;
}
