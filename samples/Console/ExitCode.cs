using SmsGateway;

namespace SmsTool;

/// <summary>What the tool's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Usage = 2;
    public const int NotSupported = 3;
    public const int Unknown = 4;
    public const int NotSent = 5;

    /// <summary>The code for a whole send: what needs most care decides.</summary>
    public static int Of(IReadOnlyCollection<SmsResult> results) =>
        results.Any(result => result.Outcome == SmsOutcome.Unknown) ? Unknown
        : results.Any(result => result.Outcome == SmsOutcome.Rejected) ? Refused
        : results.Any(result => result.Outcome == SmsOutcome.NotSent) ? NotSent
        : Done;
}

/// <summary>Ends the tool with a sentence and a code.</summary>
internal sealed class ToolException(int code, string message) : Exception(message)
{
    public int Code => code;
}
