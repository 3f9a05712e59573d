using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;
using SmsGateway.Http;

namespace SmsGateway.SpeedSms;

/// <summary>
/// Reads SpeedSMS's envelope. Refusals come with HTTP 200 too; other statuses are the framework's, whose bodies use the same member
/// names for other things and are not looked at.
/// </summary>
internal static class SpeedSmsReplies
{
    /// <summary>What stands in the way of a success; null when there is one, and then <paramref name="json"/> is there.</summary>
    public static SmsVerdict? Read<TReply>(in GatewayReply reply, JsonTypeInfo<TReply> shape, out TReply? json)
        where TReply : SpeedSmsReply
    {
        json = null;
        return OfHttp(reply) ?? (reply.TryReadJson(shape, out json) ? FailureOf(json, reply) : StatusVerdict.Unreadable(reply));
    }

    public static SmsBatchVerdict ReadSent(SmsBatch batch, in GatewayReply reply)
    {
        if (Read(reply, SpeedSmsJson.Default.SpeedSmsSendReply, out var json) is { } failure)
        {
            return IsAboutNumbers(json, out var invalid) ? ReadInvalid(batch, failure, SpeedSmsNumbers.Read(invalid), reply) : SmsBatchVerdict.All(failure);
        }

        return json!.Data is { } data ? ReadAccepted(batch, data, reply) : SmsBatchVerdict.All(StatusVerdict.Unreadable(reply));
    }

    /// <summary>A refusal that names the numbers it is about.</summary>
    public static bool IsAboutNumbers(SpeedSmsReply? json, [NotNullWhen(true)] out string[]? invalid)
    {
        invalid = json?.InvalidPhone;
        return json?.Code == SpeedSmsCodes.InvalidNumbers && invalid is { Length: > 0 };
    }

    /// <summary>What an HTTP status says by itself; null for those behind which a body of the gateway's stands.</summary>
    public static SmsVerdict? OfHttp(in GatewayReply reply) => reply switch
    {
        { IsSuccess: true } => null,
        { Status: 429 } => StatusVerdict.Throttled(reply, RetryAfterHeader.Read(reply.Header("X-Rate-Limit-Reset"), reply.Now)),
        _ => SpeedSmsCodes.OfHttp(reply.Status) is { } meaning
            ? meaning.ToVerdict(reply, SpeedSmsGateway.DisplayName, code: null, gatewayMessage: null)
            : StatusVerdict.Of(reply),
    };

    /// <summary>Null when the envelope says success, with or without the code that some operations leave out.</summary>
    public static SmsVerdict? FailureOf(SpeedSmsReply json, in GatewayReply reply)
    {
        var succeeded = string.Equals(json.Status, "success", StringComparison.OrdinalIgnoreCase);
        var failed = string.Equals(json.Status, "error", StringComparison.OrdinalIgnoreCase);
        return succeeded && json.Code is null or "00" ? null
            : (succeeded || failed) && SpeedSmsCodes.OfListed(json.Code) is { } listed ? Refuse(listed, json, reply)
            : !failed || json.Code == "00" ? StatusVerdict.Unreadable(reply)
            : Refuse(json.Code is null ? SpeedSmsCodes.OfMessage(json.Message) : CodeMeaning.Rejected(SmsErrorKind.Unknown), json, reply);
    }

    private static SmsVerdict Refuse(CodeMeaning meaning, SpeedSmsReply json, in GatewayReply reply) =>
        meaning.ToVerdict(reply, SpeedSmsGateway.DisplayName, json.Code, json.Message);

    private static SmsBatchVerdict ReadAccepted(SmsBatch batch, SpeedSmsSendData data, in GatewayReply reply)
    {
        var invalid = SpeedSmsNumbers.Read(data.InvalidPhone);
        var accepted = batch.Messages.Count(message => !invalid.Contains(message.Number));
        var verdict = SmsVerdict.Accepted(data.TranId) with
        {
            // Totals are of the call: per message they are only known where all messages are alike, or there is one.
            Segments = accepted > 0 && data.TotalSms is { } total and > 0 and < 100_000 && total % accepted == 0 ? (int)total / accepted : null,
            Price = accepted == 1 && data.TotalPrice is { } price and >= 0 ? new SmsPrice(price, "VND") : null,
        };
        if (accepted == batch.Count)
        {
            return SmsBatchVerdict.All(verdict);
        }

        var refused = StatusVerdict.Rejected(SmsErrorKind.InvalidRecipient, reply, "SpeedSMS took the call but not this number.");
        return SmsBatchVerdict.Each([.. batch.Messages.Select(message => invalid.Contains(message.Number) ? refused : verdict)]);
    }

    // The whole call is refused; who is not on the list suffers for the others.
    private static SmsBatchVerdict ReadInvalid(SmsBatch batch, SmsVerdict failure, HashSet<PhoneNumber> invalid, in GatewayReply reply)
    {
        if (invalid.Count == 0)
        {
            return SmsBatchVerdict.All(failure);
        }

        var others = CodeMeaning.Rejected(SmsErrorKind.InvalidRequest)
            .ToVerdict(reply, SpeedSmsGateway.DisplayName, failure.Error!.GatewayCode, failure.Error.GatewayMessage);
        return SmsBatchVerdict.Each([.. batch.Messages.Select(message => invalid.Contains(message.Number) ? failure : others)]);
    }
}
