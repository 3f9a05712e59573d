using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.Emulator;

namespace Shop.Tests;

/// <summary>The whole application with real HTTP on both sides: its own endpoints, and the gateway that the emulator plays.</summary>
public sealed class ShopOverHttpTests : IAsyncLifetime
{
    private SmsEmulator _emulator = null!;
    private WebApplication _shop = null!;
    private HttpClient _browser = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SmsInbox Inbox => _emulator.Default;

    public async ValueTask InitializeAsync()
    {
        _emulator = await SmsEmulator.StartAsync();
        _shop = ShopApplication.Create([], builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Urls"] = "http://127.0.0.1:0",
                ["Sms:pl:BaseAddress"] = _emulator.BaseAddress(Gateway.SmsApi).ToString(),
                ["Sms:pl:AccessToken"] = Inbox.Credentials.SmsApiAccessToken,
                ["Sms:pl:Resilience:MaxAttempts"] = "1",
                ["Sms:pl:Resilience:Reconciliation:Enabled"] = "false",
            });
        });
        await _shop.StartAsync();
        _browser = new HttpClient { BaseAddress = new Uri(_shop.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _shop.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Order_Placed_IsConfirmedBySms()
    {
        var (status, body) = await PostAsync("/orders", """{"phone":"+48500111222","total":49.9}""");

        Assert.Equal((HttpStatusCode.Created, "\"Sent\""), (status, body));
        var message = await Inbox.WaitForMessageAsync(to: "+48500111222", cancellationToken: Stop);
        Assert.Equal("Thank you! Order 1 over 49.90 PLN is being packed.", message.Text);
        Assert.Equal("confirm00000001", message.Reference);
    }

    [Fact]
    public async Task Login_CodeFromTheMessage_LetsIn()
    {
        await PostAsync("/login", """{"phone":"+48500111222"}""");
        var code = (await Inbox.WaitForMessageAsync(to: "+48500111222", cancellationToken: Stop)).Code();

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("/login/check", """{"phone":"+48500111222","code":"x"}""")).Status);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/login/check", $$"""{"phone":"+48500111222","code":"{{code}}"}""")).Status);
    }

    [Fact]
    public async Task Login_GatewayTakesTheCodeAndSaysNothing_SendsOneMessage()
    {
        Inbox.Faults.On(Gateway.SmsApi).Next(Fault.CloseFin().AndAccept());

        var (_, body) = await PostAsync("/login", """{"phone":"+48500111222"}""");

        Assert.Equal("\"PerhapsOnItsWay\"", body);
        Assert.Single(Inbox.Messages);
        Inbox.Faults.VerifyAllUsed();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reminder_AnswerLost_RemindsOnceInTheEnd(bool gatewayHasIt)
    {
        await PostAsync("/orders", """{"phone":"+48500111222","total":49.9}""");
        var reminders = _shop.Services.GetRequiredService<PickUpReminders>();
        var lost = Fault.CloseFin();
        Inbox.Faults.On(Gateway.SmsApi).Next(gatewayHasIt ? lost.AndAccept() : lost.AndIgnore());

        await reminders.RunAsync(Stop);
        Assert.Equal(gatewayHasIt ? 2 : 1, Inbox.Messages.Count);
        await reminders.RunAsync(Stop);
        await reminders.RunAsync(Stop);

        Assert.Single(Inbox.Messages, message => message.Reference == "remind00000001");
    }

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _browser.PostAsync(new Uri(path, UriKind.Relative), content, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }
}
