using System.Globalization;
using System.Text;

namespace SmsGateway.Emulator.Capture;

/// <summary>Writes what happened last as text that a person reads in the output of a failed test.</summary>
internal static class ExchangeDump
{
    private const int BodyLength = 2_000;

    public static void Write(StringBuilder text, SmsEmulator emulator, int last)
    {
        Section(text, "Exchanges", emulator.Exchanges, last, Describe);
        Section(text, "Messages", emulator.Messages, last, static message => message.ToString());
        Section(text, "Pushes", emulator.Webhooks, last, static attempt => attempt.ToString());
        text.Append("Faults for all inboxes:\n");
        emulator.Faults.Describe(text);
        foreach (var inbox in emulator.Inboxes)
        {
            if (inbox.Faults.Rules.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"Faults for {inbox}:\n");
                inbox.Faults.Describe(text);
            }
        }
    }

    private static void Section<T>(StringBuilder text, string title, IReadOnlyList<T> items, int last, Func<T, string> describe)
    {
        text.Append(CultureInfo.InvariantCulture, $"{title} ({items.Count}):\n");
        foreach (var item in items.TakeLast(last))
        {
            text.Append("  ").Append(describe(item)).Append('\n');
        }
    }

    private static string Describe(CapturedExchange exchange) => string.Create(
        CultureInfo.InvariantCulture,
        $"{exchange} (inbox {exchange.Inbox ?? "-"}, credentials {exchange.Credential}, {exchange.Messages} kept)\n    > {exchange.Target}\n    > {Short(exchange.RequestText)}\n    < {Short(exchange.ResponseText)}");

    private static string Short(string body)
    {
        var line = body.ReplaceLineEndings("\\n");
        return line.Length <= BodyLength ? line : line[..BodyLength] + "...";
    }
}
