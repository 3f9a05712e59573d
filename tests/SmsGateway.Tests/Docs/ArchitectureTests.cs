using System.Text;
using System.Text.RegularExpressions;

namespace SmsGateway.Tests.Docs;

/// <summary>The picture in docs/architecture.md is drawn from the code's own using directives, and the page names every folder.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string Source = Path.Combine(Fixture.Root, "src", "SmsGateway");

    [Fact]
    public void Picture_OfTheFolders_IsDrawnFromTheCode() => WrittenDocument.AssertHolds(Picture(), "picture", "docs", "architecture.md");

    [Fact]
    public void Page_NamesEveryFolderAndProject()
    {
        var page = WrittenDocument.Read("docs", "architecture.md");
        var folders = Directory.EnumerateDirectories(Source)
            .Concat(Directory.EnumerateDirectories(Path.Combine(Fixture.Root, "src")))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Fixture.Root, "tests")))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Fixture.Root, "samples")))
            .Select(folder => Path.GetFileName(folder)!);

        Assert.All(folders, folder => Assert.Contains($"`{folder}`", page));
    }

    [Fact]
    public void Folders_DependInOneDirectionOnly()
    {
        // Registration ties everything together; nothing may lean on it.
        var edges = Edges();
        Assert.DoesNotContain(edges, edge => edge.To == "DependencyInjection");

        foreach (var (from, to) in edges)
        {
            Assert.False(Reaches(to, from, []), $"{from} and {to} depend on each other.");
        }

        bool Reaches(string from, string goal, HashSet<string> seen) => from == goal
            || (seen.Add(from) && edges.Where(edge => edge.From == from).Any(edge => Reaches(edge.To, goal, seen)));
    }

    private static string Picture()
    {
        var text = new StringBuilder("```mermaid\nflowchart TD\n");
        foreach (var (from, to) in Edges())
        {
            text.Append("    ").Append(from).Append(" --> ").Append(to).Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    // A folder leans on another when a file of it uses the other's namespace. The model, in the root, is everybody's.
    private static List<(string From, string To)> Edges()
    {
        var folders = Directory.EnumerateDirectories(Source).Select(folder => Path.GetFileName(folder)!).ToHashSet();
        var gateways = Directory.EnumerateDirectories(Path.Combine(Source, "Gateways")).Select(folder => Path.GetFileName(folder)!).ToHashSet();
        return [.. folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories)
                .Where(file => folder == "DependencyInjection" || !File.ReadAllText(file).Contains("namespace Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal))
                .SelectMany(file => Using().Matches(File.ReadAllText(file)))
                .Select(match => match.Groups["folder"].Value)
                .Select(used => gateways.Contains(used) ? "Gateways" : used)
                .Where(used => folders.Contains(used) && used != folder)
                .Select(used => (folder, used)))
            .Distinct()
            .OrderBy(edge => edge, Comparer<(string, string)>.Default)];
    }

    [GeneratedRegex(@"^using SmsGateway\.(?<folder>\w+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Using();
}
