using SmsGateway;

namespace SmsTool.Commands;

/// <summary>Reads numbers from the command line.</summary>
internal static class Numbers
{
    /// <exception cref="ToolException">It is none.</exception>
    public static PhoneNumber Read(string text) => PhoneNumber.TryParse(text, out var number)
        ? number
        : throw new ToolException(ExitCode.Usage, "That is no number in international form: write +48500111222.");
}
