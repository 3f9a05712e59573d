using SmsGateway.Http;

namespace Postbox;

/// <summary>Reads Postbox's replies. A refusal comes with HTTP 200 as well; other statuses are those of the servers in front.</summary>
internal static class PostboxReplies
{
    /// <summary>What stands in the way of success; null when there is nothing, and then <paramref name="json"/> is there.</summary>
    public static SmsVerdict? FailureOf(in GatewayReply reply, out PostboxReply? json)
    {
        json = null;
        return !reply.IsSuccess ? StatusVerdict.Of(reply)
            : !reply.TryReadJson(PostboxJson.Default.PostboxReply, out json) || json.Code is null ? StatusVerdict.Unreadable(reply)
            : json.Code == PostboxCodes.Accepted ? null
            : PostboxCodes.OfError(json.Code).ToVerdict(reply, PostboxGateway.Name, json.Code, json.Error);
    }

    /// <summary>A reply that says "done", or what stands in its place.</summary>
    public static QueryAnswer<PostboxReply> Read(in GatewayReply reply) =>
        FailureOf(reply, out var json) is { } failure ? failure : json!;

    /// <summary>What became of each message: the entries come in the order of the numbers.</summary>
    public static SmsBatchVerdict ReadSent(SmsBatch batch, in GatewayReply reply)
    {
        if (FailureOf(reply, out var json) is { } failure)
        {
            return SmsBatchVerdict.All(failure);
        }

        var verdicts = new SmsVerdict[batch.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var entry = json!.Messages?.ElementAtOrDefault(i);
            verdicts[i] = entry?.To == batch.Messages[i].Number.Digits ? ReadEntry(entry, reply) : StatusVerdict.Unreadable(reply);
        }

        return SmsBatchVerdict.Each(verdicts);
    }

    private static SmsVerdict ReadEntry(PostboxEntry entry, in GatewayReply reply) => entry.Code == PostboxCodes.Accepted
        ? SmsVerdict.Accepted(entry.Id)
        : PostboxCodes.OfError(entry.Code).ToVerdict(reply, PostboxGateway.Name, entry.Code, gatewayMessage: null);
}
