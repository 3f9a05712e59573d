using System.CommandLine;
using System.Globalization;
using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Sends one text to one number or many.</summary>
internal static class SendCommand
{
    public static Command Create(CommonOptions common, ToolOutput output)
    {
        var to = new Argument<string[]>("to") { Description = "Numbers in international form: +48500111222", Arity = ArgumentArity.OneOrMore };
        var text = new Option<string>("--text", "-t") { Description = "The text", Required = true };
        var from = new Option<string?>("--from") { Description = "The sender" };
        var reference = new Option<string?>("--reference") { Description = "Your reference, 10 to 20 lower-case letters and digits; for one number" };
        var at = new Option<DateTimeOffset?>("--at") { Description = "When it shall go out: 2030-01-31T08:00+01:00" };
        var validity = new Option<TimeSpan?>("--validity") { Description = "How long delivery may be tried: 02:00:00" };
        var maxSegments = new Option<int?>("--max-segments") { Description = "The most segments the text may need" };
        var flash = new Option<bool>("--flash") { Description = "Show at once and do not store" };
        var plain = new Option<bool>("--plain") { Description = "Replace characters outside the GSM alphabet by plain ones" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Let the gateway check everything and send nothing" };
        var command = new Command("send", "Sends a text") { to, text, from, reference, at, validity, maxSegments, flash, plain, dryRun };
        command.SetAction(async (parsed, stop) =>
        {
            await using var accounts = await common.OpenAsync(parsed, stop);
            var client = accounts.Client(accounts.Choose(parsed.GetValue(common.Account)));
            var messages = parsed.GetValue(to)!.Select(number => new SmsMessage(number, parsed.GetValue(text)!)
            {
                From = parsed.GetValue(from),
                Reference = parsed.GetValue(reference),
                SendAt = parsed.GetValue(at),
                Validity = parsed.GetValue(validity),
                MaxSegments = parsed.GetValue(maxSegments),
                Flash = parsed.GetValue(flash),
                UnicodePolicy = parsed.GetValue(plain) ? SmsUnicodePolicy.TransliterateAlways : null,
                DryRun = parsed.GetValue(dryRun),
            });
            return Print(await SendAsync(client, [.. messages], stop), output);
        });
        return command;
    }

    private static async Task<SmsBatchResult> SendAsync(ISmsClient client, SmsMessage[] messages, CancellationToken stop)
    {
        try
        {
            return await client.SendAsync(messages, stop);
        }
        catch (SmsSendCanceledException cancelled)
        {
            return cancelled.PartialResult;
        }
    }

    private static int Print(SmsBatchResult results, ToolOutput output)
    {
        output.Table(["to", "outcome", "id", "reference", "segments", "price", "error"], results.Select(result => (string[])
        [
            output.Number(result.Number), result.IsSimulated ? "Accepted (test)" : result.Outcome.ToString(), result.MessageId?.ToString() ?? "", result.Reference ?? "",
            result.Segments?.ToString(CultureInfo.InvariantCulture) ?? "", result.Price?.ToString() ?? "", result.Error?.ToString() ?? "",
        ]));
        if (results.AnyUnknown)
        {
            output.Error.WriteLine("Unknown means that it may have been sent: ask for its status or look into the gateway's panel before you send again.");
        }

        return ExitCode.Of(results);
    }
}
