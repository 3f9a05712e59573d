using System.Collections.Concurrent;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Protocols.KeyRef;
using SmsGateway.Emulator.Protocols.SmsApi;
using SmsGateway.Emulator.Protocols.SmsClub;
using SmsGateway.Emulator.Protocols.SpeedMarket;
using SmsGateway.Emulator.Protocols.SpeedSms;

namespace SmsGateway.Emulator;

public sealed partial class SmsInbox
{
    internal int Number { get; }

    internal TokenBucket Limiter { get; }

    internal CaptureLog<CapturedMessage> MessageRecords { get; }

    internal CaptureLog<CapturedExchange> ExchangeRecords { get; }

    internal CaptureLog<WebhookAttempt> WebhookRecords { get; }

    internal CaptureLog<CapturedReply> ReplyRecords { get; }

    internal SmsApiAccount SmsApiAccount { get; private set; } = null!;

    internal SpeedSmsAccount SpeedSmsAccount { get; private set; } = null!;

    internal SpeedMarketAccount SpeedMarketAccount { get; private set; } = null!;

    internal SmsClubAccount SmsClubAccount { get; private set; } = null!;

    internal KeyRefAccount KeyRefAccount { get; private set; } = null!;

    /// <summary>Numbers whose next message is reported before its own reply, and the state that is reported.</summary>
    internal ConcurrentDictionary<string, DeliveryState> EarlyReports { get; } = new(StringComparer.Ordinal);

    internal void Accept(IReadOnlyList<CapturedMessage> messages)
    {
        foreach (var message in messages)
        {
            if (!message.IsTest)
            {
                Ledger.Enter(message);
            }
        }

        _core.Messages.Add(MessageRecords, messages);
        foreach (var message in messages)
        {
            _core.Feed.Publish(EventKind.Message, message);
        }
    }

    private Purse Purse(Gateway gateway) => gateway switch
    {
        Gateway.SmsApi => SmsApiAccount.Purse,
        Gateway.SpeedSms => SpeedSmsAccount.Purse,
        Gateway.SpeedMarket => SpeedMarketAccount.Purse(0),
        Gateway.SmsClub => SmsClubAccount.Purse,
        _ => KeyRefAccount.Purse,
    };

    private void OpenAccounts()
    {
        SmsApiAccount = new(_core, this);
        SpeedSmsAccount = new(_core);
        SpeedMarketAccount = new(_core);
        SmsClubAccount = new(_core, this);
        KeyRefAccount = new(_core);
    }
}
