using System.Diagnostics.CodeAnalysis;
using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>Reads the platform's envelopes. The body's code decides, whatever the HTTP status: one generation answers 200 to everything.</summary>
internal static class SpeedMarketReplies
{
    public static SmsBatchVerdict ReadSent(SmsBatch batch, in GatewayReply reply)
    {
        if (!TryRead(reply, out var json, out var code))
        {
            return SmsBatchVerdict.All(StatusVerdict.Of(reply));
        }

        if (batch.Count == 1 && json.Messages is null)
        {
            return SmsBatchVerdict.All(Read(json, code, batch.IsScheduled, reply));
        }

        if (!SpeedMarketCodes.IsAccepted(code))
        {
            return SmsBatchVerdict.All(Read(json, code, batch.IsScheduled, reply));
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
                ? Read(messages[i], SpeedMarketCodes.Pad(own), batch.IsScheduled, reply)
                : StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The answer does not say what became of this message.");
        }

        return SmsBatchVerdict.EachByItsId(batch, verdicts);
    }

    public static SmsBatchVerdict ReadLookup(IReadOnlyList<OutgoingSms> messages, in GatewayReply reply)
    {
        if (!reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketList, out var json) || SpeedMarketLists.RowsOf(json, reply) is not { } rows)
        {
            return SmsBatchVerdict.All(StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The look-up brought no clear answer."));
        }

        var verdicts = new SmsVerdict[messages.Count];
        var found = 0;
        for (var i = 0; i < verdicts.Length; i++)
        {
            var reference = messages[i].Reference;
            var row = Array.Find(rows, row => string.Equals(row.CampaignId, reference, StringComparison.OrdinalIgnoreCase))
                ?? (messages.Count == 1 && rows is [{ CampaignId: null } only] ? only : null);
            if (row is not null)
            {
                verdicts[i] = SmsVerdict.Accepted(row.AnyId, SpeedMarketCodes.OfStatus(row.Status)) with { IsDuplicate = true };
                found += rows.Count(other => other.CampaignId == row.CampaignId);
            }
        }

        // Without a plain "found", or with rows that are nobody's, or with fewer than announced, whoever is missing may be there all the same.
        var isComplete = json.ResponseCode is not null && found == rows.Length && (json.MessageCount ?? rows.Length) == rows.Length;
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

    /// <summary>The answer to one message of the native client's.</summary>
    public static QueryAnswer<SpeedMarketSent> ReadSingle(in GatewayReply reply, string campaignId)
    {
        if (!TryRead(reply, out var json, out var code))
        {
            return StatusVerdict.Of(reply);
        }

        var verdict = Read(json, code, scheduled: false, reply);
        return verdict.Outcome != SmsOutcome.Accepted ? verdict : new SpeedMarketSent(code, campaignId)
        {
            Description = json.ResponseDescription,
            Id = json.Id is { Length: > 0 } id ? id : null,
            Credit = json.Credit,
            Balance = json.Balance,
            IsScheduled = verdict.Status == SmsDeliveryStatus.Scheduled,
        };
    }

    /// <summary>The answer to a batch of the native client's.</summary>
    public static QueryAnswer<SpeedMarketBatchSent> ReadMultiple(in GatewayReply reply, string[] campaignIds)
    {
        if (!TryRead(reply, out var json, out var code))
        {
            return StatusVerdict.Of(reply);
        }

        if (!SpeedMarketCodes.IsAccepted(code))
        {
            return Read(json, code, scheduled: false, reply);
        }

        var items = new SpeedMarketBatchItem[campaignIds.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ReadItem(json.Messages?.Length == items.Length ? json.Messages[i] : null, campaignIds[i], reply);
        }

        return new SpeedMarketBatchSent(items)
        {
            Code = code,
            Description = json.ResponseDescription,
            Credit = json.Credit,
            Balance = json.Balance,
            TotalProcessed = SpeedMarketLists.ToCount(json.TotalProcessed),
            TotalSuccess = SpeedMarketLists.ToCount(json.TotalSuccess),
        };
    }

    private static SpeedMarketBatchItem ReadItem(SpeedMarketReply? item, string campaignId, in GatewayReply reply)
    {
        var code = item?.ResponseCode is { Length: > 0 } own ? SpeedMarketCodes.Pad(own) : null;
        var verdict = code is null
            ? StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The answer does not say what became of this message.")
            : Read(item!, code, scheduled: false, reply);
        return new SpeedMarketBatchItem(campaignId, verdict.Outcome)
        {
            Code = code,
            Description = item?.ResponseDescription,
            Credit = item?.Credit,
            Success = item?.Success,
            Error = verdict.Error,
        };
    }

    private static bool TryRead(in GatewayReply reply, [NotNullWhen(true)] out SpeedMarketReply? json, out string code)
    {
        var readable = reply.TryReadJson(SpeedMarketJson.Default.SpeedMarketReply, out json) && json.ResponseCode is { Length: > 0 };
        code = readable ? SpeedMarketCodes.Pad(json!.ResponseCode!) : "";
        return readable;
    }

    private static SmsVerdict Read(SpeedMarketReply json, string code, bool scheduled, in GatewayReply reply)
    {
        if (SpeedMarketCodes.IsAccepted(code))
        {
            return SmsVerdict.Accepted(json.Id, code == SpeedMarketCodes.Scheduled || scheduled ? SmsDeliveryStatus.Scheduled : SmsDeliveryStatus.Queued);
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
