using System.CommandLine;
using System.Globalization;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Asks networks about numbers.</summary>
internal static class LookupCommand
{
    public static Command Create(CommonOptions common, ToolOutput output)
    {
        var numbers = new Argument<string[]>("number") { Description = "Numbers in international form", Arity = ArgumentArity.OneOrMore };
        var command = new Command("lookup", "Asks networks whether numbers are in service; costs money per number") { numbers };
        command.SetAction(async (parsed, stop) =>
        {
            var asked = parsed.GetValue(numbers)!.Select(Numbers.Read).ToList();
            await using var accounts = await common.OpenAsync(parsed, stop);
            var name = accounts.Choose(parsed.GetValue(common.Account));
            var found = await accounts.Feature<INumberLookup>(name, SmsCapabilities.NumberLookup, "cannot look numbers up").LookUpAsync(asked, stop);
            output.Table(["number", "state", "network", "info", "ported", "price"], found.Select(info => (string[])
            [
                output.Number(info.Number), info.State.ToString(), string.Create(CultureInfo.InvariantCulture, $"{info.CountryCode} {info.NetworkCode}").Trim(),
                info.Info ?? "", info.IsPorted switch { null => "", true => "yes", false => "no" }, info.Price?.ToString() ?? "",
            ]));
            return ExitCode.Done;
        });
        return command;
    }
}
