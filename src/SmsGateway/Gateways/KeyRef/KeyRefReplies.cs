using SmsGateway.Http;

namespace SmsGateway.KeyRef;

/// <summary>
/// Reads both forms of reply whatever was asked for: the body decides, then the HTTP status - whose 405, 406 and 407 collide with the
/// gateway's own numbers.
/// </summary>
internal static class KeyRefReplies
{
    public static SmsVerdict ReadSent(string reference, in GatewayReply reply, bool byGet)
    {
        if (reply.TryReadJson(KeyRefJson.Default.KeyRefReply, out var json) && json.Status is { } accepted)
        {
            // "true" with an error contradicts itself.
            return accepted && json.HasError ? StatusVerdict.Unreadable(reply)
                : accepted ? SmsVerdict.Accepted(reference)
                : Refuse(json, reply);
        }

        if (NumberIn(reply) is { } number)
        {
            return number == KeyRefCodes.Accepted ? SmsVerdict.Accepted(reference)
                : KeyRefCodes.OfNumber(number) is { } meaning ? meaning.ToVerdict(reply, KeyRefGateway.DisplayName, number, gatewayMessage: null)
                : StatusVerdict.Unreadable(reply);
        }

        return OfStatus(reply, byGet);
    }

    public static SmsVerdict ReadLookup(string reference, in GatewayReply reply)
    {
        if (reply.TryReadJson(KeyRefJson.Default.KeyRefReply, out var json))
        {
            if (json is { Status: true, QueueStatus: not null } && !json.State.StartsWith("notfound/", StringComparison.Ordinal))
            {
                return SmsVerdict.Accepted(reference, StatusOf(json)) with
                {
                    IsDuplicate = true,
                    Price = json.SmsCost is { } cost and >= 0 ? new SmsPrice(cost) : null,
                };
            }

            // Only these very words mean "no such message"; any other failure is a failure of the look-up.
            if (IsNotFound(json))
            {
                return StatusVerdict.Make(SmsOutcome.NotSent, SmsErrorKind.Unknown, reply, "The gateway does not know this number and reference.");
            }
        }

        return StatusVerdict.Unknown(SmsErrorKind.UnreadableResponse, reply, "The look-up brought no clear answer.");
    }

    /// <summary>The same reply for somebody who asked for it: that a message is not known is an answer, every other failure an error.</summary>
    public static QueryAnswer<KeyRefReport> ReadReport(in GatewayReply reply, bool byGet)
    {
        if (reply.TryReadJson(KeyRefJson.Default.KeyRefReply, out var json) && json.Status is { } found)
        {
            return (found && json.QueueStatus is not null) || IsNotFound(json) ? ToReport(json)
                : found ? StatusVerdict.Unreadable(reply)
                : json.HasError ? Refuse(json, reply)
                : StatusVerdict.Rejected(SmsErrorKind.Unknown, reply, "The gateway refused the look-up without saying why.");
        }

        return NumberIn(reply) is not { } number ? OfStatus(reply, byGet)
            : KeyRefCodes.OfNumber(number) is { } meaning ? meaning.ToVerdict(reply, KeyRefGateway.DisplayName, number, gatewayMessage: null)
            : StatusVerdict.Unreadable(reply);
    }

    public static SmsDeliveryStatus StatusOf(KeyRefReply json) =>
        json.HasQueueError ? SmsDeliveryStatus.Rejected : KeyRefCodes.OfStatus(json.State);

    private static bool IsNotFound(KeyRefReply json) => json.Status == false && json.State.StartsWith("notfound/", StringComparison.Ordinal);

    private static KeyRefReport ToReport(KeyRefReply json) => new(json.Status == true)
    {
        Status = json.Status == true ? StatusOf(json) : SmsDeliveryStatus.Unknown,
        QueueStatus = json.QueueStatus,
        QueueError = json.QueueError,
        DlrStatus = json.DlrStatus,
        DlrError = json.DlrError,
        DlrExists = json.DlrExist,
        Cost = json.SmsCost,
        IsDeleted = json is { Status: true, DlrExist: false } && KeyRefCodes.IsDeleted(json.State),
    };

    private static SmsVerdict Refuse(KeyRefReply json, in GatewayReply reply)
    {
        var error = json.Error?.Trim();
        var meaning = KeyRefCodes.OfNumber(error) ?? KeyRefCodes.OfSentence(error ?? "");
        return meaning.ToVerdict(reply, KeyRefGateway.DisplayName, error is { Length: <= 32 } ? error : null, json.Error);
    }

    private static string? NumberIn(in GatewayReply reply) =>
        reply.Body.Length == 3 && reply.Body.Span.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0 ? reply.Text : null;

    private static SmsVerdict OfStatus(in GatewayReply reply, bool byGet) => (reply.Status, reply.IsEmpty) switch
    {
        (400 or 406, true) or (407, true) => OfNumber(reply),
        (405, true) when byGet => OfNumber(reply),
        (405, _) => StatusVerdict.NotSent(SmsErrorKind.InvalidRequest, reply, "Wrong method or path, or this IP address is not allowed: check the base address and UseGet."),
        (407, false) => StatusVerdict.NotSent(SmsErrorKind.GatewayUnavailable, reply, "A proxy asks for credentials: check the proxy settings."),
        (400 or 406, false) => StatusVerdict.Rejected(SmsErrorKind.Unknown, reply, "The gateway refused the message without a reason that is known."),
        (401 or 404, _) => StatusVerdict.NotSent(SmsErrorKind.InvalidRequest, reply, "A web server answered, not the gateway: check the base address."),
        (403, _) => StatusVerdict.NotSent(SmsErrorKind.PermissionDenied, reply, "A web server forbade the request before the gateway saw it."),
        _ => StatusVerdict.Of(reply),
    };

    private static SmsVerdict OfNumber(in GatewayReply reply)
    {
        var number = reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return KeyRefCodes.OfNumber(number)!.Value.ToVerdict(reply, KeyRefGateway.DisplayName, number, gatewayMessage: null);
    }
}
