using System.Globalization;
using System.Text;

namespace SmsGateway.Testing;

/// <summary>What the checks of a <see cref="SmsGatewayConformance"/> came to.</summary>
/// <param name="Gateway">The gateway's name.</param>
/// <param name="Results">One result per check, in order.</param>
public sealed record ConformanceReport(string Gateway, IReadOnlyList<ConformanceResult> Results)
{
    /// <summary>Every check passed.</summary>
    public bool Passed => Results.All(static result => result.Passed);

    /// <summary>Returns this when every check passed.</summary>
    /// <exception cref="SmsAssertionException">A check failed; the text is the whole report.</exception>
    public ConformanceReport EnsurePassed() => Passed ? this : throw new SmsAssertionException(ToString());

    /// <summary>A line for each check, with what was wrong.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Gateway}: {Results.Count(static result => result.Passed)} of {Results.Count} checks passed");
        foreach (var result in Results)
        {
            text.Append('\n').Append(result);
        }

        return text.ToString();
    }
}

/// <summary>What one check came to.</summary>
/// <param name="Check">Its name.</param>
/// <param name="Problem">What was wrong; null when it passed.</param>
public sealed record ConformanceResult(string Check, string? Problem)
{
    /// <summary>It passed.</summary>
    public bool Passed => Problem is null;

    /// <summary>One line, and what was wrong below it.</summary>
    public override string ToString() => Passed ? $"  ok      {Check}" : $"  FAILED  {Check}\n            {Problem!.Replace("\n", "\n            ", StringComparison.Ordinal)}";
}
