using System.CommandLine;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Asks which sender names may be used.</summary>
internal static class SendersCommand
{
    public static Command Create(CommonOptions common, ToolOutput output)
    {
        var command = new Command("senders", "Lists the sender names of an account, or of all");
        command.SetAction(async (parsed, stop) =>
        {
            await using var accounts = await common.OpenAsync(parsed, stop);
            return await EachAccount.RunAsync(
                accounts, parsed.GetValue(common.Account), output, ["account", "sender", "state"],
                async name =>
                {
                    var senders = await accounts.Feature<ISmsAccount>(name, SmsCapabilities.Senders, "cannot be asked for its senders").GetSendersAsync(stop);
                    return [.. senders.Select(sender => (string[])[name, sender.Name, !sender.IsActive ? "not active" : sender.IsDefault ? "default" : "active"])];
                });
        });
        return command;
    }
}
