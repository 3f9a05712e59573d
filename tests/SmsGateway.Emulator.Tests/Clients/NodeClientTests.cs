using System.Diagnostics;

namespace SmsGateway.Emulator.Tests.Clients;

/// <summary>Clients that others wrote must get along with the emulator: SMSAPI's own for Node, as published.</summary>
public sealed class NodeClientTests
{
    private static readonly string Project = Path.Combine(Root(), "tests", "clients", "node-smsapi");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SmsApi_NodeClient_UnderstandsEveryReply()
    {
        if (!await IsThereAsync("node") || !await IsThereAsync("npm"))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "Node.js (18 or newer) is not installed.");
            Assert.Fail("Node.js must be installed where CI=true.");
        }

        await InstallAsync();
        await using var emulator = await SmsEmulator.StartAsync(cancellationToken: Stop);
        var inbox = emulator.CreateInbox();
        inbox.SmsApi = inbox.SmsApi with { NumberLimit = null };

        var (code, output) = await RunAsync("node", "script.mjs", new Uri(emulator.BaseAddress(Gateway.SmsApi), "api").ToString(), inbox.Credentials.SmsApiAccessToken);

        Assert.True(code == 0, $"{output}\n{emulator.Dump()}");
        Assert.Contains("20 checks passed", output);
        Assert.Contains(inbox.Messages, message => message.Text == "Zażółć gęślą jaźń" && message.Reference == "order1842");
        Assert.All(inbox.Messages.Where(message => message.Text == "hello"), message => Assert.True(message.IsTest));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SmsGateway.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    private static async Task InstallAsync()
    {
        if (!File.Exists(Path.Combine(Project, "node_modules", "smsapi", "package.json")))
        {
            var (code, output) = await RunAsync("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            Assert.True(code == 0, output);
        }
    }

    private static async Task<bool> IsThereAsync(string program)
    {
        try
        {
            return (await RunAsync(program, "--version")).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Project, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(Stop);
            var errors = process.StandardError.ReadToEndAsync(Stop);
            await process.WaitForExitAsync(Stop);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
