using System.Text;

namespace SmsGateway.Emulator.Capture;

/// <summary>Writes an exchange as a command that repeats it; credentials stay masked.</summary>
internal static class CurlCommand
{
    // What curl writes by itself, or what belonged to the connection of the first caller.
    private static readonly string[] Left = ["Host", "Content-Length", "Connection", "Accept-Encoding", "Transfer-Encoding", "Expect", "traceparent"];

    public static string Write(CapturedExchange exchange)
    {
        var command = new StringBuilder("curl");
        if (exchange.Method is not ("GET" or "POST"))
        {
            command.Append(" -X ").Append(exchange.Method);
        }

        command.Append(' ').Append(Quoted(exchange.Address));
        foreach (var (name, value) in exchange.RequestHeaders)
        {
            if (IsTheCallers(name))
            {
                command.Append(" \\\n  -H ").Append(Quoted(name + ": " + value));
            }
        }

        if (exchange.RequestText.Length > 0 || exchange.Method == "POST")
        {
            command.Append(" \\\n  --data-raw ").Append(Quoted(exchange.RequestText));
        }

        return command.ToString();
    }

    /// <summary>Whether the caller wrote the header, and not the client or the connection.</summary>
    public static bool IsTheCallers(string header) => !Left.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
