using System.CommandLine;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Asks where messages are.</summary>
internal static class StatusCommand
{
    public static Command Create(CommonOptions common, ToolOutput output)
    {
        var ids = new Argument<string[]>("id") { Description = "Ids as send prints them: account:id", Arity = ArgumentArity.OneOrMore };
        var to = new Option<string?>("--to") { Description = "The recipient's number, which SpeedSMS and key/ref need besides" };
        var command = new Command("status", "Asks where messages are") { ids, to };
        command.SetAction(async (parsed, stop) =>
        {
            var handles = parsed.GetValue(ids)!.Select(id => Handle(id, parsed.GetValue(to))).ToList();
            await using var accounts = await common.OpenAsync(parsed, stop);
            List<string[]> rows = [];
            foreach (var group in handles.GroupBy(handle => accounts.Choose(handle.Account), StringComparer.Ordinal))
            {
                var reports = await accounts.Feature<ISmsStatusReader>(group.Key, SmsCapabilities.StatusQuery, "cannot be asked where messages are").GetStatusAsync([.. group], stop);
                rows.AddRange(reports.Select(report => (string[])
                [
                    $"{report.Message.Account}:{report.Message.Id}", report.Status.ToString(), report.IsFinal ? "yes" : "no",
                    report.RawStatus ?? "", report.At?.ToString("u") ?? "", report.Price?.ToString() ?? "",
                ]));
            }

            output.Table(["id", "status", "final", "gateway says", "at", "price"], rows);
            return ExitCode.Done;
        });
        return command;
    }

    private static SmsMessageHandle Handle(string text, string? to)
    {
        var id = SmsMessageId.TryParse(text, out var read) ? read : throw new ToolException(ExitCode.Usage, $"'{text}' is no id: they look like account:id.");
        return to is null ? SmsMessageHandle.Of(id) : new SmsMessageHandle(id.Account, id.Id, Numbers.Read(to), id.Id);
    }
}
