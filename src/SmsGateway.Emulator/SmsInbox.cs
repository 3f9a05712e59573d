using System.Collections.Concurrent;
using SmsGateway.Emulator.Capture;
using SmsGateway.Emulator.Hosting;

namespace SmsGateway.Emulator;

/// <summary>
/// One customer's account at all five gateways: credentials, messages, balances, faults. A request belongs to the inbox whose
/// credentials it carries, so tests that run at the same time each take their own and never see each other.
/// </summary>
/// <remarks>Safe for use by several threads at once.</remarks>
public sealed partial class SmsInbox
{
    private readonly ConcurrentDictionary<Gateway, Uri> _webhookTargets = new();
    private readonly EmulatorCore _core;

    internal SmsInbox(EmulatorCore core, int number, string name, GatewayCredentials credentials)
    {
        _core = core;
        Number = number;
        Name = name;
        Credentials = credentials;
        MessageRecords = core.Messages.AddLog();
        ExchangeRecords = core.Exchanges.AddLog();
        WebhookRecords = core.Webhooks.AddLog();
        ReplyRecords = core.Replies.AddLog();
        Messages = new(new StoreView<CapturedMessage>(core.Messages, MessageRecords));
        Exchanges = new(new StoreView<CapturedExchange>(core.Exchanges, ExchangeRecords));
        Webhooks = new(new StoreView<WebhookAttempt>(core.Webhooks, WebhookRecords));
        Replies = new(new StoreView<CapturedReply>(core.Replies, ReplyRecords));
        Faults = new(() => core.Feed.Publish(EventKind.Faults));
        Ledger = new(core.Options.LedgerKey);
        Delivery = core.Options.Delivery;
        Limiter = new(core.Options.Time);
        (SmsApi, SpeedSms, SpeedMarket, SmsClub, KeyRef) =
            (core.Options.SmsApi, core.Options.SpeedSms, core.Options.SpeedMarket, core.Options.SmsClub, core.Options.KeyRef);
        OpenAccounts();
    }

    /// <summary>Its name; unique without regard to case.</summary>
    public string Name { get; }

    /// <summary>What a request must carry to belong here.</summary>
    public GatewayCredentials Credentials { get; }

    /// <summary>Where pushes go when the send names no address. Hosts beyond loopback must be in <see cref="SmsEmulatorOptions.WebhookHosts"/>.</summary>
    public IDictionary<Gateway, Uri> WebhookTargets => _webhookTargets;

    /// <summary>What the gateways accepted.</summary>
    public CapturedMessages Messages { get; }

    /// <summary>Every HTTP exchange that carried these credentials, also refused and broken ones.</summary>
    public CapturedExchanges Exchanges { get; }

    /// <summary>Every push and the receiver's answer.</summary>
    public WebhookLog Webhooks { get; }

    /// <summary>The messages from phones.</summary>
    public CapturedReplies Replies { get; }

    /// <summary>How often each reference was accepted; outlives retention.</summary>
    public AcceptanceLedger Ledger { get; }

    /// <summary>The faults armed for this inbox.</summary>
    public FaultScript Faults { get; }

    /// <summary>What becomes of its messages by themselves.</summary>
    public DeliverySchedule Delivery { get; set; }

    /// <summary>The switches of SMSAPI for this inbox.</summary>
    public SmsApiBehaviour SmsApi { get; set; }

    /// <summary>The switches of SpeedSMS for this inbox.</summary>
    public SpeedSmsBehaviour SpeedSms { get; set; }

    /// <summary>The switches of SpeedMarket for this inbox.</summary>
    public SpeedMarketBehaviour SpeedMarket { get; set; }

    /// <summary>The switches of SMS Club for this inbox.</summary>
    public SmsClubBehaviour SmsClub { get; set; }

    /// <summary>The switches of the key and reference gateway for this inbox.</summary>
    public KeyRefBehaviour KeyRef { get; set; }

    /// <summary>
    /// The balance in each gateway's own unit. Setting it sets all five; reading it gives the smallest. See <see cref="GetBalance"/>.
    /// </summary>
    public decimal Balance
    {
        get => Enum.GetValues<Gateway>().Min(GetBalance);
        set
        {
            foreach (var gateway in Enum.GetValues<Gateway>())
            {
                SetBalance(gateway, value);
            }
        }
    }

    /// <summary>The balance at one gateway: points, VND, credits for SMS, UAH, or money without a name.</summary>
    /// <param name="gateway">Which one.</param>
    public decimal GetBalance(Gateway gateway) => Purse(gateway).Amount;

    /// <summary>Sets the balance at one gateway; at SpeedMarket, that of all four services.</summary>
    /// <param name="gateway">Which one.</param>
    /// <param name="amount">In that gateway's unit.</param>
    public void SetBalance(Gateway gateway, decimal amount)
    {
        Purse(gateway).Amount = amount;
        if (gateway == Gateway.SpeedMarket)
        {
            SpeedMarketAccount.SetAll(amount);
        }
    }

    /// <summary>SMSAPI's further callbacks, on demand.</summary>
    public SmsApiCallbacks SmsApiCallbacks => new(this);

    /// <summary>Forgets messages, exchanges, pushes, rules, and whatever the accounts have learnt; credentials, targets and switches stay.</summary>
    public void Reset()
    {
        Faults.Clear();
        Messages.Remove(_ => true);
        Exchanges.Remove(_ => true);
        Webhooks.Remove(_ => true);
        Replies.Remove(_ => true);
        Ledger.Clear();
        EarlyReports.Clear();
        OpenAccounts();
        _core.Feed.Publish(EventKind.Cleared);
    }

    /// <summary>The name and nothing secret.</summary>
    public override string ToString() => Name;
}
