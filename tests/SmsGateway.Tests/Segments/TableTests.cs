namespace SmsGateway.Tests.Segments;

public sealed class TableTests
{
    [Fact]
    public void Tables_EveryRowOfTheFixture_IsTheSame()
    {
        var seen = new HashSet<(string, byte)>();
        foreach ((string table, SmsNationalLanguage language, byte code, char character) in SegmentFixtures.Tables())
        {
            Assert.Equal(character, Table(table, language)[code]);
            seen.Add((table, code));
        }

        // And nothing is in our tables that the fixture does not have.
        foreach ((string table, SmsNationalLanguage language) in SegmentFixtures.Tables().Select(static row => (row.Table, row.Language)).Distinct())
        {
            Assert.Equal(GsmTables.Size, Table(table, language).Length);
            Assert.All(Enumerable.Range(0, GsmTables.Size), code =>
                Assert.True(seen.Contains((table, (byte)code)) || Table(table, language)[code] == '\0'));
        }
    }

    [Fact]
    public void Tables_Languages_HaveTwelveLockingAndThirteenSingleShift()
    {
        SmsNationalLanguage[] languages = [.. Enum.GetValues<SmsNationalLanguage>().Where(static id => id != SmsNationalLanguage.None)];

        Assert.Equal(12, languages.Count(GsmTables.HasLocking));
        Assert.Equal(13, languages.Count(static id => !GsmTables.SingleShift(id).IsEmpty));
        Assert.False(GsmTables.HasLocking(SmsNationalLanguage.Spanish));
    }

    [Fact]
    public void Cost_EveryCharacterUnderTheDefaultAlphabet_FollowsTheFixture()
    {
        int[] costs = Costs(SmsNationalLanguage.None, SmsNationalLanguage.None);

        Assert.All(Enumerable.Range(0, char.MaxValue + 1), c => Assert.Equal(costs[c], default(GsmAlphabet).Cost((char)c)));
        Assert.Equal(127, costs.Count(static cost => cost == 1));
        Assert.Equal(10, costs.Count(static cost => cost == 2));
    }

    [Fact]
    public void Cost_EveryCharacterUnderEveryNationalPair_FollowsTheFixture()
    {
        foreach (SmsNationalLanguage locking in Enum.GetValues<SmsNationalLanguage>().Where(GsmTables.HasLocking))
        {
            foreach (SmsNationalLanguage single in Enum.GetValues<SmsNationalLanguage>())
            {
                var alphabet = new GsmAlphabet(locking, single);
                int[] costs = Costs(locking, single);
                for (int c = 0; c <= char.MaxValue; c++)
                {
                    if (costs[c] != alphabet.Cost((char)c))
                    {
                        Assert.Fail($"U+{c:X4} under {locking}/{single} costs {alphabet.Cost((char)c)}, not {costs[c]}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Cost_TeluguEuroSign_IsNeverEncoded() => Assert.Equal(-1, Gsm7.CountSeptets("€", SmsNationalLanguage.None, SmsNationalLanguage.Telugu));

    private static ReadOnlySpan<char> Table(string name, SmsNationalLanguage language) =>
        name == "basic" || name.EndsWith("-locking", StringComparison.Ordinal) ? GsmTables.Locking(language) : GsmTables.SingleShift(language);

    private static readonly ILookup<(bool IsLocking, SmsNationalLanguage Language), char> Fixture = SegmentFixtures.Tables()
        .Where(static row => row.Character != '\0')
        .ToLookup(
            static row => (row.Table == "basic" || row.Table.EndsWith("-locking", StringComparison.Ordinal), row.Language),
            static row => row.Character);

    private static int[] Costs(SmsNationalLanguage locking, SmsNationalLanguage single)
    {
        var costs = new int[char.MaxValue + 1];
        foreach (char c in Fixture[(false, single)].Where(c => !(single == SmsNationalLanguage.Telugu && c == '€')))
        {
            costs[c] = 2;
        }

        foreach (char c in Fixture[(true, locking)])
        {
            costs[c] = 1;
        }

        return costs;
    }
}
