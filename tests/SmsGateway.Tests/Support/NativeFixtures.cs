using System.Globalization;

namespace SmsGateway.Tests.Support;

/// <summary>Recorded replies as a native client meets them: served byte for byte over a socket, and told in one line.</summary>
public static class NativeFixtures
{
    /// <summary>The rows of <c>native.tsv</c>.</summary>
    public static TheoryData<int, string, string> Rows(string gateway) =>
        [.. Fixture.Rows(gateway, "native.tsv", hasHeader: false).Select((columns, row) => (row, columns[0], columns[2]))];

    /// <summary>file, http status, operation, flags, expected.</summary>
    public static string[] Columns(string gateway, int row) => Fixture.Rows(gateway, "native.tsv", hasHeader: false).ElementAt(row);

    /// <summary>Serves a row's reply to an operation and says what came of it.</summary>
    public static async Task<string> TellAsync(
        EmulatorFixture fixture, string gateway, string account, int row, Func<Harness, string, Task<string>> act, Action<SmsAccountOptions, string>? configure = null)
    {
        var columns = Columns(gateway, row);
        await using var server = new CannedServer
        {
            Status = int.Parse(columns[1], CultureInfo.InvariantCulture),
            Body = Fixture.Bytes(gateway, columns[0]),
            Header = columns[3].Contains(": ", StringComparison.Ordinal) ? columns[3] : null,
        };
        await using var harness = new Harness(fixture, account, options =>
        {
            options.BaseAddress = server.Address;
            options.Resilience.MaxAttempts = 1;
            configure?.Invoke(options, columns[3]);
        });
        try
        {
            return await act(harness, columns[2]);
        }
        catch (SmsException refused)
        {
            PrintedText.Keep(refused);
            return $"throws {refused.Error.Kind} {refused.Error.GatewayCode ?? "-"}";
        }
        finally
        {
            Assert.Single(server.Requests);
        }
    }

    /// <summary>Every recorded reply of a gateway is in one of its two tables.</summary>
    public static void AssertAllListed(string gateway)
    {
        var listed = Fixture.Rows(gateway, "send.tsv", hasHeader: false).Concat(Fixture.Rows(gateway, "native.tsv", hasHeader: false)).Select(row => row[0]).ToHashSet();

        var missing = Directory.EnumerateFiles(Path.Combine(Fixture.Folder, gateway)).Select(file => Path.GetFileName(file)!)
            .Where(file => !file.EndsWith(".tsv", StringComparison.Ordinal) && !file.StartsWith("callback-", StringComparison.Ordinal) && !file.StartsWith("request-", StringComparison.Ordinal))
            .Where(file => !listed.Contains(file));

        Assert.Empty(missing);
    }
}
