namespace SmsGateway.KeyRef;

/// <summary>Delivery states, one request a message. Number and reference are needed; the id that results carry is the reference.</summary>
internal sealed class KeyRefStatusReader(IKeyRefClient client) : ISmsStatusReader
{
    public async Task<IReadOnlyList<SmsStatusReport>> GetStatusAsync(IReadOnlyList<SmsMessageHandle> messages, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var reports = new SmsStatusReport[messages.Count];
        for (var i = 0; i < reports.Length; i++)
        {
            var message = messages[i];
            reports[i] = message is { Number: { } number } && (message.Reference ?? message.Id) is { Length: > 0 } reference
                ? Report(message, await client.GetReportAsync(number.Digits, reference, cancellationToken).ConfigureAwait(false))
                : new SmsStatusReport(message, SmsDeliveryStatus.Unknown);
        }

        return reports;
    }

    private static SmsStatusReport Report(SmsMessageHandle message, KeyRefReport report) => new(message, report.Status)
    {
        IsFinal = report.IsDeleted || report.Status.IsFinal(),
        RawStatus = RawOf(report),
        Price = report.Cost is { } cost and >= 0 ? new SmsPrice(cost) : null,
    };

    // "processed/undelivered 5": both words, and the number of an error where there is one.
    private static string? RawOf(KeyRefReport report)
    {
        var error = KeyRefReply.IsSet(report.QueueError) ? report.QueueError : KeyRefReply.IsSet(report.DlrError) ? report.DlrError : null;
        return error is null ? $"{report.QueueStatus}/{report.DlrStatus ?? "-"}" : $"{report.QueueStatus}/{report.DlrStatus ?? "-"} {error}";
    }
}
