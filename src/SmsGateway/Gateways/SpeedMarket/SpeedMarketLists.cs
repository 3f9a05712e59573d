using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>Reads look-ups and balances for those who asked for them. The body's code decides, whatever the HTTP status.</summary>
internal static class SpeedMarketLists
{
    public static QueryAnswer<IReadOnlyList<SpeedMarketRecord>> ReadRecords(in GatewayReply reply, TimeSpan zone) =>
        ReadRows(reply, out var rows) is { } failure ? failure : new QueryAnswer<IReadOnlyList<SpeedMarketRecord>>([.. rows.Select(row => new SpeedMarketRecord
        {
            Id = row.AnyId,
            CampaignId = row.AnyCampaignId,
            Number = row.Number,
            Content = row.AnyContent,
            Status = row.Status,
            SentAt = SpeedMarketTime.Read(row.AnySentDate, zone),
            SentDate = row.AnySentDate,
            Carrier = row.AnyCarrier,
        })]);

    public static QueryAnswer<IReadOnlyList<SpeedMarketInbound>> ReadInbound(in GatewayReply reply, TimeSpan zone) =>
        ReadRows(reply, out var rows) is { } failure ? failure : new QueryAnswer<IReadOnlyList<SpeedMarketInbound>>([.. rows.Select(row => new SpeedMarketInbound
        {
            Id = row.AnyId,
            CampaignId = row.AnyCampaignId,
            Number = row.Number,
            Content = row.AnyContent,
            Status = row.Status,
            ReceivedAt = SpeedMarketTime.Read(row.AnyReceivedDate, zone),
            ReceivedDate = row.AnyReceivedDate,
            Carrier = row.AnyCarrier,
        })]);

    /// <summary>What was taken and cannot be read is gone: the words of the answer are kept in the error.</summary>
    public static QueryAnswer<IReadOnlyList<SpeedMarketInbound>> ReadTaken(in GatewayReply reply, TimeSpan zone)
    {
        var answer = ReadInbound(reply, zone);
        return answer.Error is { Kind: SmsErrorKind.UnreadableResponse } error
            ? SmsVerdict.Of(answer.Outcome, error with { GatewayMessage = reply.Text })
            : answer;
    }

    public static QueryAnswer<SpeedMarketBalance> ReadBalance(in GatewayReply reply, TimeSpan zone)
    {
        if (!reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketBalanceReply, out var json))
        {
            return StatusVerdict.Of(reply);
        }

        if (FailureOf(json.ResponseCode, json.ResponseDescription, reply) is { } failure)
        {
            return failure;
        }

        // One generation says nothing about a wrong login but leaves the balances out.
        return json is { Sms: null, Interactive: null, Voice: null, WhatsApp: null }
            ? reply.IsSuccess
                ? StatusVerdict.Rejected(SmsErrorKind.AuthenticationFailed, reply, "SpeedMarket left the balances out, as it does for wrong credentials.")
                : StatusVerdict.Of(reply)
            : new SpeedMarketBalance
            {
                Sms = json.Sms,
                Interactive = json.Interactive,
                Voice = json.Voice,
                WhatsApp = json.WhatsApp,
                ActivatedAt = SpeedMarketTime.Read(json.Activation, zone),
                ExpiresAt = SpeedMarketTime.Read(json.Expiration, zone),
            };
    }

    /// <summary>Null when the reply is no successful search in any of the shapes that are known or guessed.</summary>
    public static SpeedMarketRow[]? RowsOf(SpeedMarketList json, in GatewayReply reply)
    {
        var found = CodeOf(json.ResponseCode) is { } code ? code == SpeedMarketCodes.Found : reply.IsSuccess;
        return !found ? null
            : (json.Messages ?? json.Data)?.Rows
            ?? (json.Row is { Status: not null } row && (row.AnyId ?? row.AnyCampaignId) is not null ? [row]
            : json is { ResponseCode: not null, MessageCount: 0 } ? []
            : null);
    }

    private static SmsVerdict? ReadRows(in GatewayReply reply, out SpeedMarketRow[] rows)
    {
        rows = [];
        if (!reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketList, out var json))
        {
            return StatusVerdict.Of(reply);
        }

        if (FailureOf(json.ResponseCode, json.ResponseDescription, reply) is { } failure)
        {
            return failure;
        }

        // A search that worked and brought no list found nothing.
        var found = RowsOf(json, reply) ?? (CodeOf(json.ResponseCode) is not null && json.MessageCount is null or 0 ? [] : null);
        rows = found ?? [];
        return found is null ? StatusVerdict.Of(reply) : null;
    }

    private static SmsVerdict? FailureOf(string? responseCode, string? description, in GatewayReply reply) =>
        CodeOf(responseCode) is not { } code || code == SpeedMarketCodes.Found ? null
        : (SpeedMarketCodes.OfListed(code) ?? CodeMeaning.Rejected(SmsErrorKind.Unknown)).ToVerdict(reply, SpeedMarketGateway.DisplayName, code, description);

    private static string? CodeOf(string? responseCode) => responseCode is { Length: > 0 } code ? SpeedMarketCodes.Pad(code) : null;

    /// <summary>A count, when it is one.</summary>
    public static int? ToCount(decimal? value) => value is >= 0 and <= int.MaxValue && decimal.IsInteger(value.Value) ? (int)value : null;
}
