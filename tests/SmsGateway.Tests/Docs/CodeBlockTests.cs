using System.Text.RegularExpressions;

namespace SmsGateway.Tests.Docs;

/// <summary>The C# of the documents is code that compiles: each block stands, line by line, in a file of the samples or tests.</summary>
public sealed partial class CodeBlockTests
{
    private static readonly Lazy<string[]> Compiled = new(() =>
        [.. Sources("samples").Concat(Sources("tests")).Select(file => Trimmed(File.ReadAllText(file)))]);

    public static TheoryData<string> Documents =>
        [.. Directory.EnumerateFiles(Fixture.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Fixture.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Fixture.Root, file).Replace('\\', '/'))
            .Where(file => WrittenDocument.Read(file).Contains("```csharp", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Blocks_OfADocument_StandInCompiledCode(string document)
    {
        var blocks = Block().Matches(WrittenDocument.Read(document)).Select(match => Trimmed(match.Groups["code"].Value)).ToList();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, block => Assert.True(Array.Exists(Compiled.Value, code => code.Contains(block, StringComparison.Ordinal)), $"{document}: nothing compiled holds\n{block}"));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Fixture.Root, folder), "*.cs", SearchOption.AllDirectories);

    // Indentation and blank lines are the document's own.
    private static string Trimmed(string code) =>
        "\n" + string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)) + "\n";

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
