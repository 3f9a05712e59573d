using System.Text.RegularExpressions;

namespace SmsGateway.Tests.Segments;

/// <summary>The code of docs/segments.md is code that compiles: regions of the sample.</summary>
public sealed partial class SegmentDocsTests
{
    [Fact]
    public void CodeBlocks_OfTheGuide_AreRegionsOfTheSample()
    {
        string root = Root();
        string guide = File.ReadAllText(Path.Combine(root, "docs", "segments.md"));
        string sample = File.ReadAllText(Path.Combine(root, "samples", "Segments", "Examples.cs"));
        string[] regions = [.. Region().Matches(sample).Select(static match => Dedent(match.Groups["code"].Value))];

        string[] blocks = [.. Block().Matches(guide).Select(static match => match.Groups["code"].Value)];

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.Contains(block, regions, StringComparer.Ordinal));
        Assert.Equal(blocks.Length, regions.Length);
    }

    private static string Dedent(string code) =>
        string.Concat(code.Split('\n').SkipLast(1).Select(static line => (line.Length < 8 ? "" : line[8..]) + "\n"));

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "SmsGateway.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }

    [GeneratedRegex(@"#region \w+\n(?<code>.*?\n) +#endregion", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Region();

    [GeneratedRegex(@"```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
