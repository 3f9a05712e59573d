using System.CommandLine;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Asks what is left: of one account, or of all that can say.</summary>
internal static class BalanceCommand
{
    public static Command Create(CommonOptions common, ToolOutput output)
    {
        var command = new Command("balance", "Asks for the balance of an account, or of all");
        command.SetAction(async (parsed, stop) =>
        {
            await using var accounts = await common.OpenAsync(parsed, stop);
            return await EachAccount.RunAsync(
                accounts, parsed.GetValue(common.Account), output, ["account", "balance", "expires"],
                async name =>
                {
                    var balance = await accounts.Feature<ISmsAccount>(name, SmsCapabilities.Balance, "cannot be asked for its balance").GetBalanceAsync(stop);
                    return [[name, balance.ToString(), balance.ExpiresAt?.ToString("u") ?? ""]];
                });
        });
        return command;
    }
}
