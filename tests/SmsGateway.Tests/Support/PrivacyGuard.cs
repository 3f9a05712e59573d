using System.Text.RegularExpressions;
using SmsGateway.Tests.Support;

[assembly: AssemblyFixture(typeof(PrivacyGuard))]

namespace SmsGateway.Tests.Support;

/// <summary>
/// When all tests are over, greps everything the library printed - every log line, result, error and exception of the run - for the
/// numbers and secrets that were in use. The lines are also written to artifacts/printed, for anybody's own grep.
/// </summary>
public sealed partial class PrivacyGuard : IDisposable
{
    public void Dispose()
    {
        var lines = PrintedText.Lines.ToArray();
        var folder = Directory.CreateDirectory(Path.Combine(Fixture.Root, "artifacts", "printed"));
        File.WriteAllLines(Path.Combine(folder.FullName, $"{Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/', '\\'))}.txt"), lines);
        if (FindLeak(lines, PrintedText.Secrets) is { } leak)
        {
            throw new InvalidOperationException($"Something personal or secret was printed: {leak}");
        }
    }

    /// <summary>The first line with a whole number of those that tests use, or with a secret.</summary>
    public static string? FindLeak(IEnumerable<string> lines, IReadOnlyCollection<string> secrets)
    {
        var known = new SecretSearch(secrets);
        return lines.FirstOrDefault(line => TestNumber().IsMatch(line) || known.IsIn(line));
    }

    [GeneratedRegex(@"(485001|849001|55119001|3806701|467001)\d{5}|500111222|447700900\d{3}|84900000\d{3}|380000000\d{3}|55119000\d{5}")]
    private static partial Regex TestNumber();
}
