using SmsGateway.Emulator.Push;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator.Protocols.SpeedMarket;

/// <summary>Messages of nine types, one or up to five thousand in a request.</summary>
internal static class SpeedMarketSend
{
    private const int MaxBatch = 5_000;

    public static GatewayReply Single(GatewayCall call, SmsInbox inbox, SpeedMarketReplies replies)
    {
        var account = inbox.SpeedMarketAccount;
        lock (account.Gate)
        {
            var outcome = Take(call, inbox, SpeedMarketRequest.ReadAll(call)[0], SpeedMarketRequest.Extras(call), out var message);
            if (outcome.Code is not ("000" or "002"))
            {
                return replies.Refused(outcome.Code);
            }

            if (message is not null)
            {
                Keep(call, account, [message]);
            }

            return replies.Sent(outcome.Code, outcome.Credit, account.Purse(outcome.Service).Amount, outcome.Id);
        }
    }

    public static GatewayReply Multiple(GatewayCall call, SmsInbox inbox, SpeedMarketReplies replies)
    {
        if (call.Json is not { } json)
        {
            return replies.Refused("160");
        }

        var requests = SpeedMarketRequest.ReadBatch(json);
        if (requests.Count is 0 or > MaxBatch)
        {
            return replies.Refused(requests.Count == 0 ? "130" : "120");
        }

        var account = inbox.SpeedMarketAccount;
        lock (account.Gate)
        {
            var outcomes = new List<(string Code, int Credit)>(requests.Count);
            var messages = new List<CapturedMessage>(requests.Count);
            var service = 0;
            foreach (var request in requests)
            {
                var outcome = Take(call, inbox, request, CapturedMessage.NoExtras, out var message);
                outcomes.Add((outcome.Code, outcome.Credit));
                service = outcome.Service;
                if (message is not null)
                {
                    messages.Add(message);
                }
            }

            Keep(call, account, messages);
            return replies.Batch(outcomes, account.Purse(service).Amount);
        }
    }

    private static Outcome Take(GatewayCall call, SmsInbox inbox, SpeedMarketRequest request, IReadOnlyDictionary<string, string> extras, out CapturedMessage? message)
    {
        message = null;
        var behaviour = inbox.SpeedMarket;
        if (SpeedMarketChecks.Refusal(call, behaviour, request, out var schedule) is { } refusal)
        {
            return new(refusal);
        }

        var account = inbox.SpeedMarketAccount;
        var reference = Reference(request, behaviour);
        if (reference is not null && behaviour.DuplicateCampaignId != SpeedMarketDuplicate.Sent && account.ByCampaign.Find(reference) is [var first, ..])
        {
            return behaviour.DuplicateCampaignId == SpeedMarketDuplicate.Refused ? new("070") : new("000") { Id = first.GatewayId };
        }

        var type = request.Type!.Value;
        var count = SegmentCount.Of(request.Content);
        var credit = type <= 2 ? count.Segments : 1;
        var service = SpeedMarketAccount.Service(type);
        var hasNoCredit = call.Core.Options.MagicNumbers && MagicNumbers.Fate(request.Digits) == MagicFate.NoCredit;
        if (hasNoCredit || (call.Keeps ? !account.Purse(service).TryPay(credit) : credit > account.Purse(service).Amount))
        {
            return new("080");
        }

        message = Message(call, inbox, request, reference, count, schedule, extras);
        return new(schedule is null ? "000" : "002") { Credit = credit, Service = service, Id = message.GatewayId };
    }

    private static string? Reference(SpeedMarketRequest request, SpeedMarketBehaviour behaviour) =>
        request.Field("campaign_id") is { Length: > 0 } id ? id[..Math.Min(id.Length, behaviour.CampaignIdLength)] : null;

    private static CapturedMessage Message(
        GatewayCall call, SmsInbox inbox, SpeedMarketRequest request, string? reference, SegmentCount count, DateTimeOffset? schedule, IReadOnlyDictionary<string, string> extras)
    {
        var type = request.Type!.Value;
        var caption = request.Field("caption");
        var message = new CapturedMessage
        {
            Gateway = Gateway.SpeedMarket,
            Channel = type switch { <= 2 => Channel.Sms, <= 4 => Channel.Voice, _ => Channel.WhatsApp },
            Inbox = inbox.Name,
            GatewayId = inbox.SpeedMarketAccount.NextId(),
            To = "+" + request.Digits,
            SubmittedTo = request.Submitted,
            Text = request.Content,
            Reference = reference,
            Encoding = count.Encoding,
            Segments = count.Segments,
            Price = type <= 2 ? count.Segments : 1,
            Currency = "credits",
            AcceptedAt = call.Now,
            ScheduledAt = schedule,
            IsFlash = type == 1,
            Extras = new Dictionary<string, string>(extras, StringComparer.Ordinal) { ["type"] = request.Field("type")!, ["caption"] = caption ?? "" },
        };
        message.Start(schedule is null ? DeliveryState.Queued : DeliveryState.Scheduled);
        return message;
    }

    private static void Keep(GatewayCall call, SpeedMarketAccount account, List<CapturedMessage> messages)
    {
        if (!call.Keeps)
        {
            return;
        }

        foreach (var message in messages)
        {
            account.ById.Add(message.GatewayId, message);
            if (message.Reference is { } reference)
            {
                account.ByCampaign.Add(reference, message);
            }
        }

        call.Accept(messages);
        messages.ForEach(message => SpeedMarketChecks.Block(call, message));
    }

    private readonly record struct Outcome(string Code)
    {
        public int Credit { get; init; }

        public int Service { get; init; }

        public string? Id { get; init; }
    }
}
