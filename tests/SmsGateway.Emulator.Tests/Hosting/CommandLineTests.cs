using System.Text.Json;
using SmsGateway.Emulator.Cli;
using SmsGateway.Emulator.Tests.Support;

namespace SmsGateway.Emulator.Tests.Hosting;

/// <summary>The program: what it serves with, and what it says to one that serves.</summary>
public sealed class CommandLineTests
{
    [Fact]
    public void Serve_WithoutOptions_TakesAnyCredentials_AtItsPort()
    {
        var options = Options();

        Assert.Equal((5080, true, true, 1_000, 64L << 20), (options.Port, options.AcceptAnyCredentials, options.MagicNumbers, options.MaxMessages, options.MaxCaptureBytes));
        Assert.Null(options.JournalFile);
    }

    [Theory]
    [InlineData]
    [InlineData("serve")]
    public void Serve_Options_AreRead(params string[] word)
    {
        var options = Options([.. word, "--port", "0", "--strict", "--https", "--no-magic", "--deliver", "2s", "--max-messages", "7", "--max-bytes", "9000",
            "--webhook-host", "app.local", "--webhook-host", "web", "--host", "sms", "--journal", "j.jsonl", "--allow-remote", "--address", "0.0.0.0", "--password", "open sesame"]);

        Assert.Equal((0, false, true, false), (options.Port, options.AcceptAnyCredentials, options.Https, options.MagicNumbers));
        Assert.Equal((7, 9_000L, "j.jsonl", true, "open sesame"), (options.MaxMessages, options.MaxCaptureBytes, options.JournalFile, options.AllowRemote, options.Password));
        Assert.Equal("0.0.0.0", options.Address.ToString());
        Assert.Single(options.Delivery.Plan);
        Assert.Equal(["app.local", "web"], options.WebhookHosts);
        Assert.Equal(["sms"], options.AllowedHosts);
    }

    [Fact]
    public async Task Serve_BeyondThisMachine_WithoutPassword_Refuses()
    {
        var (code, _, errors) = await RunAsync("--port", "0", "--address", "0.0.0.0", "--allow-remote");

        Assert.Equal(2, code);
        Assert.Contains("Password", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_UntilCancelled_PrintsWhereItIs()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Caller.Token);
        var greeted = new TaskCompletionSource();
        await using var output = new Watched(greeted);

        var serving = CommandLine.RunAsync(["--port", "0", "--strict"], output, TextWriter.Null, stop.Token);
        await greeted.Task.WaitAsync(TimeSpan.FromSeconds(30), Caller.Token);
        await stop.CancelAsync();

        Assert.Equal(0, await serving);
        Assert.StartsWith("SMS emulator at http://127.0.0.1:", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("Credentials of the default inbox:", output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SmsApi", "48500111222")]
    [InlineData("SpeedSms", "84900000101")]
    [InlineData("SpeedMarket", "5511900000101")]
    [InlineData("SmsClub", "380500000101")]
    [InlineData("KeyRef", "46700000101")]
    public async Task Send_ThroughEachGateway_IsCaptured(string gateway, string to)
    {
        await using var emulator = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);

        var (code, _, errors) = await RunAsync("send", "+" + to, "Your code is 482910 żółw", "--gateway", gateway, "--url", emulator.Url.ToString());

        Assert.Equal((0, ""), (code, errors));
        var message = Assert.Single(emulator.Messages);
        Assert.Equal((gateway, "+" + to, "Your code is 482910 żółw"), (message.Gateway.ToString(), message.To, message.Text));
    }

    [Theory]
    [InlineData("SmsApi", "48500111222")]
    [InlineData("SpeedSms", "84900000101")]
    [InlineData("SmsClub", "380500000101")]
    [InlineData("KeyRef", "46700000101")]
    public async Task Send_From_IsTheSender(string gateway, string to)
    {
        await using var emulator = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);

        await RunAsync("send", to, "hi", "--from", "Bakery", "--gateway", gateway, "--url", emulator.Url.ToString());

        Assert.Equal("Bakery", Assert.Single(emulator.Messages).From);
    }

    [Theory]
    [MemberData(nameof(GatewayNames.All), MemberType = typeof(GatewayNames))]
    public async Task Send_RefusedByTheGateway_EndsWithTwo(Gateway gateway)
    {
        await using var emulator = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);

        var (number, _, _) = await RunAsync("send", "12", "hi", "--gateway", $"{gateway}", "--url", emulator.Url.ToString());
        emulator.Faults.On().Always(Fault.Body("<html>", "text/html"));
        var (garbage, output, _) = await RunAsync("send", "12", "hi", "--gateway", $"{gateway}", "--url", emulator.Url.ToString());

        Assert.Equal((2, 2, "<html>\n"), (number, garbage, output));
        Assert.Empty(emulator.Messages);
    }

