using System.Diagnostics;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Capture;

/// <summary>Inboxes by credential, waits with cursors, retention, the ledger, starting over.</summary>
public sealed class InboxTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Credentials_DecideTheInbox(Gateway gateway)
    {
        using var one = fixture.Open();
        using var other = fixture.Open();

        using var response = await one.SendAsync(gateway);

        Assert.Single(one.Inbox.Messages);
        Assert.Single(one.Inbox.Exchanges);
        Assert.Empty(other.Inbox.Messages);
        Assert.Empty(other.Inbox.Exchanges);
        Assert.Equal(one.Inbox.Name, one.Inbox.Messages[0].Inbox);
        Assert.Contains(one.Inbox.Messages[0], fixture.Emulator.Messages);
    }

    [Fact]
    public async Task ParallelInboxes_SeeOnlyTheirOwn()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            using var caller = fixture.Open();
            foreach (var gateway in Enum.GetValues<Gateway>())
            {
                using var response = await caller.SendAsync(gateway, text: $"n{number}");
            }

            Assert.Equal(5, caller.Inbox.Messages.Count);
            Assert.All(caller.Inbox.Messages, message => Assert.Equal($"n{number}", message.Text));
        }));
    }

    [Fact]
    public async Task UnknownCredentials_GoToTheDefaultInboxOnlyIfAllowed()
    {
        await using var lenient = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);
        using var caller = new Caller(lenient);
        foreach (var gateway in Enum.GetValues<Gateway>())
        {
            var request = caller.SendRequest(gateway, Caller.Number(gateway), "x");
            request.Headers.Authorization = gateway is Gateway.SpeedSms or Gateway.SpeedMarket ? Caller.Basic("any", "thing") : Caller.Bearer("anything");
            await caller.TextAsync(request);
        }

        Assert.Equal(5, lenient.Default.Messages.Count);
        using var challenged = await caller.SendAsync(caller.Json("index.php/sms/send", "{}"));
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, challenged.StatusCode);
        Assert.All(lenient.Exchanges.Take(4), exchange => Assert.Equal(CredentialCheck.Differs, exchange.Credential));
    }

    [Fact]
    public async Task Wait_LooksBackFirst_ThenForward()
    {
        using var caller = fixture.Open();
        using var first = await caller.SendAsync(Gateway.SmsApi, text: "code 1111");

        Assert.Equal("1111", (await caller.Inbox.WaitForMessageAsync(contains: "CODE", cancellationToken: Caller.Token)).Code());
        var mark = caller.Inbox.Messages.Mark();
        var waiting = caller.Inbox.WaitForMessageAsync(to: "+44 7700 900100", since: mark, cancellationToken: Caller.Token);
        Assert.False(waiting.IsCompleted);
        using var second = await caller.SendAsync(Gateway.SmsApi, text: "code 2222");
        Assert.Equal("2222", (await waiting).Code());
        Assert.Single(caller.Inbox.Messages.Since(mark));
        Assert.Equal(2, caller.Inbox.Messages.To("447700900100").Count);
    }

    [Fact]
    public async Task Wait_NothingFits_SaysWhatCame()
    {
        using var caller = fixture.Open();
        using var response = await caller.SendAsync(Gateway.SmsApi, text: "hello there");

        var exception = await Assert.ThrowsAsync<ExpectationException>(() => caller.Inbox.WaitForMessageAsync(contains: "missing", timeout: TimeSpan.FromMilliseconds(30), cancellationToken: Caller.Token));

        Assert.Contains("hello there", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(caller.Inbox.Credentials.SmsApiAccessToken, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_Cancelled_Ends()
    {
        using var caller = fixture.Open();
        using var cancel = new CancellationTokenSource();
        var waiting = caller.Inbox.WaitForMessageAsync(cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task WaitForNone_QuietOrNot_Tells()
    {
        using var caller = fixture.Open();
        using var before = await caller.SendAsync(Gateway.SmsApi);

        await caller.Inbox.WaitForNoMessageAsync(TimeSpan.FromMilliseconds(20), cancellationToken: Caller.Token);
        var waiting = caller.Inbox.WaitForNoMessageAsync(TimeSpan.FromSeconds(5), cancellationToken: Caller.Token);
        var started = Stopwatch.GetTimestamp();
        using var after = await caller.SendAsync(Gateway.SmsApi);

        await Assert.ThrowsAsync<ExpectationException>(() => waiting);
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Retention_ByCount_LeavesOthersAlone()
    {
        await using var emulator = await Emulators.StartAsync(options => (options.MaxMessages, options.MaxExchanges) = (3, 2));
        using var busy = new Caller(emulator);
        using var quiet = new Caller(emulator, emulator.CreateInbox());
        using (await quiet.SendAsync(Gateway.KeyRef, text: "stays"))
        {
        }

        for (var i = 0; i < 10; i++)
        {
            using var response = await busy.SendAsync(Gateway.KeyRef, text: $"{i}", reference: $"r{i}");
        }

        Assert.Equal(["7", "8", "9"], busy.Inbox.Messages.Select(message => message.Text));
        Assert.Equal(2, busy.Inbox.Exchanges.Count);
        Assert.Single(quiet.Inbox.Messages);
        Assert.Equal(10, busy.Inbox.Ledger.Total);
        Assert.Equal((1, 10), (busy.Inbox.Ledger.Count("r0"), busy.Inbox.Ledger.Keys));
        Assert.Equal(["stays", "7", "8", "9"], emulator.Messages.Select(message => message.Text));
    }

    [Fact]
    public async Task Retention_ByBytes_KeepsTheNewest()
    {
        await using var emulator = await Emulators.StartAsync(options => options.MaxCaptureBytes = 20_000);
        using var caller = new Caller(emulator);
        for (var i = 0; i < 5; i++)
        {
            using var response = await caller.SendAsync(Gateway.KeyRef, text: new string('x', 5_000));
        }

        Assert.InRange(emulator.Messages.Count, 1, 2);
        Assert.InRange(emulator.Exchanges.Count, 1, 4);
    }

    [Fact]
    public async Task CaptureWithoutBodies_KeepsLinesOnly()
    {
        await using var emulator = await Emulators.StartAsync(options => options.CaptureBodies = false);
        using var caller = new Caller(emulator);
        using var response = await caller.SendAsync(Gateway.KeyRef);

        var exchange = Assert.Single(emulator.Exchanges);
        Assert.Equal(("", "", 200), (exchange.RequestText, exchange.ResponseText, exchange.Status));
        Assert.Empty(exchange.RequestHeaders);
    }

    [Fact]
    public async Task Ledger_OwnKey_CountsWhatItSays()
    {
        await using var emulator = await Emulators.StartAsync(options => options.LedgerKey = message => message.Text);
        using var caller = new Caller(emulator);
        foreach (var text in new[] { "a", "b", "a" })
        {
            using var response = await caller.SendAsync(Gateway.SpeedSms, text: text);
        }

        Assert.Equal(new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 2 }, emulator.Default.Ledger.Duplicates());
    }

    [Fact]
    public async Task Reset_ForgetsEverythingButTheInboxes()
    {
        await using var emulator = await Emulators.StartAsync();
        using var caller = new Caller(emulator, emulator.CreateInbox("mine"));
        caller.Inbox.Faults.On().Always(Fault.Latency(TimeSpan.Zero));
        using var sent = await caller.SendAsync(Gateway.SmsClub);
        using var stray = await caller.SendAsync(caller.Get("nowhere"));
        caller.Inbox.Balance = 1;

        await emulator.ResetAsync();

        Assert.Empty(emulator.Messages);
        Assert.Empty(emulator.Exchanges);
        Assert.Empty(caller.Inbox.Faults.Rules);
        Assert.Equal(0, caller.Inbox.Ledger.Total);
        Assert.True(caller.Inbox.Balance > 1);
        using var again = await caller.SendAsync(Gateway.SmsClub);
        Assert.Equal(System.Net.HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(["default", "mine"], emulator.Inboxes.Select(inbox => inbox.Name));
    }

    [Fact]
    public async Task Inboxes_NamesAndCredentials_AreTheirOwn()
    {
        await using var emulator = await Emulators.StartAsync();
        var chosen = emulator.CreateInbox("Checkout", new() { SmsClubToken = "fixed" });

        Assert.Equal(("inbox-2", "fixed"), (emulator.CreateInbox().Name, chosen.Credentials.SmsClubToken));
        Assert.Throws<ArgumentException>(() => emulator.CreateInbox("CHECKOUT"));
        Assert.NotEqual(chosen.Credentials.SmsApiAccessToken, emulator.Default.Credentials.SmsApiAccessToken);
        chosen.Balance = 7;
        Assert.Equal((7m, 7m), (chosen.Balance, chosen.GetBalance(Gateway.SpeedMarket)));
    }
}
