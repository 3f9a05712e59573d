using System.CommandLine;

namespace SmsGateway.Emulator.Cli;

/// <summary>The emulator as a program: it serves, and with its other words it talks to one that serves.</summary>
internal static class CommandLine
{
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellationToken = default) =>
        Root().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, cancellationToken);

    /// <summary>Without a word it serves.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("Speaks the protocols of five SMS gateways over HTTP, keeps what is sent, and texts nobody.");
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