    [Fact]
    public async Task ReportAndReply_WithoutTarget_EndWithTwoAndASentence()
    {
        await using var emulator = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);
        string[] there = ["--url", emulator.Url.ToString()];
        await RunAsync(["send", "48500111222", "hi", .. there]);
        await RunAsync(["send", "46700000101", "hi", "--gateway", "KeyRef", .. there]);

        foreach (string[] words in (string[][])[["report", "1"], ["reply", "48500111222", "STOP"]])
        {
            var (code, output, errors) = await RunAsync([.. words, .. there]);
            Assert.Equal((2, "", "Nothing was pushed: no target: neither the request nor the inbox names an address for pushes.\n"), (code, output, errors));
        }

        Assert.Equal((2, "", "There is no such message.\n"), await RunAsync(["report", "99", .. there]));
        Assert.Equal(0, (await RunAsync(["report", "2", .. there])).Code); // This gateway is asked.
        Assert.Equal(DeliveryState.Delivered, emulator.Default.Messages[1].State);
    }

    [Fact]
    public async Task ReportAndReply_Target_IsWhereTheyGo()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Emulators.StartAsync(options => options.AcceptAnyCredentials = true);
        string[] there = ["--target", receiver.Url.ToString(), "--url", emulator.Url.ToString()];
        await RunAsync("send", "48500111222", "hi", "--url", emulator.Url.ToString());

        Assert.Equal(0, (await RunAsync(["report", "1", .. there])).Code);
        Assert.Equal(0, (await RunAsync(["reply", "48500111222", "STOP", .. there])).Code);
        receiver.Answering((200, "no"));
        var (code, output, errors) = await RunAsync(["report", "1", .. there]);

        Assert.Equal((1, "The application did not acknowledge it: 200.\n"), (code, errors));
        Assert.Contains("\"answer\":\"no\"", output, StringComparison.Ordinal);
        Assert.Equal(3, emulator.Webhooks.Count);
    }

    [Fact]
    public async Task WaitReportReplyClear_GoTheWholeWay()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var emulator = await Emulators.StartAsync(options => (options.Https, options.Password) = (true, "open sesame"));
        emulator.Default.WebhookTargets[Gateway.SmsApi] = receiver.Url;
        string[] there = ["--url", emulator.Url.ToString(), "--password", "open sesame"];
        var waiting = RunAsync(["wait", "to:+4850", "--code", .. there]);
        await RunAsync(["send", "+48500111222", "Your code is 482910", "--credentials", emulator.Default.Credentials.SmsApiAccessToken, .. there]);

        Assert.Equal((0, "482910\n", ""), await waiting);
        Assert.Equal(0, (await RunAsync(["report", "1", "Expired", .. there])).Code);
        Assert.Equal(DeliveryState.Expired, emulator.Default.Messages[0].State);
        Assert.Equal(0, (await RunAsync(["reply", "+48500111222", "STOP", .. there])).Code);
        Assert.Equal("STOP", Assert.Single(emulator.Replies).Text);
        Assert.Equal(0, (await RunAsync(["clear", "to:+49", .. there])).Code);
        Assert.Single(emulator.Messages);
        Assert.Equal(0, (await RunAsync(["clear", "--everything", .. there])).Code);
        Assert.Empty(emulator.Messages);
        Assert.Empty(emulator.Exchanges);
        Assert.Equal(1, (await RunAsync(["wait", "--timeout", "1ms", .. there])).Code);
        Assert.Equal(2, (await RunAsync(["report", "99", .. there])).Code);
        Assert.Equal(2, (await RunAsync("clear", "--url", emulator.Url.ToString(), "--password", "wrong")).Code);
    }

    [Theory]
    [InlineData("'bogus'", "bogus")]
    [InlineData("'--nonsense'", "--nonsense")]
    [InlineData("'many'", "--port", "many")]
    [InlineData("500ms, 30s or 2m", "--deliver", "soon")]
    [InlineData("'send'", "send")]
    [InlineData("500ms, 30s or 2m", "wait", "--timeout", "soon")]
    [InlineData("http://127.0.0.1:5080", "health", "--url", "nonsense")]
    [InlineData("in digits", "--address", "nonsense")]
    [InlineData("http://127.0.0.1:5000/sms", "report", "1", "--target", "nonsense")]
    [InlineData("'reply'", "reply", "48500111222")]
    [InlineData("no sender names", "send", "5511900000101", "hi", "--gateway", "SpeedMarket", "--from", "Bakery")]
    public async Task Wrong_Command_EndsWithTwoAndASentence(string word, params string[] args)
    {
        var (code, output, errors) = await RunAsync(args);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(word, errors, StringComparison.Ordinal);
        Assert.EndsWith("\nAdd --help to see how.\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Url_OfTheEnvironment_IsTakenOrComplainedOf()
    {
        await using var emulator = await Emulators.StartAsync();
        try
        {
            Environment.SetEnvironmentVariable("SMS_EMULATOR_URL", emulator.Url.ToString());
            Assert.Equal(0, (await RunAsync("health")).Code);

            Environment.SetEnvironmentVariable("SMS_EMULATOR_URL", "nonsense");
            Assert.Equal((2, "", "SMS_EMULATOR_URL is written http://127.0.0.1:5080.\nAdd --help to see how.\n"), await RunAsync("health"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SMS_EMULATOR_URL", null);
        }
    }

    [Fact]
    public async Task Help_IsCalledAsItIsTyped()
    {
        Assert.Contains("sms-emulator [command]", (await RunAsync("--help")).Output, StringComparison.Ordinal);
        Assert.Contains("sms-emulator send <to> <text>", (await RunAsync("send", "--help")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WaitsUntilItIsReady()
    {
        var emulator = await Emulators.StartAsync();
        await emulator.StopListeningAsync();
        Assert.Equal(1, (await RunAsync("health", "--url", emulator.Url.ToString())).Code);

        var waiting = RunAsync("health", "--wait", "30s", "--url", emulator.Url.ToString());
        await emulator.ResumeListeningAsync();

        Assert.Equal(0, (await waiting).Code);
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task Journal_HoldsWhatHappened_InOrder_WithoutSecrets()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jsonl");
        try
        {
            for (var run = 0; run < 2; run++)
            {
                await using var emulator = await Emulators.StartAsync(options => (options.JournalFile, options.MaxMessages) = (file, 1));
                using var caller = new Caller(emulator);
                foreach (var gateway in Enum.GetValues<Gateway>())
                {
                    using var response = await caller.SendAsync(gateway, text: $"to {gateway}");
                }

                await emulator.DisposeAsync();
                var text = await File.ReadAllTextAsync(file, Caller.Token);
                var texts = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
                    .Where(line => line.GetProperty("event").GetString() == "message").Select(line => line.GetProperty("data").GetProperty("text").GetString()!).ToList();
                Assert.Equal(Enumerable.Repeat(Enum.GetValues<Gateway>().Select(gateway => $"to {gateway}"), run + 1).SelectMany(each => each), texts);
                Assert.DoesNotContain(emulator.Default.Credentials.KeyRefKey, text, StringComparison.Ordinal);
                Assert.DoesNotContain(emulator.Default.Credentials.SmsApiAccessToken, text, StringComparison.Ordinal);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static SmsEmulatorOptions Options(params string[] args)
    {
        var options = new SmsEmulatorOptions();
        ServeCommand.Apply(CommandLine.Root().Parse(args), options);
        return options;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter { NewLine = "\n" };
        await using var errors = new StringWriter { NewLine = "\n" };
        return (await CommandLine.RunAsync(args, output, errors, Caller.Token), output.ToString(), errors.ToString());
    }

    private sealed class Watched(TaskCompletionSource greeted) : StringWriter
    {
        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            greeted.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
