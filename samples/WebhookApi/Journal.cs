using System.Collections.Concurrent;
using SmsGateway;

namespace WebhookApi;

#region Handler
/// <summary>All that the application does about reports and replies, whichever gateway they are from.</summary>
internal sealed class Journal(Story story) : ISmsEventHandler
{
    public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken)
    {
        story.Tell("report", report.Message.Number?.Digits ?? "", "", $"{report.Status}{(report.IsFinal ? ", for good" : "")} ({report.Source})");
        return Task.CompletedTask;
    }

    public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken)
    {
        story.Tell("reply", inbound.Message.Sender, inbound.Message.Text, inbound.OptOut == SmsOptOutRequest.None ? "" : inbound.OptOut.ToString());
        return Task.CompletedTask;
    }
}
#endregion

/// <summary>What has happened, newest first.</summary>
internal sealed class Story(TimeProvider time)
{
    private readonly ConcurrentQueue<Line> _lines = [];

    public IEnumerable<Line> Lines => _lines.Reverse();

    public void Tell(string kind, string phone, string text, string note)
    {
        _lines.Enqueue(new Line(time.GetLocalNow().ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), kind, phone.TrimStart('+'), text, note));
        while (_lines.Count > 200)
        {
            _lines.TryDequeue(out _);
        }
    }
}

/// <summary>One thing that happened.</summary>
internal sealed record Line(string At, string Kind, string Phone, string Text, string Note);

/// <summary>What the page sends.</summary>
internal sealed record Outgoing(string To, string Text, bool Code = false);
