using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using SmsGateway.Emulator.Push;

namespace SmsGateway.Emulator.Protocols.SmsApi;

/// <summary>
/// A send to one number, to thousands, or to a group. Checks in the order recipients, parameters, content, balance; bad numbers
/// in a bulk are skipped without a word.
/// </summary>
internal sealed class SmsApiSend
{
    private static readonly FrozenSet<string> Known = new[]
    {
        "access_token", "username", "password", "to", "to[]", "group", "message", "from", "encoding", "flash", "test", "details", "date", "date_validate",
        "idx", "idx[]", "check_idx", "notify_url", "format", "param1", "param2", "param3", "param4", "expiration_date", "allow_duplicates",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly GatewayCall _call;
    private readonly SmsInbox _inbox;
    private readonly SmsApiRecipients _recipients;
    private readonly SmsApiIdx _idx;

    private SmsApiSend(GatewayCall call, SmsInbox inbox) => (_call, _inbox, _recipients, _idx) = (call, inbox, new(call, inbox), new(call, inbox));

    public static GatewayReply Run(GatewayCall call, SmsInbox inbox, SmsApiReplies replies)
    {
        var send = new SmsApiSend(call, inbox);
        var (options, text, error) = send.Check();
        if (error is not null)
        {
            return replies.Error(error);
        }

        var messages = send.Compose(options!, text!);
        return send.Pay(messages, options!.IsTest) is { } refusal ? replies.Error(refusal) : send.Finish(messages, options, text!, replies);
    }

    private (SmsApiOptions? Options, SmsApiText? Text, SmsApiError? Error) Check()
    {
        var parameters = _call.Parameters;
        if (parameters.Has("group") && parameters["param1"] is not null)
        {
            return (null, null, new(93));
        }

        if (_recipients.Read() is { } noRecipients)
        {
            return (null, null, noRecipients);
        }

        if (_recipients.Named > (HttpMethods.IsGet(_call.Request.Method) ? 200 : 10_000))
        {
            return (null, null, new(19));
        }

        if (_idx.Refusal(_recipients.Named) is { } wrongIdx)
        {
            return (null, null, wrongIdx);
        }

        var (options, refusal) = SmsApiOptions.Read(_call, _inbox);
        if (refusal is not null)
        {
            return (null, null, refusal);
        }

        var (text, bad) = SmsApiContent.Read(_call, _inbox, _recipients.Named, options!);
        return (options, text, bad ?? (options!.IsTest ? null : _idx.Repeated(_recipients.Accepted)) ?? TooOften());
    }

    private SmsApiError? TooOften()
    {
        if (_inbox.SmsApi.NumberLimit is not { } limit)
        {
            return null;
        }

        _recipients.Accepted.RemoveAll(recipient => _inbox.SmsApiAccount.Times.Count(recipient.Digits, _call.Now, limit.Per) >= limit.Requests);
        return _recipients.Accepted.Count == 0 ? new(52) : null;
    }

    private List<CapturedMessage> Compose(SmsApiOptions options, SmsApiText text)
    {
        var extras = _call.Parameters.Except(Known);
        var price = _inbox.SmsApi.Price * (options.IsFast ? 1.5m : 1m);
        var messages = new List<CapturedMessage>(_recipients.Accepted.Count);
        foreach (var recipient in _recipients.Accepted)
        {
            var own = text.For(recipient);
            var count = text.IsPersonal ? text.Count(own) : text.Plain;
            var message = new CapturedMessage
            {
                Gateway = Gateway.SmsApi,
                Channel = _call.Operation switch { Operation.Mms => Channel.Mms, Operation.Voice => Channel.Voice, _ => Channel.Sms },
                Inbox = _inbox.Name,
                GatewayId = options.IsTest && _inbox.SmsApi.Reply.EmptyTestId ? "" : _inbox.SmsApiAccount.NextId(),
                To = "+" + recipient.Digits,
                SubmittedTo = recipient.Submitted,
                From = options.From,
                Text = own,
                Reference = _idx.Of(recipient),
                Encoding = count.Encoding,
                Segments = count.Segments,
                Price = price * count.Segments,
                Currency = "points",
                AcceptedAt = _call.Now,
                ScheduledAt = options.Date,
                ExpiresAt = options.Expires,
                IsFlash = options.IsFlash,
                IsTest = options.IsTest,
                ReportUrl = options.NotifyUrl,
                Extras = extras,
            };
            message.Start(options.Date is null ? DeliveryState.Queued : DeliveryState.Scheduled);
            messages.Add(message);
        }

        return messages;
    }

    private SmsApiError? Pay(List<CapturedMessage> messages, bool isTest)
    {
        var purse = _inbox.SmsApiAccount.Purse;
        var price = messages.Sum(message => message.Price);
        var hasNoCredit = _call.Core.Options.MagicNumbers && messages.Exists(message => MagicNumbers.Fate(message.To) == MagicFate.NoCredit);
        return hasNoCredit ? new(103)
            : isTest || (_call.Keeps ? purse.TryPay(price) : price <= purse.Amount) ? null
            : new(103);
    }

    private GatewayReply Finish(List<CapturedMessage> messages, SmsApiOptions options, SmsApiText text, SmsApiReplies replies)
    {
        if (_call.Keeps)
        {
            var account = _inbox.SmsApiAccount;
            foreach (var message in messages)
            {
                account.Index.Add(message.GatewayId, message);
            }

            if (!options.IsTest)
            {
                _recipients.Accepted.ForEach(Remember);
            }

            _call.Accept(messages);
        }

        return replies.Sent(messages, text, isSingle: _recipients.Named == 1 && !_call.Parameters.Has("group"));
    }

    private void Remember(SmsApiRecipient recipient)
    {
        if (_inbox.SmsApi.NumberLimit is not null)
        {
            _inbox.SmsApiAccount.Times.Add(recipient.Digits, _call.Now);
        }

        _idx.Remember(recipient);
    }
}
