using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using SmsGateway;

namespace SixthGateway.Tests;

/// <summary>Callbacks through the endpoint of a web application, on real sockets.</summary>
public sealed class PostboxWebhookTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly string _secret = SmsWebhookSecret.Create();
    private readonly PostboxServer _postbox = new();
    private readonly Channel<SmsEvent> _events = Channel.CreateUnbounded<SmsEvent>();
    private WebApplication _app = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_events.Writer).AddSmsEventHandler<Recorder>();
        builder.Services.AddHealthChecks().AddSmsAccounts(options => options.MinBalance["postbox"] = 20);
        builder.Services.AddSmsGateway().AddPostbox(options =>
        {
            (options.Key, options.BaseAddress) = (PostboxServer.Key, _postbox.Address);
            options.WebhookSecrets.Add(_secret);
        });
        _app = builder.Build();
        _app.MapSmsWebhooks("/sms/{account}/{secret}");
        await _app.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _postbox.DisposeAsync();
    }

    [Fact]
    public async Task Report_Repeated_ReachesTheHandlerOnce()
    {
        var sent = await _app.Services.GetRequiredService<ISmsClient>().SendAsync("+48500100200", "Hello", Stop);
        var id = sent.MessageId!.Value.Id;

        foreach (var status in (string[])["sent", "sent", "delivered"])
        {
            Assert.Equal(HttpStatusCode.OK, await CallAsync($"event=report&id={id}&to=48500100200&status={status}"));
        }

        var first = await NextAsync<SmsDeliveryReport>();
        var second = await NextAsync<SmsDeliveryReport>();
        Assert.Equal([(SmsDeliveryStatus.Sent, false), (SmsDeliveryStatus.Delivered, true)], new[] { first, second }.Select(report => (report.Status, report.IsFinal)));
        Assert.Equal((sent.Reference, true, "delivered"), (second.Message.Reference, second.IsKnown, second.RawStatus));
    }

    [Fact]
    public async Task Reply_ReachesTheHandler()
    {
        Assert.Equal(HttpStatusCode.OK, await CallAsync("event=reply&id=r1&from=48500100200&to=7000&text=Tak%2C+prosz%C4%99"));

        var message = (await NextAsync<SmsInboundEvent>()).Message;
        Assert.Equal(("Tak, proszę", PhoneNumber.Parse("+48500100200"), "7000", "r1"), (message.Text, message.From, message.To, message.Id));
    }

    [Fact]
    public async Task Event_ThatNobodyKnows_ComesWhole()
    {
        Assert.Equal(HttpStatusCode.OK, await CallAsync("event=birthday&of=48500100200"));

        var other = await NextAsync<SmsUnrecognizedEvent>();
        Assert.Equal(("birthday", 29), (other.Name, other.Raw!.Body.Length));
    }

    [Theory]
    [InlineData("event=report&status=delivered")]
    [InlineData("")]
    [InlineData("%%%&&&===")]
    public async Task Callback_OfNobody_IsRefused(string body) => Assert.Equal(HttpStatusCode.BadRequest, await CallAsync(body));

    [Fact]
    public async Task Callback_WithAWrongSecret_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, await CallAsync("event=report&id=1&status=delivered", SmsWebhookSecret.Create()));

    [Fact]
    public async Task Health_LowBalance_IsTold()
    {
        var report = await _app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop);

        Assert.Equal((HealthStatus.Degraded, 12.5m), (report.Status, report.Entries["sms"].Data["postbox.balance"]));
    }

    private async Task<HttpStatusCode> CallAsync(string form, string? secret = null)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await Http.PostAsync(new Uri($"{_app.Urls.Single()}/sms/postbox/{secret ?? _secret}"), content, Stop);
        return response.StatusCode;
    }

    private async Task<T> NextAsync<T>() => Assert.IsType<T>(await _events.Reader.ReadAsync(Stop));

    private sealed class Recorder(ChannelWriter<SmsEvent> events) : ISmsEventHandler
    {
        public async Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken) => await events.WriteAsync(report, cancellationToken);

        public async Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => await events.WriteAsync(inbound, cancellationToken);

        public async Task OnOtherAsync(SmsEvent other, CancellationToken cancellationToken) => await events.WriteAsync(other, cancellationToken);
    }
}
