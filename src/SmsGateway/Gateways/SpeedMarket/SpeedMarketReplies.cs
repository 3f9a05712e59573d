using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>Reads the platform's envelopes. The body's code decides, whatever the HTTP status: one generation answers 200 to everything.</summary>
internal static class SpeedMarketReplies
{
    public static SmsBatchVerdict ReadSent(SmsBatch batch, in GatewayReply reply)
    {
        if (!reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketReply, out var json) || json.ResponseCode is not { Length: > 0 } code)
        {
            return SmsBatchVerdict.All(StatusVerdict.Of(reply));
        }

        code = SpeedMarketCodes.Pad(code);
        if (batch.Count == 1 && json.Messages is null)
        {
            return SmsBatchVerdict.All(Read(json, code, batch, reply));
        }

        if (!SpeedMarketCodes.IsAccepted(code))
        {
            return SmsBatchVerdict.All(Read(json, code, batch, reply));
        }

        // Only the position tells whose answer it is: one too few or too many, and none can be trusted.
        if (json.Messages is not { } messages || messages.Length != batch.Count)
        {
            return SmsBatchVerdict.All(StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The answer does not speak of as many messages as were sent."));
        }

        var verdicts = new SmsVerdict[batch.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = messages[i]?.ResponseCode is { Length: > 0 } own
                ? Read(messages[i], SpeedMarketCodes.Pad(own), batch, reply)
                : StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The answer does not say what became of this message.");
        }

        return SmsBatchVerdict.Each(verdicts);
    }

    public static SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply)
    {
        if (!reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketList, out var json) || RowsOf(json) is not { } rows)
        {
            return SmsBatchVerdict.All(StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The look-up brought no clear answer."));
        }

        var verdicts = new SmsVerdict[messages.Count];
        var found = 0;
        for (var i = 0; i < verdicts.Length; i++)
        {
            var reference = messages[i].Reference;
            var row = Array.Find(rows, row => string.Equals(row?.CampaignId, reference, StringComparison.OrdinalIgnoreCase))
                ?? (messages.Count == 1 && rows is [{ CampaignId: null } only] ? only : null);
            if (row is not null)
            {
                verdicts[i] = SmsVerdict.Accepted(row.AnyId, SpeedMarketCodes.OfStatus(row.Status)) with { IsDuplicate = true };
                found += rows.Count(other => other?.CampaignId == row.CampaignId);
            }
        }

        // Rows that are nobody's, or fewer than announced: then whoever was not found may be among those.
        var isComplete = found == rows.Length && (json.MessageCount ?? rows.Length) == rows.Length;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Outcome != SmsOutcome.Accepted)
            {
                verdicts[i] = isComplete
                    ? StatusVerdict.Make(SmsOutcome.NotSent, SmsErrorKind.Unknown, reply, "The gateway does not know this reference.")
                    : StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The look-up brought no clear answer.");
            }
        }

        return SmsBatchVerdict.Each(verdicts);
    }

    /// <summary>Null when the reply is no successful search.</summary>
    private static SpeedMarketRow[]? RowsOf(SpeedMarketList json) =>
        json.ResponseCode is not { } code || SpeedMarketCodes.Pad(code) != SpeedMarketCodes.Found ? null
        : json.Messages ?? json.Data
        ?? (json.Row is { Status: not null } row ? [row] : json.MessageCount == 0 ? [] : null);

    private static SmsVerdict Read(SpeedMarketReply json, string code, SmsBatch batch, in GatewayReply reply)
    {
        if (SpeedMarketCodes.IsAccepted(code))
        {
            return SmsVerdict.Accepted(json.Id, code == SpeedMarketCodes.Scheduled || batch.IsScheduled ? SmsDeliveryStatus.Scheduled : SmsDeliveryStatus.Queued);
        }

        if (code == SpeedMarketCodes.Found)
        {
            return StatusVerdict.Unreadable(reply);
        }

        var meaning = SpeedMarketCodes.OfListed(code)
            ?? (json.Success == false ? CodeMeaning.Rejected(SmsErrorKind.Unknown) : CodeMeaning.InDoubt(SmsErrorKind.Unknown));
        return meaning.ToVerdict(reply, SpeedMarketGateway.DisplayName, code, json.ResponseDescription);
    }
}
