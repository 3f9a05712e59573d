using Microsoft.Extensions.Hosting;

namespace SmsGateway.Events;

/// <summary>Starts and stops the handling of events and the asking for them with the application.</summary>
internal sealed class EventService(EventDispatcher dispatcher, StatusPoller poller, InboxPoller inbox) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await dispatcher.StartAsync(cancellationToken).ConfigureAwait(false);
        await poller.StartAsync(cancellationToken).ConfigureAwait(false);
        inbox.Start();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await inbox.StopAsync().ConfigureAwait(false);
        await poller.StopAsync().ConfigureAwait(false);
        await dispatcher.StopAsync(cancellationToken).ConfigureAwait(false);
    }
}
