using System.Text.Json;
using SmsGateway.Emulator.Protocols.Http;
using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SmsClub;

/// <summary>The numbers of one request, sorted into accepted and refused ones. The account's lock is held meanwhile.</summary>
internal sealed class SmsClubBatch(GatewayCall call, SmsInbox inbox, JsonElement json)
{
    private readonly List<CapturedMessage> _messages = [];
    private readonly List<(string Id, string Phone)> _accepted = [];
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];
    private readonly string _sender = json.TextMember("src_addr") ?? "";
    private readonly int? _lifetime = int.TryParse(json.TextMember("lifetime"), System.Globalization.CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
    private readonly IReadOnlyDictionary<string, string> _extras = json.Rest("phone", "message", "src_addr", "data_message");

    private decimal _price;

    /// <summary>Looks at one number. A reply comes back only when it refuses the whole request.</summary>
    public GatewayReply? Add(string phone, string digits, string text)
    {
        var fate = call.Core.Options.MagicNumbers ? MagicNumbers.Fate(digits) : MagicFate.Accepted;
        if (NumberingPlan.Kind(digits) != NumberKind.Mobile || !digits.StartsWith("380", StringComparison.Ordinal) || fate == MagicFate.InvalidNumber)
        {
            _refused[phone] = SmsClubReasons.Phone(inbox);
            return null;
        }

        if (fate == MagicFate.Blocked)
        {
            _refused[phone] = SmsClubReasons.Blocked(inbox);
            return null;
        }

        var key = Key(digits, text);
        if (inbox.SmsClubAccount.Recent.Has(key, call.Now, inbox.SmsClub.DuplicateWindow) || (inbox.SmsClub.RepeatedNumberIsDuplicate && _keys.Contains(key, StringComparer.Ordinal)))
        {
            if (!inbox.SmsClub.DuplicateRefusesOneNumber)
            {
                return SmsClubReplies.Duplicate(inbox.SmsClub);
            }

            _refused[phone] = "Duplicate message";
            return null;
        }

        var count = SegmentCount.Of(text);
        var price = count.Segments * inbox.SmsClub.Price;
        if (fate == MagicFate.NoCredit || _price + price > inbox.SmsClubAccount.Purse.Amount)
        {
            if (inbox.SmsClub.NoMoney == SmsClubNoMoney.Status464)
            {
                return SmsClubReplies.Framework(464, "No money", SmsClubReasons.NoMoney(inbox));
            }

            _refused[phone] = SmsClubReasons.NoMoney(inbox);
            return null;
        }

        _keys.Add(key);
        _price += price;
        _messages.Add(Message(phone, digits, text, count, price));
        _accepted.Add((_messages[^1].GatewayId, digits));
        return null;
    }

    /// <summary>Stores what was accepted, and answers.</summary>
    public GatewayReply Finish()
    {
        if (call.Keeps)
        {
            var account = inbox.SmsClubAccount;
            account.Purse.TryPay(_price);
            _keys.ForEach(key => account.Recent.Add(key, call.Now, inbox.SmsClub.DuplicateWindow));
            _messages.ForEach(message => account.Index.Add(message.GatewayId, message));
            call.Accept(_messages);
        }

        return SmsClubReplies.Sent(_accepted, _refused);
    }

    private string Key(string digits, string text) => digits + "|" + text + (inbox.SmsClub.DuplicateComparesSender ? "|" + _sender : "");

    private CapturedMessage Message(string phone, string digits, string text, SegmentCount count, decimal price) => new()
    {
        Gateway = Gateway.SmsClub,
        Inbox = inbox.Name,
        GatewayId = inbox.SmsClubAccount.NextId(),
        To = "+" + digits,
        SubmittedTo = phone,
        From = _sender,
        Text = text,
        Encoding = count.Encoding,
        Segments = count.Segments,
        Price = price,
        Currency = "UAH",
        AcceptedAt = call.Now,
        ExpiresAt = _lifetime is { } minutes ? call.Now.AddMinutes(minutes) : null,
        Extras = _extras,
    };
}
