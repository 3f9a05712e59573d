using System.Runtime.CompilerServices;

namespace SmsGateway.Tests;

/// <summary>Recorded bodies and tables, copied beside the test assembly.</summary>
internal static class Fixture
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Fixtures");

    public static byte[] Bytes(string gateway, string file) => File.ReadAllBytes(Path.Combine(Folder, gateway, file));

    /// <summary>The rows of a tab-separated table, without comments and, where there is one, without its header.</summary>
    public static IEnumerable<string[]> Rows(string gateway, string file, bool hasHeader) =>
        File.ReadLines(Path.Combine(Folder, gateway, file)).Skip(hasHeader ? 1 : 0)
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t'));

    /// <summary>The folder of the sources, for tests that read the tree itself.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot([CallerFilePath] string thisFile = "")
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SmsGateway.sln")))
            {
                return folder.FullName;
            }
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../.."));
    }
}
