using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SmsGateway;
using SmsTool.Commands;

namespace SmsTool;

/// <summary>The command line, and what it does with mistakes.</summary>
internal static class Tool
{
    public static async Task<int> RunAsync(string[] args, ToolOutput output, CancellationToken cancellationToken)
    {
        var common = new CommonOptions();
        var root = new RootCommand("Sends SMS and asks gateways.") { common.Account, common.Config, common.Emulator, common.ShowNumbers };
        root.Subcommands.Add(BalanceCommand.Create(common, output));
        root.Subcommands.Add(SendersCommand.Create(common, output));
        root.Subcommands.Add(SendCommand.Create(common, output));
        root.Subcommands.Add(StatusCommand.Create(common, output));
        root.Subcommands.Add(LookupCommand.Create(common, output));
        root.Subcommands.Add(SegmentsCommand.Create(output));
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await output.Error.WriteLineAsync(string.Join(Environment.NewLine, parsed.Errors.Select(error => error.Message)));
            await output.Error.WriteLineAsync("Add --help to see how.");
            return ExitCode.Usage;
        }

        try
        {
            output.ShowNumbers = parsed.GetValue(common.ShowNumbers);
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = output.Out, Error = output.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (Exception exception) when (Explain(exception) is var (code, sentence))
        {
            await output.Error.WriteLineAsync(sentence);
            return code;
        }
    }

    // What a gateway or the configuration may do; anything else is a mistake of ours and shows as one.
    private static (int Code, string Sentence)? Explain(Exception exception) => exception switch
    {
        ToolException ours => (ours.Code, ours.Message),
        OptionsValidationException invalid => (ExitCode.Usage, string.Join(Environment.NewLine, invalid.Failures)),
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) =>
            (ExitCode.Usage, string.Join(Environment.NewLine, several.InnerExceptions.SelectMany(inner => ((OptionsValidationException)inner).Failures))),
        SmsException refused => (ExitCode.Refused, refused.Error.ToString()),
        NotSupportedException lacking => (ExitCode.NotSupported, lacking.Message),
        OperationCanceledException => (ExitCode.NotSent, "Cancelled."),
        InvalidDataException unreadable => (ExitCode.Usage, $"The configuration file is not readable as JSON: {Where(unreadable.GetBaseException())}"),
        _ => null,
    };

    // A parser's own words may quote what stands there, which may be a secret.
    private static string Where(Exception exception) => exception is JsonException { LineNumber: { } line }
        ? string.Create(CultureInfo.InvariantCulture, $"look at line {line + 1}.")
        : exception.Message;
}

/// <summary>What every command understands.</summary>
internal sealed class CommonOptions
{
    public Option<string?> Account { get; } = new("--account", "-a") { Description = "The account, by its name in the configuration", Recursive = true };

    public Option<string?> Config { get; } = new("--config") { Description = "Another configuration file than appsettings.json", Recursive = true };

    public Option<bool> Emulator { get; } = new("--emulator") { Description = "Speak to an emulator inside this tool; nothing leaves this machine", Recursive = true };

    public Option<bool> ShowNumbers { get; } = new("--show-numbers") { Description = "Print whole phone numbers", Recursive = true };

    public Task<Accounts> OpenAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        Accounts.OpenAsync(parsed.GetValue(Config), parsed.GetValue(Emulator), cancellationToken);
}
