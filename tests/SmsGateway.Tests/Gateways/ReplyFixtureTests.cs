using System.Globalization;
using SmsGateway.Http;

namespace SmsGateway.Tests.Gateways;

/// <summary>Every recorded reply to a send means what <c>send.tsv</c> beside it says.</summary>
public sealed class ReplyFixtureTests
{
    public static TheoryData<string, int> Rows
    {
        get
        {
            TheoryData<string, int> data = [];
            foreach (var gateway in Drivers.Names)
            {
                var count = Fixture.Rows(gateway.Data, "send.tsv", hasHeader: false).Count();
                for (var i = 0; i < count; i++)
                {
                    data.Add(gateway.Data, i);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void ReadResponse_RecordedReply_MeansWhatTheTableSays(string gateway, int row)
    {
        var columns = Fixture.Rows(gateway, "send.tsv", hasHeader: false).ElementAt(row);
        var (file, status, to, flags, expected) = (columns[0], int.Parse(columns[1], CultureInfo.InvariantCulture), columns[2].Split(','), columns[3], columns[4].Split(" | "));
        var references = flags.StartsWith("ref=", StringComparison.Ordinal) ? flags[4..].Split(',')[..to.Length] : null;
        var batch = Drivers.Batch(to, references, message => message with
        {
            DryRun = flags.Contains("test"),
            SendAt = flags.Contains("scheduled") ? new DateTimeOffset(2030, 2, 1, 0, 0, 0, TimeSpan.Zero) : null,
        });
        batch.AfterUnknown = flags.Contains("after-unknown");
        using var response = new HttpResponseMessage();
        if (flags.StartsWith("X-", StringComparison.Ordinal))
        {
            response.Headers.TryAddWithoutValidation(flags.Split('=')[0], flags.Split('=')[1]);
        }

        var verdict = Drivers.Create(gateway, byGet: flags.Contains("get"))
            .ReadResponse(batch, new GatewayReply(status, Fixture.Bytes(gateway, file), response.Headers, batch.Now));

        for (var i = 0; i < to.Length; i++)
        {
            AssertIs(expected[expected.Length == 1 ? 0 : i], verdict[i], $"{gateway}/{file}, recipient {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Drivers.Names), MemberType = typeof(Drivers))]
    public void Fixtures_OfSends_AreAllInTheTable(string gateway)
    {
        var listed = Fixture.Rows(gateway, "send.tsv", hasHeader: false).Select(row => row[0]).ToHashSet();

        var missing = Directory.EnumerateFiles(Path.Combine(Fixture.Folder, gateway)).Select(Path.GetFileName)
            .Where(file => file!.StartsWith("send-", StringComparison.Ordinal) || file.StartsWith("fault-", StringComparison.Ordinal))
            .Where(file => !listed.Contains(file!));

        Assert.Empty(missing);
    }

    private static void AssertIs(string expected, SmsVerdict verdict, string where)
    {
        var words = expected.Split(' ');
        Assert.True(words[0] == verdict.Outcome.ToString(), $"{where}: expected {expected}, was {verdict}");
        if (verdict.Outcome == SmsOutcome.Accepted)
        {
            string?[] actual = [verdict.Id is null or "" ? "-" : verdict.Id, verdict.Status.ToString(), verdict.Price?.ToString().Replace(' ', '/') ?? "-", verdict.Segments?.ToString(CultureInfo.InvariantCulture) ?? "-"];
            for (var i = 0; i < actual.Length; i++)
            {
                Assert.True(words[i + 1] == "?" || words[i + 1] == actual[i], $"{where}: expected {expected}, was {string.Join(' ', actual)}");
            }

            Assert.Null(verdict.Error);
            return;
        }

        var code = string.Join(' ', words[2..]);
        Assert.NotNull(verdict.Error);
        Assert.True(words[1] == verdict.Error.Kind.ToString(), $"{where}: expected {expected}, was {verdict.Error}");
        Assert.True(code == "?" || code == (verdict.Error.GatewayCode ?? "-"), $"{where}: expected {expected}, was {verdict.Error}");
    }
}
