using System.Collections.Frozen;
using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SpeedSms;

/// <summary>One text to up to a hundred numbers under one transaction: messages, calls that speak, pictures.</summary>
internal static class SpeedSmsSend
{
    private const int MaxNumbers = 100;

    private static readonly FrozenSet<string> Known = new[] { "to", "to[]", "content", "sms_type", "type", "sender", "brandname", "access-token" }.ToFrozenSet(StringComparer.Ordinal);

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox)
    {
        var behaviour = inbox.SpeedSms;
        var numbers = SpeedSmsNumbers.Of(call);
        var text = call.Parameters["content"];
        if (numbers.Count is 0 or > MaxNumbers || string.IsNullOrEmpty(text) || IsRefusedAsBytes(call, behaviour) || !HasType(call, behaviour))
        {
            return SpeedSmsReplies.Refused("101");
        }

        if (call.Operation == Operation.Send && !HasSender(call, behaviour))
        {
            return SpeedSmsReplies.RefusedWithoutCode("sender not found");
        }

        var count = SegmentCount.Of(text);
        if (call.Operation == Operation.Send && count.Segments > behaviour.MaxSegments)
        {
            return SpeedSmsReplies.Refused("113", []);
        }

        var (good, bad) = Sort(call, numbers);
        if (bad.Count > 0 && (behaviour.OneBadNumberRefusesAll || (good.Count == 0 && !behaviour.AllBadIsSuccess)))
        {
            return SpeedSmsReplies.Refused("105", Echoed(bad, behaviour));
        }

        var priceOfOne = call.Operation == Operation.Voice ? behaviour.VoicePrice : behaviour.Price * count.Segments;
        var account = inbox.SpeedSmsAccount;
        lock (account.Gate)
        {
            var hasNoCredit = call.Core.Options.MagicNumbers && good.Exists(number => MagicNumbers.Fate(number.Digits) == MagicFate.NoCredit);
            if (hasNoCredit || priceOfOne * good.Count > account.Purse.Amount)
            {
                return SpeedSmsReplies.Refused("300");
            }

            var tranId = account.NextTranId();
            var total = call.Operation == Operation.Voice ? (int?)null : count.Segments * good.Count;
            Keep(call, inbox, good, text, count, priceOfOne, tranId);
            return SpeedSmsReplies.Accepted(tranId, total, priceOfOne * good.Count, Echoed(bad, behaviour), behaviour);
        }
    }

    /// <summary>Stores one message for each number under one transaction.</summary>
    public static void Keep(GatewayCall call, SmsInbox inbox, IReadOnlyList<(string Submitted, string Digits)> numbers, string text, SegmentCount count, decimal price, string tranId)
    {
        if (!call.Keeps)
        {
            return;
        }

        var account = inbox.SpeedSmsAccount;
        account.Purse.TryPay(price * numbers.Count);
        var extras = call.Parameters.Except(Known);
        var type = TypeOf(call, inbox.SpeedSms);
        if (type is not null)
        {
            extras = new Dictionary<string, string>(extras, StringComparer.Ordinal) { ["sms_type"] = type };
        }

        var messages = numbers.Select(number => new CapturedMessage
        {
            Gateway = Gateway.SpeedSms,
            Channel = call.Operation switch { Operation.Voice => Channel.Voice, Operation.Mms => Channel.Mms, _ => Channel.Sms },
            Inbox = inbox.Name,
            GatewayId = tranId,
            To = "+" + number.Digits,
            SubmittedTo = number.Submitted,
            From = Sender(call),
            Text = text,
            Encoding = count.Encoding,
            Segments = count.Segments,
            Price = price,
            Currency = "VND",
            AcceptedAt = call.Now,
            Extras = extras,
        }).ToList();
        messages.ForEach(message => account.Index.Add(tranId, message));
        call.Accept(messages);
    }

    private static bool IsRefusedAsBytes(GatewayCall call, SpeedSmsBehaviour behaviour) =>
        behaviour.OnlyAscii && call.Json is not null && call.Body.AsSpan().ContainsAnyInRange((byte)0x80, (byte)0xff);

    private static string? TypeOf(GatewayCall call, SpeedSmsBehaviour behaviour) =>
        call.Parameters["sms_type"] ?? (behaviour.IgnoreType && call.Json is not null ? null : call.Parameters["type"]);

    private static bool HasType(GatewayCall call, SpeedSmsBehaviour behaviour) =>
        call.Operation != Operation.Send || TypeOf(call, behaviour) is null or "" or "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8";

    private static string? Sender(GatewayCall call) => (call.Parameters["sender"] ?? call.Parameters["brandname"]) is { Length: > 0 } sender ? sender : null;

    private static bool HasSender(GatewayCall call, SpeedSmsBehaviour behaviour)
    {
        var sender = Sender(call);
        var needsOne = TypeOf(call, behaviour) is "3" or "5" or "7" or "8";
        return behaviour.AnySender
            ? sender is not null || !needsOne
            : sender is null ? !needsOne && behaviour.Senders.Count > 0 : behaviour.Senders.Contains(sender, StringComparer.Ordinal);
    }

    private static (List<(string Submitted, string Digits)> Good, List<string> Bad) Sort(GatewayCall call, IReadOnlyList<string> numbers)
    {
        var good = new List<(string, string)>();
        var bad = new List<string>();
        foreach (var number in numbers)
        {
            var digits = SpeedSmsNumbers.International(number);
            var fate = call.Core.Options.MagicNumbers ? MagicNumbers.Fate(digits) : MagicFate.Accepted;
            if (!SpeedSmsNumbers.IsValid(number, digits) || fate is MagicFate.InvalidNumber or MagicFate.Blocked)
            {
                bad.Add(number);
            }
            else
            {
                good.Add((number, digits));
            }
        }

        return (good, bad);
    }

    private static List<string> Echoed(List<string> numbers, SpeedSmsBehaviour behaviour) =>
        behaviour.EchoLocalForm ? [.. numbers.Select(number => SpeedSmsNumbers.Local(SpeedSmsNumbers.International(number)))] : numbers;
}
