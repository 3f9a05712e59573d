using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SmsGateway.SpeedMarket;

/// <summary>
/// Tells new inbound messages from those that an earlier reading brought. A row's id is that of the sent message it answers, which may
/// be answered twice; so rows are known by all they say, and equal ones by how many there are.
/// </summary>
internal static class SpeedMarketInboundReader
{
    /// <summary>How long the platform keeps messages.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(32);

    /// <summary>The span to ask for, and whether the platform has forgotten a part of it.</summary>
    public static (DateTimeOffset From, bool HasGap) SpanOf(SpeedMarketInboundCursor cursor, DateTimeOffset now)
    {
        var oldest = now - Memory;
        var hasGap = cursor.ReadUntil < oldest;
        var from = hasGap || cursor.ReadUntil - oldest < cursor.Overlap ? oldest : cursor.ReadUntil - cursor.Overlap;
        return (from < now ? from : now, hasGap);
    }

    public static SpeedMarketInboundPage Turn(SpeedMarketInboundCursor cursor, IReadOnlyList<SpeedMarketInbound> rows, DateTimeOffset now, bool hasGap)
    {
        HashSet<string> seen = new(cursor.Seen, StringComparer.Ordinal);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        List<SpeedMarketInbound> fresh = [];
        List<string> marks = new(rows.Count);
        foreach (var row in rows)
        {
            var mark = MarkOf(row);
            counts[mark] = counts.GetValueOrDefault(mark) + 1;
            mark = string.Create(CultureInfo.InvariantCulture, $"{mark}.{counts[mark]}");
            marks.Add(mark);
            if (!seen.Contains(mark))
            {
                fresh.Add(row);
            }
        }

        // All that this span brought: the next one lies inside it as far as it is old.
        var next = cursor with { ReadUntil = cursor.ReadUntil > now ? cursor.ReadUntil : now, Seen = marks };
        return new SpeedMarketInboundPage(fresh, next) { HasGap = hasGap };
    }

    // A hash, for a cursor is kept in places where numbers and texts do not belong.
    private static string MarkOf(SpeedMarketInbound row) => Convert.ToHexString(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', row.Id, row.CampaignId, row.Number, row.ReceivedDate, row.Content))).AsSpan(0, 10));
}
