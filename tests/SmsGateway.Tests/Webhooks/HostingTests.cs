using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmsGateway.Emulator;
using SmsGateway.Events;
using SmsGateway.SmsApi;
using SmsGateway.SmsClub;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;
using SmsGateway.Webhooks;

namespace SmsGateway.Tests.Webhooks;

/// <summary>What stops the start, what health checks say, how polling goes on, and the callbacks that are neither report nor reply.</summary>
public sealed class HostingTests(EmulatorFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sms/{account}", "AllowAnybodyToCall")]
    [InlineData("/sms/{secret}", "{account}")]
    public async Task Start_UnprotectedPattern_IsRefused(string pattern, string word)
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => WebhookApp.StartAsync(fixture, setup: new WebhookSetup { Pattern = pattern }));
        Assert.Contains(word, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_UnprotectedPatternInSoManyWords_IsAllowed()
    {
        await using var app = await WebhookApp.StartAsync(
            fixture, setup: new WebhookSetup { Pattern = "/open/{account}", Endpoint = options => options.AllowAnybodyToCall = true });

        Assert.Equal("OK", (await app.GetAsync("MsgId=1&status=404", $"{app.Address}open/SmsApi")).Body);
    }

    [Fact]
    public async Task Start_WithoutAnySecretOrHandler_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => WebhookApp.StartAsync(
            fixture, setup: new WebhookSetup { Account = options => options.WebhookSecrets.Clear() }));
        await using var bare = WebApplication.CreateSlimBuilder().Build();
        Assert.Throws<InvalidOperationException>(() => bare.MapSmsWebhooks("/sms/{account}/{secret}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0123456789012345678901234567")]
    [InlineData("with/slash-abcdefghijklmnopq0123456789")]
    public async Task Start_WeakSecret_IsRefusedWithoutPrintingIt(string secret)
    {
        var thrown = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => WebhookApp.StartAsync(
            fixture, setup: new WebhookSetup { Account = options => options.WebhookSecrets.Add(secret) }));
        Assert.True(secret.Length == 0 || !thrown.Message.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_BalanceAndBreaker_AreToldWithoutSending()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup
        {
            Services = services => services.AddHealthChecks().AddSmsAccounts(options =>
            {
                options.MinBalance["SmsApi"] = 100;
                options.BalanceAge = TimeSpan.FromSeconds(10);
            }),
        });
        var health = app.Services.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Stop)).Status);
        var asked = app.Inbox.Exchanges.Count;
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Stop)).Status);
        Assert.Equal(asked, app.Inbox.Exchanges.Count);
        Assert.Empty(app.Inbox.Messages);
        await app.SendAsync();
        var entry = (await health.CheckHealthAsync(Stop)).Entries["sms"];
        Assert.Equal("closed", entry.Data["SmsApi.breaker"]);
        Assert.Contains("SmsApi.lastAccepted", entry.Data.Keys);
    }

    [Fact]
    public async Task Health_LowBalanceAndOpenBreaker_AreTold()
    {
        var inbox = WebhookApp.NewInbox(fixture);
        inbox.Balance = 5;
        await using var app = await WebhookApp.StartAsync(
            fixture,
            setup: new WebhookSetup
            {
                Services = services => services.AddHealthChecks().AddSmsAccounts(options => options.MinBalance["SmsApi"] = 100),
                Account = options =>
                {
                    options.Resilience.MaxAttempts = 1;
                    options.Resilience.CircuitBreaker = new SmsCircuitBreakerOptions { MinimumThroughput = 2, BreakDuration = TimeSpan.FromMinutes(5) };
                },
            },
            inbox: inbox);
        var health = app.Services.GetRequiredService<HealthCheckService>();

        Assert.Equal(HealthStatus.Degraded, (await health.CheckHealthAsync(Stop)).Status);
        using (app.Inbox.Faults.On().Always(Fault.Reset()))
        {
            for (var i = 0; i < 4; i++)
            {
                await app.SendAsync();
            }
        }

        Assert.Equal(HealthStatus.Unhealthy, (await health.CheckHealthAsync(Stop)).Status);
    }

    [Fact]
    public async Task Answer_WhereAMiddlewareKeepsABodyOfItsOwn_IsWhole()
    {
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup { App = application => application.Use(RewriteAsync) });

        Assert.Equal((HttpStatusCode.OK, "OK"), await app.GetAsync("MsgId=7&status=404"));

        static async Task RewriteAsync(HttpContext context, RequestDelegate next)
        {
            var body = context.Response.Body;
            using var kept = new MemoryStream();
            context.Response.Body = kept;
            await next(context);
            await body.WriteAsync(kept.ToArray(), Stop);
        }
    }

    [Fact]
    public async Task Health_NothingAcceptedForTooLong_IsToldUntilSomethingIs()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await WebhookApp.StartAsync(fixture, setup: new WebhookSetup
        {
            Services = services => services.AddSingleton<TimeProvider>(clock).AddHealthChecks()
                .AddSmsAccounts(options => options.MaxTimeWithoutSuccess = TimeSpan.FromMinutes(10)),
        });
        var health = app.Services.GetRequiredService<HealthCheckService>();
        await app.SendAsync();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Stop)).Status); // nobody sends

        using (app.Inbox.Faults.On().Always(Fault.GatewayError("13")))
        {
            await app.SendAsync();
        }

        var entry = (await health.CheckHealthAsync(Stop)).Entries["sms"];
        Assert.Equal((HealthStatus.Degraded, "SmsApi: nothing was accepted for 00:10:00 or longer."), (entry.Status, entry.Description));
        await app.SendAsync();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Stop)).Status);
    }

    [Fact]
    public async Task Polling_ManyMessages_AsksForAHundredAtATimeAndNineTimesASecond()
    {
        const int Count = 1_500;
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        var inbox = WebhookApp.NewInbox(fixture);
        inbox.Delivery = DeliverySchedule.After(TimeSpan.Zero);
        ConcurrentQueue<(DateTimeOffset At, int Ids)> asked = [];
        Listen(inbox, exchange => asked.Enqueue((clock.GetUtcNow(), JsonDocument.Parse(exchange.GetRequestBytes()).RootElement.GetProperty("id_sms").GetArrayLength())));
        await using var app = await StartPollingAsync(clock, inbox, options => options.Resilience.RateLimit = new SmsClubOptions().Resilience.RateLimit);
        var messages = SmsMessage.ToMany(Enumerable.Range(1, Count).Select(GatewayUnderTest.Of("SmsClub").Number), "hello");

        var sending = app.Client.SendAsync(messages, Stop);
        await WebhookApp.UntilAsync(() => inbox.Messages.Count >= 900);
        clock.Advance(TimeSpan.FromSeconds(1));
        await sending;
        clock.Advance(TimeSpan.FromHours(1));
        await WebhookApp.UntilAsync(() => asked.Count >= 9);
        clock.Advance(TimeSpan.FromSeconds(1));
        await app.Recorder.WaitAsync(Count);

        Assert.Equal(Enumerable.Repeat(100, Count / 100), asked.Select(call => call.Ids));
        Assert.Equal([9, 6], asked.GroupBy(call => call.At).Select(calls => calls.Count()));
        Assert.Equal(Count, app.Recorder.Reports.Select(report => report.Message.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(app.Recorder.Reports, report => Assert.Equal((SmsDeliveryStatus.Delivered, true), (report.Status, report.IsFinal)));
    }

    [Fact]
    public async Task Polling_TooManyRequests_WaitsAsLongAsIsAsked()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        var inbox = WebhookApp.NewInbox(fixture);
        inbox.Delivery = DeliverySchedule.After(TimeSpan.Zero);
        ConcurrentQueue<DateTimeOffset> asked = [];
        Listen(inbox, _ => asked.Enqueue(clock.GetUtcNow()));
        inbox.Faults.On(Gateway.SmsClub, Operation.Status).Next(Fault.RateLimited(TimeSpan.FromSeconds(30)));
        await using var app = await StartPollingAsync(clock, inbox, options =>
        {
            options.Resilience.MaxAttempts = 1;
            options.Resilience.QueryTimeout = options.Resilience.QueryAttemptTimeout = TimeSpan.FromMinutes(10); // the clock runs while requests do
        });
        await app.SendAsync();

        clock.Advance(TimeSpan.FromHours(1));
        await clock.RunUntilAsync(DeliveredAsync(), TimeSpan.FromSeconds(1));

        Assert.Equal(2, asked.Count);
        Assert.InRange(asked.Last() - asked.First(), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(59));

        async Task<bool> DeliveredAsync()
        {
            await app.Recorder.WaitAsync();
            return true;
        }
    }

    [Fact]
    public async Task Polling_UntilTheHorizon_GivesUpWithTheLastThatIsKnown()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var app = await WebhookApp.StartAsync(
            fixture, "KeyRef", new WebhookSetup { Services = services => services.AddSingleton<TimeProvider>(clock), Events = options => options.PollHorizon = TimeSpan.FromHours(3) });
        await app.SendAsync();

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!app.Recorder.Reports.Any(report => report.IsGivenUp))
        {
            clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(20, limit.Token);
        }

        await app.SettleAsync();
        var last = app.Recorder.Reports[^1];
        Assert.Equal((true, true, SmsEventSource.Polled), (last.IsFinal, last.IsGivenUp, last.Source));
        Assert.Single(app.Recorder.Reports, report => report.IsFinal);
    }

    [Fact]
    public void Schedule_NeedsNoMemory()
    {
        var options = new SmsEventOptions();
        var sent = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(10, (PollSchedule.Next(sent, sent, options) - sent).TotalSeconds);
        Assert.Equal(40, (PollSchedule.Next(sent, sent.AddSeconds(10), options) - sent).TotalSeconds);
        Assert.Equal(160, (PollSchedule.Next(sent, sent.AddSeconds(90), options) - sent).TotalSeconds);
        Assert.Equal(72, (PollSchedule.Next(sent, sent.AddHours(71.9), options) - sent).TotalHours);
    }

    [Fact]
    public void SmsApi_OtherCallbacks_AreEvents()
    {
        var webhook = new SmsApiWebhook(new SmsApiOptions());

        var bulk = Assert.IsType<SmsBulkStarted>(Assert.Single(Read(webhook, "type=SMS&all=1200&points=192.5&info=numbers+from+file&text=hi").Events));
        Assert.Equal(("SMS", 1200, 192.5m, "hi"), (bulk.Kind, bulk.Count, bulk.Price!.Value.Amount, bulk.Text));
        var clicks = Read(webhook, "MsgId=a,b&to=48500100201,48500100202&click_date=1900000000,&device=PC,Mobile&browser=Firefox").Events.Cast<SmsLinkOpened>().ToList();
        Assert.Equal(["PC", "Mobile"], clicks.Select(click => click.Device));
        Assert.Equal([1900000000L, null], clicks.Select(click => click.At?.ToUnixTimeSeconds()));
        var lookups = Read(webhook, "0[id]=1&0[number]=48500100201&0[status]=OK&0[ported]=1&0[ported_from]=Plus&1[number]=48500100202&1[status]=FAIL&1[info]=ABSENT_SUBSCRIBER&1[ported_from]=null")
            .Events.Cast<SmsNumberLookedUp>().ToList();
        Assert.Equal([NumberState.Active, NumberState.Absent], lookups.Select(lookup => lookup.Number.State));
        Assert.Equal(["Plus", null], lookups.Select(lookup => lookup.PortedFrom));
        Assert.Equal("1", Assert.IsType<SmsDeliveryReport>(Assert.Single(Read(webhook, "Msgld=1&status=404").Events)).Message.Id);
    }

    /// <summary>Hears of each question about states, while it waits for its answer.</summary>
    private static void Listen(SmsInbox inbox, Action<CapturedExchange> heard) => inbox.Faults.On(Gateway.SmsClub, Operation.Status, match: exchange =>
    {
        heard(exchange);
        return false;
    }).Always(Fault.Hang());

    /// <summary>An application that asks about its messages an hour after it sent them.</summary>
    private Task<WebhookApp> StartPollingAsync(ManualTimeProvider clock, SmsInbox inbox, Action<SmsAccountOptions>? account = null) => WebhookApp.StartAsync(
        fixture,
        "SmsClub",
        new WebhookSetup
        {
            Account = account,
            Services = services => services.AddSingleton<TimeProvider>(clock),
            Events = options => options.PollDelays = [TimeSpan.FromHours(1)],
        },
        inbox);

    private static SmsWebhookResult Read(SmsApiWebhook webhook, string query) =>
        webhook.Read(new SmsWebhookRequest { Account = "pl", Method = "GET", Query = query, ReceivedAt = DateTimeOffset.UtcNow });
}
