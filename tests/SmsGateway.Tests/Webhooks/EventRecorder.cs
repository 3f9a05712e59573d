using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Keeps what a handler got, and may do something first.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle holds nothing.")]
public sealed class EventRecorder
{
    private readonly ConcurrentQueue<SmsEvent> _events = [];
    private readonly SemaphoreSlim _news = new(0);

    /// <summary>Runs before an event counts as handled.</summary>
    public Func<SmsEvent, CancellationToken, Task> Before { get; set; } = static (_, _) => Task.CompletedTask;

    public IReadOnlyList<SmsEvent> Events => [.. _events];

    public IReadOnlyList<SmsDeliveryReport> Reports => [.. _events.OfType<SmsDeliveryReport>().Where(report => report.Contradicts is null)];

    public IReadOnlyList<SmsInboundEvent> Inbound => [.. _events.OfType<SmsInboundEvent>()];

    public async Task NoteAsync(SmsEvent happened, CancellationToken cancellationToken)
    {
        await Before(happened, cancellationToken);
        _events.Enqueue(happened);
        _news.Release();
    }

    /// <summary>Waits until so many events were handled since the last wait.</summary>
    public async Task WaitAsync(int count = 1)
    {
        for (var i = 0; i < count; i++)
        {
            Assert.True(await _news.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken), $"Only {_events.Count} events were handled.");
        }
    }
}

/// <summary>A handler that records.</summary>
public sealed class RecordingHandler(EventRecorder recorder) : ISmsEventHandler
{
    public Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken) => recorder.NoteAsync(report, cancellationToken);

    public Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken) => recorder.NoteAsync(inbound, cancellationToken);

    public Task OnOtherAsync(SmsEvent other, CancellationToken cancellationToken) => recorder.NoteAsync(other, cancellationToken);
}
