using System.Globalization;
using System.Reflection;

namespace SmsGateway.Tests.Reliability;

/// <summary>Every row of the fault catalogue has a test that is named after it.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Rows_OfTheCatalogue_EachHaveATest()
    {
        var rows = Fixture.Rows("faults", "catalogue.tsv", hasHeader: false)
            .ToDictionary(row => int.Parse(row[0], CultureInfo.InvariantCulture), row => row[2]);
        var tested = TestedRows();

        Assert.Equal(Enumerable.Range(1, 130), rows.Keys.Order());
        Assert.Empty(rows.Keys.Except(tested).Select(row => $"{row}: {rows[row]}"));
        Assert.Empty(tested.Except(rows.Keys));
    }

    private static HashSet<int> TestedRows() =>
    [
        .. Assemblies().SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttributes().Any(attribute => attribute is FactAttribute or TheoryAttribute))
            .Select(method => method.Name)
            .Where(name => name.Length > 7 && name.StartsWith("Row", StringComparison.Ordinal) && name[6] == '_')
            .Select(name => int.Parse(name.AsSpan(3, 3), CultureInfo.InvariantCulture)),
    ];

    // The rows of the webhook receiver may be tested beside it, in a test project of its own.
    private static IEnumerable<Assembly> Assemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "SmsGateway*Tests.dll").Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)));
}
