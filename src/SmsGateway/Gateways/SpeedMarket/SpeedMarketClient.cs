using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <inheritdoc cref="ISpeedMarketClient"/>
internal sealed class SpeedMarketClient(GatewayChannel channel) : ISpeedMarketClient
{
    /// <summary>How many ids fit one request is documented nowhere.</summary>
    public const int MaxIds = 100;

    private SpeedMarketGateway Gateway => (SpeedMarketGateway)channel.Gateway;

    public Task<SpeedMarketSent> SendSingleAsync(SpeedMarketMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var gateway = Gateway;
        var campaignId = CampaignIdOf(message);
        return channel.CommandAsync(
            gateway.CreateSingle(message with { CampaignId = campaignId, Service = message.Service ?? gateway.Service }),
            (in GatewayReply reply) => SpeedMarketReplies.ReadSingle(reply, campaignId),
            cancellationToken);
    }

    public Task<SpeedMarketBatchSent> SendMultipleAsync(SpeedMarketBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        string[] campaignIds = [.. batch.Messages.Select(CampaignIdOf)];
        if (campaignIds.Distinct(StringComparer.OrdinalIgnoreCase).Count() != campaignIds.Length)
        {
            throw new ArgumentException("Two messages have the same campaign id.", nameof(batch));
        }

        var messages = batch.Messages.Select((message, i) => message with { CampaignId = campaignIds[i] });
        return channel.CommandAsync(
            Gateway.CreateMultiple(batch with { Messages = [.. messages] }),
            (in GatewayReply reply) => SpeedMarketReplies.ReadMultiple(reply, campaignIds),
            cancellationToken);
    }

    public Task<IReadOnlyList<SpeedMarketRecord>> GetByIdAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        Check(ids, nameof(ids));
        return GetAsync("id", ids, cancellationToken);
    }

    public Task<IReadOnlyList<SpeedMarketRecord>> GetByCampaignIdAsync(IReadOnlyList<string> campaignIds, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(campaignIds);
        Check(campaignIds, nameof(campaignIds));
        return GetAsync("campaign_id", campaignIds, cancellationToken);
    }

    public async Task<IReadOnlyList<SpeedMarketRecord>> SearchAsync(SpeedMarketSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        Check(search.From, search.To, nameof(search));
        var requests = Gateway.Requests;
        var rows = await channel.QueryAsync(
            requests.Period("mt_date", search.From, search.To, search.Service, statuses: search.Statuses),
            (in GatewayReply reply) => SpeedMarketLists.ReadRecords(reply, requests.TimeZone),
            cancellationToken).ConfigureAwait(false);

        // The gateway's own filter was seen to let others through.
        return search.Statuses.Count == 0 ? rows : [.. rows.Where(row => row.Status is null || search.Statuses.Contains(row.Status, StringComparer.Ordinal))];
    }

    public Task<IReadOnlyList<SpeedMarketInbound>> TakeNewInboundAsync(SpeedMarketService? service, CancellationToken cancellationToken)
    {
        var requests = Gateway.Requests;
        return channel.CommandAsync(
            requests.NewInbound(service),
            (in GatewayReply reply) => SpeedMarketLists.ReadTaken(reply, requests.TimeZone),
            cancellationToken);
    }

    public Task<IReadOnlyList<SpeedMarketInbound>> GetInboundAsync(SpeedMarketInboundSearch search, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        Check(search.From, search.To, nameof(search));
        var requests = Gateway.Requests;
        return channel.QueryAsync(
            requests.Period("mo", search.From, search.To, search.Service, search.CampaignId),
            (in GatewayReply reply) => SpeedMarketLists.ReadInbound(reply, requests.TimeZone),
            cancellationToken);
    }

    public async Task<SpeedMarketInboundPage> ReadInboundAsync(SpeedMarketInboundCursor cursor, SpeedMarketService? service, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cursor);
        ArgumentOutOfRangeException.ThrowIfLessThan(cursor.Overlap, TimeSpan.Zero, nameof(cursor));
        var now = channel.Time.GetUtcNow();
        var (from, hasGap) = SpeedMarketInboundReader.SpanOf(cursor, now);
        var rows = await GetInboundAsync(new SpeedMarketInboundSearch(from, now) { Service = service }, cancellationToken).ConfigureAwait(false);
        return SpeedMarketInboundReader.Turn(cursor, rows, now, hasGap);
    }

    public Task<SpeedMarketBalance> GetBalanceAsync(CancellationToken cancellationToken)
    {
        var requests = Gateway.Requests;
        return channel.QueryAsync(
            requests.Balance(), (in GatewayReply reply) => SpeedMarketLists.ReadBalance(reply, requests.TimeZone), cancellationToken);
    }

    private async Task<IReadOnlyList<SpeedMarketRecord>> GetAsync(string parameter, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var requests = Gateway.Requests;
        List<SpeedMarketRecord> found = [];
        foreach (var chunk in ids.Distinct(StringComparer.Ordinal).Chunk(MaxIds))
        {
            found.AddRange(await channel.QueryAsync(
                requests.ByIds(parameter, chunk),
                (in GatewayReply reply) => SpeedMarketLists.ReadRecords(reply, requests.TimeZone),
                cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    private string CampaignIdOf(SpeedMarketMessage message)
    {
        var id = message.CampaignId ?? SmsReference.Make(channel.Time.GetUtcNow());
        Check([id], nameof(message));
        return id;
    }

    // Commas separate ids in look-ups.
    private static void Check(IReadOnlyList<string> ids, string name)
    {
        if (ids.Any(id => string.IsNullOrWhiteSpace(id) || id.Contains(',', StringComparison.Ordinal)))
        {
            throw new ArgumentException("An id is empty or holds a comma.", name);
        }
    }

    private static void Check(DateTimeOffset from, DateTimeOffset to, string name)
    {
        if (to < from)
        {
            throw new ArgumentException("The span ends before it begins.", name);
        }
    }
}
