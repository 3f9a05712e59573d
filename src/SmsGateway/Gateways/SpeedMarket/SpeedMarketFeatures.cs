using SmsGateway.Http;

namespace SmsGateway.SpeedMarket;

/// <summary>Delivery states by the gateway's ids and, for messages whose id is not known, by our references; a hundred a request.</summary>
internal sealed class SpeedMarketStatusReader(ISpeedMarketClient client) : ISmsStatusReader
{
    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        string[] ids = [.. messages.Select(message => message.Id).OfType<string>()];
        string[] references = [.. messages.Where(message => message.Id is null).Select(message => message.Reference).OfType<string>()];
        var byId = Sort(ids is [] ? [] : await client.GetByIdAsync(ids, cancellationToken).ConfigureAwait(false), ids, record => record.Id);
        var byReference = Sort(
            references is [] ? [] : await client.GetByCampaignIdAsync(references, cancellationToken).ConfigureAwait(false), references, record => record.CampaignId);
        return [.. messages.Select(message => Report(message, message.Id is { } id ? byId[id] : message.Reference is { } reference ? byReference[reference] : []))];
    }

    // A record that does not say whose it is answers a question about one message.
    private static ILookup<string?, SpeedMarketRecord> Sort(IReadOnlyList<SpeedMarketRecord> records, string[] asked, Func<SpeedMarketRecord, string?> key) =>
        records.ToLookup(record => key(record) ?? (asked is [var only] ? only : null), StringComparer.OrdinalIgnoreCase);

    private static SmsStatusReport Report(SmsMessageHandle message, IEnumerable<SpeedMarketRecord> records)
    {
        // One reference may have been used for several numbers, or several times: the handle's number goes first, then the latest.
        var record = records.LastOrDefault(record => message.Number is { } number && record.Number == number.Digits) ?? records.LastOrDefault();
        var status = SpeedMarketCodes.OfStatus(record?.Status);
        return new SmsStatusReport(message, status)
        {
            IsFinal = status.IsFinal(),
            RawStatus = record?.Status,
            Reason = SpeedMarketCodes.ReasonOf(record?.Status),
        };
    }
}

/// <summary>The credits of the account's own service; the platform chooses the senders.</summary>
internal sealed class SpeedMarketAccount(GatewayChannel channel, ISpeedMarketClient client) : ISmsAccount
{
    public async Task<SmsBalance> GetBalanceAsync(CancellationToken cancellationToken)
    {
        var service = ((SpeedMarketGateway)channel.Gateway).Service;
        var balance = await client.GetBalanceAsync(cancellationToken).ConfigureAwait(false);
        return balance.For(service) is { } amount
            ? new SmsBalance(amount, "credits") { ExpiresAt = balance.ExpiresAt }
            : throw new SmsException(new SmsError(SmsErrorKind.UnreadableResponse, "SpeedMarket's answer holds no balance of the account's service."));
    }

    public Task<IReadOnlyList<SmsSender>> GetSendersAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("SpeedMarket has no senders of one's own: the platform chooses the short code.");
}

/// <summary>Calls that speak a code, by the service that speaks texts.</summary>
internal sealed class SpeedMarketVoice(GatewayChannel channel) : IVoiceClient
{
    public Task<SmsResult> CallAsync(string to, string code, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(code);
        var gateway = (SpeedMarketGateway)channel.Gateway;
        var message = new SmsMessage(to, Spell(code)) { Reference = SmsReference.Make(channel.Time.GetUtcNow()) }
            .With(new SpeedMarketExtras { Service = SpeedMarketService.VoiceText });
        return SingleSend.RunAsync(channel, gateway, message, call => gateway.CreateRequest(new SmsBatch([call], channel.Time.GetUtcNow())), cancellationToken);
    }

    // A service that speaks texts would read "4711" as four thousand seven hundred and eleven.
    private static string Spell(string code) =>
        code.AsSpan().ContainsAnyExceptInRange('0', '9') ? code : string.Join(' ', code.AsEnumerable());
}

/// <summary>Inbound messages over a span of time. Each answers a sent message, whose ids it carries; it has no id of its own.</summary>
internal sealed class SpeedMarketInbox(GatewayChannel channel, ISpeedMarketClient client) : ISmsInbox
{
    public async Task<IReadOnlyList<SmsInboundMessage>> ReadAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var rows = await client.GetInboundAsync(new SpeedMarketInboundSearch(from, to), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(row => Translate(row, channel.Account))];
    }

    internal static SmsInboundMessage Translate(SpeedMarketInbound row, string account)
    {
        PhoneNumber? number = PhoneNumberReader.TryReadWireDigits(row.Number, out var read) ? read : null;
        return new SmsInboundMessage
        {
            Account = account,
            Sender = row.Number ?? "",
            From = number,
            Text = row.Content ?? "",
            InReplyTo = (row.Id ?? row.CampaignId) is null ? null : new SmsMessageHandle(account, row.Id, number, row.CampaignId),
            ReceivedAt = row.ReceivedAt,
        };
    }
}
