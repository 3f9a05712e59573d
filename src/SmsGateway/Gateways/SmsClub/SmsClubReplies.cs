using SmsGateway.Http;

namespace SmsGateway.SmsClub;

/// <summary>Reads the envelope of <c>sms/send</c>. "success_request" and HTTP 200 also stand around a full refusal.</summary>
internal static class SmsClubReplies
{
    // The limit is nine a second, and nothing says how long to wait.
    private static readonly TimeSpan PauseWhenThrottled = TimeSpan.FromSeconds(1);

    public static SmsBatchVerdict ReadSent(SmsBatch batch, SmsClubEnvelope envelope, in GatewayReply reply)
    {
        // A number given twice may get two ids: a multiset, not a dictionary by number.
        var ids = Collect(envelope.Info, static (id, phone) => (phone, id));
        var reasons = Collect(envelope.AddInfo, static (phone, reason) => (phone, reason));
        var verdicts = new SmsVerdict[batch.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var number = batch.Messages[i].Number;
            verdicts[i] = ids.TryGetValue(number, out var left) && left.TryDequeue(out var id) ? SmsVerdict.Accepted(id)
                : reasons.TryGetValue(number, out var why) ? Refuse(SmsErrorKind.InvalidRecipient, why.Peek(), reply)
                : envelope.AddInfo?.Text is { } text ? Refuse(SmsErrorKind.InvalidRequest, text, reply)
                : StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "SMS Club's answer does not say what became of this number.");
        }

        return SmsBatchVerdict.EachByItsId(batch, verdicts);
    }

    public static SmsBatchVerdict ReadRefused(SmsClubEnvelope envelope, in GatewayReply reply)
    {
        KeyValuePair<string, string?>? field = envelope.AddInfo is { Members.Count: > 0 } map ? map.Members[0] : null;
        return SmsBatchVerdict.All(SmsClubCodes.OfField(field?.Key)
            .ToVerdict(reply, SmsClubGateway.DisplayName, field?.Key, field?.Value ?? envelope.AddInfo?.Text));
    }

    /// <summary>What the status says, for replies without an envelope that helps.</summary>
    public static SmsVerdict OfHttp(in GatewayReply reply) =>
        reply.Status == 429 ? StatusVerdict.Throttled(reply, reply.RetryAfter ?? PauseWhenThrottled)
        : SmsClubCodes.OfHttp(reply.Status) is { } meaning ? meaning.ToVerdict(reply, SmsClubGateway.DisplayName, code: null, gatewayMessage: null)
        : StatusVerdict.Of(reply);

    private static SmsVerdict Refuse(SmsErrorKind kind, string? reason, in GatewayReply reply) =>
        CodeMeaning.Rejected(kind).ToVerdict(reply, SmsClubGateway.DisplayName, code: null, reason);

    private static Dictionary<PhoneNumber, Queue<string?>> Collect(SmsClubMap? map, Func<string, string?, (string? Phone, string? Value)> split)
    {
        Dictionary<PhoneNumber, Queue<string?>> byNumber = [];
        foreach (var (key, value) in map?.Members ?? [])
        {
            var (phone, kept) = split(key, value);
            if (SmsClubNumbers.TryRead(phone, out var number))
            {
                if (!byNumber.TryGetValue(number, out var values))
                {
                    byNumber[number] = values = new();
                }

                values.Enqueue(kept);
            }
        }

        return byNumber;
    }
}

/// <summary>Numbers as SMS Club writes them: "380..." or the local "0...".</summary>
internal static class SmsClubNumbers
{
    public static bool TryRead(string? text, out PhoneNumber number)
    {
        if (text?.Trim() is ['0', ..] local && local.Length == 10)
        {
            text = $"38{local}";
        }

        return PhoneNumberReader.TryReadWireDigits(text, out number);
    }
}
