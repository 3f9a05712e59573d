namespace SmsGateway.Tests.Docs;

/// <summary>Files of the repository that tests make from the code. To write them anew: <c>SMSGATEWAY_WRITE_DOCS=1 dotnet test</c>.</summary>
internal static class WrittenDocument
{
    public static string Read(params string[] path) => File.ReadAllText(At(path)).ReplaceLineEndings("\n");

    /// <summary>Holds when the file says this, or has just been made to.</summary>
    public static void AssertIs(string expected, params string[] path)
    {
        expected = expected.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("SMSGATEWAY_WRITE_DOCS") == "1")
        {
            File.WriteAllText(At(path), expected);
        }

        Assert.True(File.Exists(At(path)), $"{string.Join('/', path)} is missing: make it with SMSGATEWAY_WRITE_DOCS=1 dotnet test.");
        Assert.Equal(expected, Read(path));
    }

    /// <summary>The same for the part of a document between <c>&lt;!-- name: ... --&gt;</c> and <c>&lt;!-- /name --&gt;</c>; the rest is written by hand.</summary>
    public static void AssertHolds(string part, string name, params string[] path)
    {
        var document = Read(path);
        var from = document.IndexOf('\n', document.IndexOf($"<!-- {name}: ", StringComparison.Ordinal)) + 1;
        var to = document.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);

        AssertIs(document[..from] + part + document[to..], path);
    }

    private static string At(string[] path) => Path.Combine([Fixture.Root, .. path]);
}
