using SmsGateway.Emulator;

namespace SmsTool.Tests;

public sealed class ToolTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sms-tool").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("smsapi", "+48500111222")]
    [InlineData("speedsms", "+84900111222")]
    [InlineData("speedmarket", "+5511900112222")]
    [InlineData("smsclub", "+380670112222")]
    [InlineData("keyref", "+46700112222")]
    public async Task Send_EmulatedAccount_IsAccepted(string account, string number)
    {
        var (code, output, _) = await RunAsync("--emulator", "send", number, "--account", account, "--text", "Your code is 482910");

        Assert.Equal(0, code);
        Assert.Contains("Accepted", output);
        Assert.Contains(account + ":", output);
        Assert.DoesNotContain(number, output);
        Assert.Contains(number[..3] + "****", output);
    }

    [Fact]
    public async Task Send_ShowNumbers_PrintsThem() =>
        Assert.Contains("+48500111222", (await RunAsync("send", "+48 500 111 222", "-a", "smsapi", "-t", "hello", "--emulator", "--show-numbers")).Output);

    [Fact]
    public async Task Send_NoAccountNamedAndSeveral_AsksForOne()
    {
        var (code, _, error) = await RunAsync("--emulator", "send", "+48500111222", "--text", "hello");

        Assert.Equal(2, code);
        Assert.Contains("--account: keyref, smsapi, smsclub, speedmarket, speedsms", error);
    }

    [Theory]
    [InlineData("+48500110003", 1, "Rejected")]
    [InlineData("+48500110006", 5, "NotSent")]
    [InlineData("+48500110007", 4, "Unknown")]
    [InlineData("12", 1, "InvalidRecipient")]
    public async Task Send_Outcome_DecidesTheExitCode(string number, int exitCode, string word)
    {
        var config = Write("""{"Sms":{"Accounts":{"pl":{"SmsApi":{"Resilience":{"MaxAttempts":1,"Reconciliation":{"Enabled":false}}}}}}}""");

        var (code, output, _) = await RunAsync("--emulator", "--config", config, "send", number, "--text", "hello");

        Assert.Equal((exitCode, true), (code, output.Contains(word)));
    }

    [Fact]
    public async Task Send_SeveralNumbersAndOptions_ReachTheGateway()
    {
        await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Stop);
        var inbox = emulator.CreateInbox();
        var config = Write($$"""{"Sms":{"Accounts":{"pl":{"smsapi":{"BaseAddress":"{{emulator.BaseAddress(Gateway.SmsApi)}}","AccessToken":"{{inbox.Credentials.SmsApiAccessToken}}"} } } } }""");

        var (code, output, _) = await RunAsync("--config", config, "send", "+48500111222", "+48500111223", "--text", "Zażółć", "--plain", "--from", "Test");

        Assert.Equal(0, code);
        Assert.Equal(["+48500111222", "+48500111223"], inbox.Messages.Select(message => message.To).Order());
        Assert.All(inbox.Messages, message => Assert.Equal(("Zazolc", "Test"), (message.Text, message.From)));
        Assert.All(inbox.Messages, message => Assert.Contains("pl:" + message.GatewayId, output));

        var (statusCode, status, _) = await RunAsync("--config", config, "status", "pl:" + inbox.Messages[0].GatewayId);
        Assert.Equal(0, statusCode);
        Assert.Contains("Queued", status);
    }

    [Fact]
    public async Task Balance_AllAccounts_SaysWhichCannotTell()
    {
        var (code, output, _) = await RunAsync("--emulator", "balance");

        Assert.Equal(0, code);
        Assert.All(["smsapi", "speedsms", "speedmarket", "smsclub"], name => Assert.Contains(name, output));
        Assert.Contains("(account 'keyref') cannot be asked for its balance.", output);
    }

    [Theory]
    [InlineData("balance", "keyref", "cannot be asked for its balance")]
    [InlineData("senders", "speedsms", "cannot be asked for its senders")]
    [InlineData("lookup", "smsclub", "cannot look numbers up")]
    public async Task Feature_GatewayLacksIt_SaysSoAndEndsWithThree(string command, string account, string lack)
    {
        string[] args = ["--emulator", command, "--account", account, .. command == "lookup" ? ["+380670112222"] : Array.Empty<string>()];

        var (code, _, error) = await RunAsync(args);

        Assert.Equal(3, code);
        Assert.Contains(lack, error);
        Assert.Contains($"'{account}'", error);
    }

    [Fact]
    public async Task Senders_Smsapi_ListsThem()
    {
        var (code, output, _) = await RunAsync("--emulator", "senders", "-a", "smsapi");

        Assert.Equal(0, code);
        Assert.Contains("active", output);
    }

    [Fact]
    public async Task Lookup_Smsapi_TellsTheState()
    {
        var (code, output, _) = await RunAsync("--emulator", "lookup", "+48500111222", "-a", "smsapi");

        Assert.Equal(0, code);
        Assert.DoesNotContain("500111222", output);
        Assert.Contains("+48*******22", output);
    }

    [Fact]
    public async Task Segments_NamesWhatIsExpensive_WithoutAnyAccount()
    {
        var (code, output, _) = await RunAsync("segments", "Zażółć gęślą jaźń");

        Assert.Equal(0, code);
        Assert.Contains("1 segment(s) in Ucs2", output);
        Assert.Contains("U+017C", output);
        Assert.Contains("Zazolc gesla jazn", output);
    }

    [Fact]
    public async Task Config_SecretsWrong_NamesTheSettingAndNeverTheValue()
    {
        var config = Write("""{"Sms":{"Accounts":{"pl":{"SmsApi":{"AccessToken":" s3cr3t\nvalue"}}}}}""");

        var (code, output, error) = await RunAsync("--config", config, "balance");

        Assert.Equal(2, code);
        Assert.Contains("AccessToken", error);
        Assert.DoesNotContain("s3cr3t", output + error);
    }

    [Fact]
    public async Task Gateway_RefusesTheKey_EndsWithOneAndDoesNotPrintIt()
    {
        await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Stop);
        var config = Write($$"""{"Sms":{"Accounts":{"pl":{"SmsApi":{"BaseAddress":"{{emulator.Url}}","AccessToken":"s3cr3t-of-nobody"} } } } }""");

        var (code, output, error) = await RunAsync("--config", config, "balance");

        Assert.Equal(1, code);
        Assert.Contains("AuthenticationFailed", error);
        Assert.DoesNotContain("s3cr3t", output + error);
    }

    [Theory]
    [InlineData("Add one to appsettings.json", "balance")]
    [InlineData("Required", "send", "--emulator")]
    [InlineData("There is no file", "balance", "--config", "/nowhere/at/all.json")]
    [InlineData("there are keyref, smsapi", "balance", "--emulator", "-a", "nobody")]
    [InlineData("'4711' is no id", "status", "4711", "--emulator")]
    [InlineData("no number", "lookup", "4711", "--emulator")]
    public async Task Usage_Wrong_EndsWithTwoAndASentence(string sentence, params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Contains(sentence, error, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("""{"Pigeon":{"Key":"s3cr3t"}}""", "SmsApi, SpeedSms, SpeedMarket, SmsClub, KeyRef")]
    [InlineData("""{"SmsApi":{"AccessToken":"s3cr3t","Colour":"red"}}""", "SMS account 'pl': no such setting: 'Colour'.")]
    [InlineData("""{"SmsApi":{"AccessToken":"s3cr3t","Resilience":{"MaxAttempts":"s3cr3t"}}}""", "Resilience:MaxAttempts cannot be read.")]
    [InlineData("""{"SmsApi":{}}""", "SMS account 'pl': AccessToken is missing.")]
    [InlineData("""{"SmsApi":{"AccessToken":"s3cr3t",,}}""", "is not readable as JSON: look at line 1.")]
    public async Task Config_Wrong_EndsWithTwoAndASentence(string account, string sentence)
    {
        var (code, output, error) = await RunAsync("--config", Write($$"""{"Sms":{"Accounts":{"pl":{{account}} } } }"""), "balance");

        Assert.Equal(2, code);
        Assert.Contains(sentence, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("s3cr3t", output + error);
    }

    [Fact]
    public async Task Help_ListsTheCommands()
    {
        var (code, output, _) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.All(["balance", "senders", "send", "status", "lookup", "segments", "--emulator"], word => Assert.Contains(word, output));
    }

    private string Write(string json)
    {
        var path = Path.Combine(_folder, Guid.NewGuid() + ".json");
        File.WriteAllText(path, json);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Tool.RunAsync(args, new ToolOutput(output, error, width: 200), Stop);
        return (code, output.ToString(), error.ToString());
    }
}
