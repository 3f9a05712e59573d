using SmsGateway.Http;

namespace SmsGateway.SmsApi;

/// <summary>
/// Reads replies of <c>sms.do</c>. HTTP 200 is not success, the list may be shorter than the request and in another order, and
/// even with <c>format=json</c> a text may come.
/// </summary>
internal static class SmsApiReplies
{
    public static SmsBatchVerdict Read(SmsBatch batch, in GatewayReply reply)
    {
        if (reply.TryReadJson(SmsApiJson.Default.SmsApiSendReply, out var json))
        {
            if (json.Error is { Length: > 0 } code && (reply.IsSuccess || SmsApiCodes.IsListed(code)))
            {
                return ReadRefusal(batch, reply, code, json);
            }

            if (json is { Error: null or "", List: { Length: > 0 } list })
            {
                return ReadAccepted(batch, list, json.InvalidNumbers ?? [], reply);
            }
        }
        else if (SmsApiText.TryReadError(reply, out var textCode))
        {
            return ReadRefusal(batch, reply, textCode, new SmsApiSendReply());
        }
        else if (SmsApiText.TryReadSent(reply, out var items))
        {
            return ReadAccepted(batch, items, [], reply);
        }

        return SmsBatchVerdict.All(SmsApiFailure.OfStatus(reply));
    }

    private static SmsBatchVerdict ReadRefusal(SmsBatch batch, in GatewayReply reply, string code, SmsApiSendReply json)
    {
        if (code == SmsApiCodes.DuplicateIdx && batch.AfterUnknown)
        {
            // One of ours: the request that went unanswered. In a bulk it is not said which recipients it took.
            return SmsBatchVerdict.All(batch.Count == 1
                ? SmsVerdict.Accepted(id: null, StatusOf(batch)) with { IsDuplicate = true }
                : SmsVerdict.Unknown(SmsErrorKind.DuplicateMessage, "SMSAPI took an earlier, unanswered request; which of its recipients is not said.", code));
        }

        var whole = SmsApiFailure.Refuse(reply, code, json.Message);
        if (json.InvalidNumbers is not { Length: > 0 } invalid)
        {
            return SmsBatchVerdict.All(whole);
        }

        var matches = new SmsApiMatches(batch);
        var verdicts = new SmsVerdict[batch.Count];
        Array.Fill(verdicts, whole);
        foreach (var entry in invalid)
        {
            if (entry is not null && matches.Take(idx: null, entry.SubmittedNumber, entry.Number) is { } index)
            {
                verdicts[index] = RefuseNumber(reply, entry);
            }
        }

        return SmsBatchVerdict.Each(verdicts);
    }

    private static SmsBatchVerdict ReadAccepted(SmsBatch batch, SmsApiSentItem[] list, SmsApiInvalidNumber[] invalid, in GatewayReply reply)
    {
        var status = StatusOf(batch);
        if (batch.Count == 1 && list is [not null] && invalid.Length == 0 && SmsApiMatches.IsFor(batch.First, list[0]))
        {
            return SmsBatchVerdict.All(Accept(list[0], status));
        }

        var matches = new SmsApiMatches(batch);
        var verdicts = new SmsVerdict[batch.Count];
        var strangers = false;
        foreach (var item in list)
        {
            if (item is not null && matches.Take(item.Idx, item.SubmittedNumber, item.Number) is { } index)
            {
                verdicts[index] = Accept(item, status);
            }
            else
            {
                strangers = true;
            }
        }

        foreach (var entry in invalid)
        {
            if (entry is not null && matches.Take(idx: null, entry.SubmittedNumber, entry.Number) is { } index)
            {
                verdicts[index] = RefuseNumber(reply, entry);
            }
        }

        foreach (var index in matches.Left)
        {
            // Equal numbers are merged unless asked otherwise: then one entry stands for all of them.
            verdicts[index] = matches.AcceptedTwin(index, verdicts) is { } twin ? verdicts[twin]
                : strangers || batch.AfterUnknown ? StatusVerdict.Unknown(
                    SmsErrorKind.UnreadableResponse, reply, "SMSAPI's answer does not say what became of this number.")
                : StatusVerdict.Rejected(
                    SmsErrorKind.InvalidRecipient, reply, "SMSAPI left this number out without a word, as it does with numbers that cannot receive SMS.");
        }

        return SmsBatchVerdict.EachByItsId(batch, verdicts);
    }

    private static SmsVerdict Accept(SmsApiSentItem item, SmsDeliveryStatus status) => SmsVerdict.Accepted(item.Id, status) with
    {
        Segments = item.Parts is { } parts and >= 1 and <= 255 ? (int)parts : null,
        Price = item.Points is { } points and >= 0 ? new SmsPrice(points) : null,
    };

    private static SmsVerdict RefuseNumber(in GatewayReply reply, SmsApiInvalidNumber entry) =>
        SmsApiFailure.Refuse(reply, entry.ErrorCode ?? SmsApiCodes.NoRecipient, entry.Message);

    private static SmsDeliveryStatus StatusOf(SmsBatch batch) => batch.IsScheduled ? SmsDeliveryStatus.Scheduled : SmsDeliveryStatus.Queued;
}
