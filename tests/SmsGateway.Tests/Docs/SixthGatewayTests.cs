using System.Globalization;
using System.Text;

namespace SmsGateway.Tests.Docs;

/// <summary>The example of docs/adding-a-gateway.md is as long as the page says, and a stranger to the library.</summary>
public sealed class SixthGatewayTests
{
    private static readonly string Example = Path.Combine(Fixture.Root, "tests", "SixthGateway.Tests", "Postbox");

    [Fact]
    public void Lines_OfTheExample_AreThoseOfThePage()
    {
        var lines = Directory.EnumerateFiles(Example).Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), file => File.ReadLines(file).Count());
        var table = new StringBuilder("| file | lines |\n| --- | --- |\n");
        foreach (var (file, count) in lines)
        {
            table.Append(CultureInfo.InvariantCulture, $"| [{file}](../tests/SixthGateway.Tests/Postbox/{file}) | {count} |\n");
        }

        table.Append(CultureInfo.InvariantCulture, $"| **the whole gateway** | **{lines.Values.Sum()}** |\n");

        WrittenDocument.AssertHolds(table.ToString(), "lines", "docs", "adding-a-gateway.md");
    }

    [Fact]
    public void Library_DoesNotKnowTheExample() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Fixture.Root, "src"), "*.cs*", SearchOption.AllDirectories).Select(File.ReadAllText),
        text => Assert.False(text.Contains("Postbox", StringComparison.Ordinal) || text.Contains("SixthGateway", StringComparison.Ordinal)));
}
