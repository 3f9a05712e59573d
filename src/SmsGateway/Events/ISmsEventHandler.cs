using System.Diagnostics.CodeAnalysis;

namespace SmsGateway;

/// <summary>
/// What the application does about events, whichever gateway they are from. Register it with <c>AddSmsEventHandler</c>; it is made
/// anew for each event, in a scope of its own, so it may use a database context.
/// </summary>
/// <remarks>
/// Each event comes once. When a method throws, the event comes again after a while, longer each time, until the store forgets
/// it; when the process dies inside a method, the event comes again after the restart. Events about one message come one after the
/// other, in order; those about different messages side by side.
/// </remarks>
[SuppressMessage("Naming", "CA1711", Justification = "It handles events; it is no delegate.")]
public interface ISmsEventHandler
{
    /// <summary>A message moved on. Statuses only move forward: a final one is the last word.</summary>
    /// <param name="report">What is known.</param>
    /// <param name="cancellationToken">Ends when the application stops, or the handler takes too long; the event then comes again.</param>
    Task OnReportAsync(SmsDeliveryReport report, CancellationToken cancellationToken);

    /// <summary>A phone wrote.</summary>
    /// <param name="inbound">What it wrote.</param>
    /// <param name="cancellationToken">As for <see cref="OnReportAsync"/>.</param>
    Task OnInboundAsync(SmsInboundEvent inbound, CancellationToken cancellationToken);

    /// <summary>
    /// Everything else: a bulk began, a link was opened, a number was looked up, a callback that nobody knows - and a final report
    /// that contradicts an earlier one without replacing it (<see cref="SmsDeliveryReport.Contradicts"/>). Does nothing by default.
    /// </summary>
    /// <param name="other">What happened.</param>
    /// <param name="cancellationToken">As for <see cref="OnReportAsync"/>.</param>
    Task OnOtherAsync(SmsEvent other, CancellationToken cancellationToken) => Task.CompletedTask;
}
