using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmsGateway.AspNetCore;
using SmsGateway.Emulator;
using SmsGateway.Events;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Webhooks;

/// <summary>How a <see cref="WebhookApp"/> differs from the plain one.</summary>
public sealed record WebhookSetup
{
    public Action<SmsAccountOptions>? Account { get; init; }

    public Action<SmsEventOptions>? Events { get; init; }

    public Action<SmsWebhookOptions>? Endpoint { get; init; }

    public Action<ISmsGatewayBuilder>? Builder { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    public Action<WebApplication>? App { get; init; }

    public string Pattern { get; init; } = "/sms/{account}/{secret}";
}

/// <summary>An application with one account and a webhook, on real sockets; the emulator is its gateway and pushes to it.</summary>
public sealed class WebhookApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _account;

    private WebhookApp(WebApplication app, string account, string secret, SmsInbox inbox, EventRecorder recorder)
    {
        _app = app;
        _account = account;
        Secret = secret;
        Inbox = inbox;
        Recorder = recorder;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
    }

    public string Secret { get; }

    public SmsInbox Inbox { get; }

    public EventRecorder Recorder { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public ISmsClient Client => Services.GetRequiredService<ISmsClient>();

    public string Hook => HookFor(_account, Secret);

    internal EventDispatcher Dispatcher => Services.GetRequiredService<EventDispatcher>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WebhookApp> StartAsync(EmulatorFixture fixture, string gateway = "SmsApi", WebhookSetup? setup = null, SmsInbox? inbox = null)
    {
        setup ??= new WebhookSetup();
        var recorder = new EventRecorder();
        var secret = SmsWebhookSecret.Create();
        inbox ??= NewInbox(fixture);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(PrintedText.Logs);
        builder.Logging.AddFilter("Microsoft", LogLevel.None);
        setup.Services?.Invoke(builder.Services);
        builder.Services.AddSingleton(recorder);
        builder.Services.AddSmsEventHandler<RecordingHandler>(options =>
        {
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            options.MaxRetryDelay = TimeSpan.FromMilliseconds(20);
            setup.Events?.Invoke(options);
        });
        var sms = builder.Services.AddSmsGateway();
        GatewayUnderTest.Of(gateway).Register(sms, gateway, fixture.Emulator, inbox, options =>
        {
            options.WebhookSecrets.Add(secret);
            setup.Account?.Invoke(options);
        });
        setup.Builder?.Invoke(sms);
        var app = builder.Build();
        setup.App?.Invoke(app);
        app.MapSmsWebhooks(setup.Pattern, setup.Endpoint);
        await app.StartAsync(Stop);
        var started = new WebhookApp(app, gateway, secret, inbox, recorder);
        inbox.WebhookTargets[GatewayUnderTest.Of(gateway).Gateway] = new Uri(started.Hook);
        return started;
    }

    public static SmsInbox NewInbox(EmulatorFixture fixture)
    {
        var inbox = fixture.Emulator.CreateInbox();
        inbox.SpeedSms = inbox.SpeedSms with { RateLimit = null };
        inbox.SmsClub = inbox.SmsClub with { RateLimit = null, DuplicateWindow = TimeSpan.Zero };
        inbox.Balance = 1_000_000_000;
        PrintedText.Keep(inbox.Credentials);
        return inbox;
    }

    public string HookFor(string account, string secret) => $"{Address.ToString().TrimEnd('/')}/sms/{account}/{secret}";

    public async Task<SmsResult> SendAsync(string text = "hello", int number = 1, SmsCategory category = SmsCategory.Unspecified) => await Client.SendAsync(
        new SmsMessage(GatewayUnderTest.Of(_account).Number(number), text) { Category = category }, Stop);

    /// <summary>Calls the webhook by GET.</summary>
    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string query, string? hook = null)
    {
        using var response = await Http.GetAsync(new Uri($"{hook ?? Hook}?{query}"), Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Calls the webhook by POST.</summary>
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(byte[] body, string? contentType = null, string? hook = null)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        using var response = await Http.PostAsync(new Uri(hook ?? Hook), content, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(string body, string? contentType = "application/x-www-form-urlencoded") =>
        PostAsync(System.Text.Encoding.UTF8.GetBytes(body), contentType);

    /// <summary>Waits until every event that was accepted is done with, also those that no handler hears of.</summary>
    /// <param name="isOver">Ends the wait as well.</param>
    public Task SettleAsync(Func<bool>? isOver = null) => UntilAsync(() => Dispatcher.Pending == 0 || isOver?.Invoke() == true);

    /// <summary>Waits for what other threads, or processes, do.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            await Task.Delay(5, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
