using Microsoft.Extensions.DependencyInjection;
using SmsGateway.Emulator;
using SmsGateway.Testing;
using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>
/// What the tests of the fault catalogue share. Each is named after the row it shows; the catalogue test says when one is missing.
/// Unless it says otherwise a message may be tried three times, so that "no repeat" shows as one exchange.
/// </summary>
public abstract class RowTests(EmulatorFixture fixture)
{
    protected const int Attempts = 3;

    public static TheoryData<string> Gateways => GatewayUnderTest.Names;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected EmulatorFixture Fixture => fixture;

    protected static SmsMessage Message(string gateway, int number = 1) => new(GatewayUnderTest.Of(gateway).Number(number), "hello");

    protected Harness Start(string gateway, Action<SmsAccountOptions>? options = null, Action<IHttpClientBuilder>? http = null, Action<IServiceCollection>? services = null) =>
        new(fixture, (builder, harness) =>
        {
            var account = harness.Add(builder, gateway, gateway, settings =>
            {
                settings.Resilience.MaxAttempts = Attempts;
                if (settings is SmsApi.SmsApiOptions smsApi)
                {
                    smsApi.DuplicateProtection = false; // protected repeats have tests of their own
                }

                options?.Invoke(settings);
            });
            http?.Invoke(account.HttpClient);
        }, services);

    /// <summary>Over the account's own sockets, but with connections made as a test says.</summary>
    protected Harness StartOver(string gateway, SocketsHttpHandler sockets, Action<SmsAccountOptions>? options = null) =>
        Start(gateway, options, http => http.ConfigurePrimaryHttpMessageHandler(() => sockets));

    protected static async Task<SmsResult> SendAsync(Harness harness, string gateway) => (await harness.SendAsync(Message(gateway)))[0];

    /// <summary>Sends one message into a fault at one gateway.</summary>
    protected async Task<(SmsResult Result, int Exchanges, int Kept)> MeetAsync(string gateway, Fault fault, Action<SmsAccountOptions>? options = null)
    {
        await using var harness = Start(gateway, options);
        harness.Inbox.Faults.On().Always(fault);
        var result = await SendAsync(harness, gateway);
        return (result, harness.Inbox.Exchanges.Count, harness.Inbox.Messages.Count);
    }

    /// <summary>Sends messages into a fault that outlasts our patience, by a clock that runs only when the gateway has the request.</summary>
    protected async Task<(SmsBatchResult Results, int Exchanges)> MeetInVainAsync(string gateway, Fault fault, params SmsMessage[] messages)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.UtcNow);
        await using var harness = Start(gateway, options => options.Resilience.ConnectTimeout = options.Resilience.SendAttemptTimeout, services: services => services.AddSingleton<TimeProvider>(clock));
        harness.Inbox.Faults.On().Always(fault);
        var sending = harness.SendAsync(messages);
        await harness.Inbox.Exchanges.WaitAsync(timeout: TimeSpan.FromMinutes(1), cancellationToken: Stop);
        return (await clock.RunUntilAsync(sending, TimeSpan.FromSeconds(1)), harness.Inbox.Exchanges.Count);
    }

    /// <summary>The same with one message.</summary>
    protected async Task<(SmsResult Result, int Exchanges, int Kept)> MeetInVainAsync(string gateway, Fault fault)
    {
        var (results, exchanges) = await MeetInVainAsync(gateway, fault, Message(gateway));
        return (results[0], exchanges, 0);
    }

    /// <summary>Sends one message to a server that answers everything alike.</summary>
    protected async Task<(SmsResult Result, int Exchanges, int Kept)> HearAsync(string gateway, byte[] reply, Action<SmsAccountOptions>? options = null)
    {
        await using var server = new RawServer(_ => reply);
        await using var harness = Start(gateway, settings =>
        {
            settings.BaseAddress = server.Address;
            options?.Invoke(settings);
        });
        return (await SendAsync(harness, gateway), server.Requests.Count, 0);
    }

    /// <summary>The same with a status and a body.</summary>
    protected Task<(SmsResult Result, int Exchanges, int Kept)> HearAsync(string gateway, string status, string body = "", string headers = "") =>
        HearAsync(gateway, RawServer.Reply(body, status, headers));

    /// <summary>Unknown, and asked once although three times were allowed.</summary>
    protected static void AssertUnknown((SmsResult Result, int Exchanges, int Kept) met, SmsErrorKind kind)
    {
        Assert.Equal((SmsOutcome.Unknown, kind, 1), (met.Result.Outcome, met.Result.Error?.Kind, met.Exchanges));
        Assert.NotNull(met.Result.Reference);
        Assert.False(met.Result.IsSafeToResend);
    }

    protected static void AssertIs(SmsResult result, SmsOutcome outcome, SmsErrorKind? kind)
    {
        Assert.Equal((outcome, kind), (result.Outcome, result.Error?.Kind));
        Assert.Equal(outcome == SmsOutcome.NotSent, result.IsSafeToResend);
    }

    /// <summary>Accepted or refused, with one exchange.</summary>
    protected static void AssertOnce((SmsResult Result, int Exchanges, int Kept) met, SmsOutcome outcome, SmsErrorKind? kind)
    {
        AssertIs(met.Result, outcome, kind);
        Assert.Equal(1, met.Exchanges);
    }
}
