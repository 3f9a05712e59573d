using SmsGateway.Emulator.Hosting;
using SmsGateway.Emulator.Text;

namespace SmsGateway.Emulator;

public sealed partial class SmsInbox
{
    /// <summary>
    /// Changes the state of a message and sends the vendor's delivery report for it, if the vendor sends any; at the gateways that
    /// are polled only the state changes.
    /// </summary>
    /// <param name="message">A message of this inbox.</param>
    /// <param name="state">The new state.</param>
    /// <param name="options">How; once and at once when null.</param>
    /// <param name="cancellationToken">Ends waits and pushes.</param>
    /// <returns>The last attempt; its <see cref="WebhookAttempt.Error"/> says why nothing was sent or answered.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public Task<WebhookAttempt> ReportAsync(
        CapturedMessage message, DeliveryState state, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        return _core.Deliveries.ReportAsync(this, [message], state, options ?? new(), cancellationToken);
    }

    /// <summary>
    /// The same for several messages of one gateway: together in one push where the vendor does so (SMSAPI: up to five), else one
    /// after the other.
    /// </summary>
    /// <param name="messages">Messages of this inbox, of one gateway.</param>
    /// <param name="state">Their new state.</param>
    /// <param name="options">How; once and at once when null.</param>
    /// <param name="cancellationToken">Ends waits and pushes.</param>
    /// <returns>The last attempt.</returns>
    /// <exception cref="ArgumentException">There are no messages, or they are of several gateways.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public async Task<WebhookAttempt> ReportAsync(
        IReadOnlyList<CapturedMessage> messages, DeliveryState state, ReportOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        if (messages.Select(message => message.Gateway).Distinct().Count() != 1)
        {
            throw new ArgumentException("One or more messages of one gateway.", nameof(messages));
        }

        WebhookAttempt attempt = null!;
        foreach (var batch in messages.Chunk(_core.Protocol(messages[0].Gateway).ReportsPerPush))
        {
            attempt = await _core.Deliveries.ReportAsync(this, batch, state, options ?? new(), cancellationToken).ConfigureAwait(false);
        }

        return attempt;
    }

    /// <summary>Lets a phone send a message, and pushes it as the vendor does; SpeedMarket also keeps it to be fetched.</summary>
    /// <param name="from">The phone's number.</param>
    /// <param name="text">What it says.</param>
    /// <param name="options">Through which gateway, in reply to what, how often; the newest message to the number decides when null.</param>
    /// <param name="cancellationToken">Ends waits and pushes.</param>
    /// <returns>The last attempt; its <see cref="WebhookAttempt.Error"/> says why nothing was sent or answered.</returns>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    public Task<WebhookAttempt> ReplyAsync(string from, string text, ReplyOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(from);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new();
        var digits = PhoneDigits.Of(from);
        var answers = options.InReplyTo
            ?? Messages.LastOrDefault(message => PhoneDigits.Of(message.To) == digits && (options.Gateway is null || message.Gateway == options.Gateway));
        var reply = new CapturedReply
        {
            Gateway = options.Gateway ?? answers?.Gateway ?? WebhookTargets.Keys.Order().FirstOrDefault(),
            Inbox = Name,
            From = "+" + digits,
            To = options.To ?? answers?.From,
            Text = text,
            At = _core.Now,
            InReplyTo = answers?.Sequence,
            Answers = answers,
        };
        return _core.Deliveries.ReplyAsync(this, reply, options, cancellationToken);
    }

    internal async Task ReplyAfterAsync(CapturedMessage message, string text)
    {
        try
        {
            await message.Answered.WaitAsync().WaitAsync(_core.Stopping).ConfigureAwait(false);
            await ReplyAsync(message.To, text, new() { InReplyTo = message }, _core.Stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // The emulator went away.
        }
    }

    internal Uri? ReportTarget(CapturedMessage message) =>
        (message.Gateway == Gateway.SmsApi ? SmsApiAccount.ReportTarget(message.Channel) : null) ?? _webhookTargets.GetValueOrDefault(message.Gateway);

    internal Uri? ReplyTarget(Gateway gateway) =>
        (gateway == Gateway.SmsApi ? SmsApi.InboundUrl ?? SmsApiAccount.CallbackTarget("sms_mo") : null) ?? _webhookTargets.GetValueOrDefault(gateway);

    internal EmulatorCore Core => _core;
}
