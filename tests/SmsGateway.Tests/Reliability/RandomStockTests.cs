using System.Collections.Concurrent;
using SmsGateway.Http;

namespace SmsGateway.Tests.Reliability;

/// <summary>Randomness is used once, and not long after it was drawn.</summary>
public class RandomStockTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly RandomStock _stock;
    private byte _draws;

    public RandomStockTests() => _stock = new RandomStock(octets =>
    {
        _draws++;
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] = (byte)((i / 16) + _draws);
        }
    });

    [Fact]
    public void Take_BeforeAnyClockBegan_DrawsFirst()
    {
        Assert.NotEqual(new byte[16], _stock.Take(16, default).ToArray());
    }

    [Fact]
    public void Make_OnManyThreads_IsUnique()
    {
        ConcurrentBag<string> made = [];

        Parallel.For(0, 100_000, _ => made.Add(SmsReference.Make(Now)));

        Assert.Equal(100_000, made.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(made, reference => Assert.Matches("^[a-z2-7]{16}$", reference));
    }

    [Fact]
    public void Take_WithinASecond_GivesEachPieceOnce()
    {
        var pieces = Enumerable.Range(0, 64).Select(_ => _stock.Take(16, Now).ToArray()).ToList();

        Assert.Equal(1, _draws);
        Assert.Equal(64, pieces.Select(Convert.ToHexString).Distinct().Count());
        Assert.All(pieces, piece => Assert.Equal(16, piece.Length));
    }

    [Fact]
    public void Take_OnceEverythingIsUsed_DrawsAnew()
    {
        for (var i = 0; i < 65; i++)
        {
            _stock.Take(16, Now);
        }

        Assert.Equal(2, _draws);
    }

    [Theory]
    [InlineData(0.999, 1)]
    [InlineData(1, 2)]
    [InlineData(3_600, 2)]
    [InlineData(-1, 2)] // a clock that was set back
    public void Take_AfterAWhile_ThrowsAwayWhatIsLeft(double seconds, byte draws)
    {
        _stock.Take(16, Now);

        _stock.Take(16, Now.AddSeconds(seconds));

        Assert.Equal(draws, _draws);
    }
}
