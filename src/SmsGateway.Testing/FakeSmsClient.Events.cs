using Microsoft.Extensions.DependencyInjection;

namespace SmsGateway.Testing;

public sealed partial class FakeSmsClient
{
    private static readonly SmsOptOutKeywords Keywords = SmsOptOutKeywords.Create();

    private readonly List<ISmsEventHandler> _handlers = [];

    /// <summary>The application's container, where the fake was registered in one.</summary>
    internal IServiceScopeFactory? Scopes { get; set; }

    /// <summary>Adds a handler to those that events reach, for tests without a container.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is null.</exception>
    public void AddHandler(ISmsEventHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        lock (_handlers)
        {
            _handlers.Add(handler);
        }
    }

    /// <summary>
    /// Lets a gateway report a message, to the application's own handlers. When the task ends they are done; what they throw comes out
    /// here.
    /// </summary>
    /// <param name="message">A message that the gateway has.</param>
    /// <param name="status">Where it is; final unless scheduled, queued or sent.</param>
    /// <param name="change">Changes the report before it goes out: a reason, a raw status, another time.</param>
    /// <param name="cancellationToken">Handed to the handlers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="message"/> is null.</exception>
    /// <exception cref="ArgumentException">The gateway never got the message, so it cannot report it.</exception>
    /// <exception cref="InvalidOperationException">There is no handler.</exception>
    public Task DeliverAsync(
        SentMessage message, SmsDeliveryStatus status = SmsDeliveryStatus.Delivered, Func<SmsDeliveryReport, SmsDeliveryReport>? change = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (!message.GatewayAccepted)
        {
            throw new ArgumentException("The gateway does not have that message, so it reports nothing about it.", nameof(message));
        }

        var report = new SmsDeliveryReport
        {
            Account = message.Account!,
            ReceivedAt = _options.Time.GetUtcNow(),
            At = _options.Time.GetUtcNow(),
            Message = HandleOf(message),
            Status = status,
            IsFinal = status is not (SmsDeliveryStatus.Unknown or SmsDeliveryStatus.Scheduled or SmsDeliveryStatus.Queued or SmsDeliveryStatus.Sent),
            IsKnown = true,
        };
        return RaiseAsync(change is null ? report : change(report), cancellationToken);
    }

    /// <summary>Lets a phone write, to the application's own handlers. When the task ends they are done; what they throw comes out here.</summary>
    /// <param name="from">The phone's number, in international form.</param>
    /// <param name="text">What it writes. "STOP" and the like are marked as opting out.</param>
    /// <param name="inReplyTo">The message that it answers; null for none.</param>
    /// <param name="cancellationToken">Handed to the handlers.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="FormatException"><paramref name="from"/> is no number.</exception>
    /// <exception cref="InvalidOperationException">There is no handler.</exception>
    public Task ReplyAsync(string from, string text, SentMessage? inReplyTo = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var number = PhoneNumber.Parse(from);
        var account = inReplyTo?.Account ?? _options.Account;
        return RaiseAsync(
            new SmsInboundEvent
            {
                Account = account,
                ReceivedAt = _options.Time.GetUtcNow(),
                OptOut = Keywords.Find(text),
                Message = new SmsInboundMessage
                {
                    Account = account,
                    Sender = number.Digits,
                    From = number,
                    Text = text,
                    InReplyTo = inReplyTo is null ? null : HandleOf(inReplyTo),
                    ReceivedAt = _options.Time.GetUtcNow(),
                },
            },
            cancellationToken);
    }

    /// <summary>Hands any event to the application's own handlers, each in the order of registration, all in one scope of the container.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="cancellationToken">Handed to the handlers.</param>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    /// <exception cref="InvalidOperationException">There is no handler.</exception>
    public async Task RaiseAsync(SmsEvent happened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(happened);
        if (Scopes is null)
        {
            await RunAsync(happened, [], cancellationToken).ConfigureAwait(false);
            return;
        }

        var scope = Scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await RunAsync(happened, [.. scope.ServiceProvider.GetServices<ISmsEventHandler>()], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(SmsEvent happened, List<ISmsEventHandler> handlers, CancellationToken cancellationToken)
    {
        lock (_handlers)
        {
            handlers.AddRange(_handlers);
        }

        if (handlers.Count == 0)
        {
            throw new InvalidOperationException("Nothing handles events: register a handler with AddSmsEventHandler and resolve the client from the container, or use AddHandler.");
        }

        foreach (var handler in handlers)
        {
            await (happened switch
            {
                SmsDeliveryReport report => handler.OnReportAsync(report, cancellationToken),
                SmsInboundEvent inbound => handler.OnInboundAsync(inbound, cancellationToken),
                _ => handler.OnOtherAsync(happened, cancellationToken),
            }).ConfigureAwait(false);
        }
    }

    private static SmsMessageHandle HandleOf(SentMessage message) =>
        new(message.Account!, message.Result.MessageId?.Id ?? message.Reference, message.Number, message.Reference);
}
