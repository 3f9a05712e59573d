using System.Diagnostics.Metrics;

namespace SmsGateway.Emulator.Hosting;

/// <summary>Counts for whoever listens to the meter <c>SmsGateway.Emulator</c>; an emulator has one of its own.</summary>
internal sealed class EmulatorMeter : IDisposable
{
    private readonly Meter _meter = new("SmsGateway.Emulator");
    private readonly Counter<long> _exchanges;
    private readonly Counter<long> _messages;
    private readonly Counter<long> _pushes;

    public EmulatorMeter()
    {
        _exchanges = _meter.CreateCounter<long>("sms.emulator.exchanges", "{exchange}", "HTTP exchanges with the gateways, by gateway and fault.");
        _messages = _meter.CreateCounter<long>("sms.emulator.messages", "{message}", "Messages accepted, by gateway.");
        _pushes = _meter.CreateCounter<long>("sms.emulator.pushes", "{push}", "Pushes to the application, by kind and acknowledgement.");
    }

    public void Count(CapturedExchange exchange)
    {
        if (_exchanges.Enabled)
        {
            _exchanges.Add(1, new("gateway", exchange.Gateway?.ToString() ?? "none"), new KeyValuePair<string, object?>("faulted", exchange.Fault is not null));
        }

        if (exchange.Messages > 0 && _messages.Enabled)
        {
            _messages.Add(exchange.Messages, new KeyValuePair<string, object?>("gateway", exchange.Gateway?.ToString()));
        }
    }

    public void Count(WebhookAttempt attempt)
    {
        if (_pushes.Enabled)
        {
            _pushes.Add(1, new("kind", attempt.Kind.ToString()), new KeyValuePair<string, object?>("acknowledged", attempt.IsAcknowledged));
        }
    }

    public void Dispose() => _meter.Dispose();
}
