using System.CommandLine;
using System.CommandLine.Help;

namespace SmsGateway.Emulator.Cli;

/// <summary>The emulator as a program: it serves, and with its other words it talks to one that serves.</summary>
internal static class CommandLine
{
    /// <returns>0 when done, 1 when there is nothing or a push was not acknowledged, 2 when the command is wrong or was refused.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal))).ConfigureAwait(false);
            await errors.WriteLineAsync("Add --help to see how.").ConfigureAwait(false);
            return 2;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Without a word it serves.</summary>
    internal static Command Root()
    {
        // Named as it is typed; a RootCommand would be called after its file.
        var root = new Command("sms-emulator", "Speaks the protocols of five SMS gateways over HTTP, keeps what is sent, and texts nobody.") { new HelpOption(), new VersionOption() };
        ServeCommand.Fill(root);
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(SendCommand.Create());
        foreach (var command in ClientCommands.Create())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}
