using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Asks the named account, or one after the other; what one cannot answer does not keep the others from it.</summary>
internal static class EachAccount
{
    public static async Task<int> RunAsync(Accounts accounts, string? named, ToolOutput output, string[] columns, Func<string, Task<string[][]>> askAsync)
    {
        if (named is not null || accounts.Names.Count == 1)
        {
            output.Table(columns, await askAsync(accounts.Choose(named)));
            return ExitCode.Done;
        }

        var code = ExitCode.Done;
        List<string[]> rows = [];
        foreach (var name in accounts.Names)
        {
            try
            {
                rows.AddRange(await askAsync(name));
            }
            catch (ToolException lacking) when (lacking.Code == ExitCode.NotSupported)
            {
                rows.Add([name, lacking.Message, .. Enumerable.Repeat("", columns.Length - 2)]);
            }
            catch (SmsException refused)
            {
                code = ExitCode.Refused;
                rows.Add([name, refused.Error.ToString(), .. Enumerable.Repeat("", columns.Length - 2)]);
            }
        }

        output.Table(columns, rows);
        return code;
    }
}
