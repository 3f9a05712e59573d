namespace SmsGateway.Events;

/// <summary>Puts a report beside what is known of its message, and keeps what came of it.</summary>
internal sealed class ReportJudge(ISmsMessageStore messages, Stripes stripes, SmsEventOptions options)
{
    public ValueTask<SmsTrackedMessage?> FindAsync(SmsDeliveryReport report, CancellationToken cancellationToken) => messages.FindAsync(report.Message, cancellationToken);

    /// <summary>What the handlers are told, if anything.</summary>
    /// <param name="report">The report.</param>
    /// <param name="found">The message, if it is known.</param>
    public JudgedReport Judge(SmsDeliveryReport report, SmsTrackedMessage? found)
    {
        var known = found ?? Begin(report);
        report = report with { Message = Join(known.Message, report.Message), IsKnown = known.IsSent };
        if (report.Part is not null && options.AggregateParts && (report.Parts ?? known.Segments) is { } total)
        {
            var parts = PartRules.Add(known, report);
            var piece = report;
            return PartRules.Sum(report, parts, total) is { } whole
                ? Judge(whole, known, Add)
                : new JudgedReport(report, known, null, (fresh, _) => Add(fresh));

            SmsTrackedMessage Add(SmsTrackedMessage fresh) => fresh with { PartStatuses = PartRules.Add(fresh, piece) };
        }

        return Judge(report, known, static fresh => fresh);
    }

    /// <summary>Keeps what came of a report. May be done again.</summary>
    public async ValueTask KeepAsync(JudgedReport judged, CancellationToken cancellationToken)
    {
        if (judged.Change is not { } change)
        {
            return;
        }

        // The send may have come back while the handlers ran: what it told is kept too.
        using var alone = await stripes.EnterAsync(EventLane.Of(judged.Report.Message, judged.Report.IdIsShared), cancellationToken).ConfigureAwait(false);
        var fresh = await messages.FindAsync(judged.Report.Message, cancellationToken).ConfigureAwait(false) ?? judged.Known;
        var message = Join(fresh.Message, judged.Report.Message);
        var changed = change(fresh, judged.Report);
        await messages.SaveAsync([changed.Message == message ? changed : changed with { Message = message }], cancellationToken).ConfigureAwait(false);
    }

    public static SmsMessageHandle Join(SmsMessageHandle known, SmsMessageHandle told) =>
        known == told ? known : new(told.Account, told.Id ?? known.Id, told.Number ?? known.Number, told.Reference ?? known.Reference);

    private JudgedReport Judge(SmsDeliveryReport report, SmsTrackedMessage known, Func<SmsTrackedMessage, SmsTrackedMessage> also)
    {
        var verdict = StatusRules.Judge(known, report, options.ConflictingFinals);
        return verdict switch
        {
            ReportVerdict.News => new JudgedReport(report, known, verdict, (fresh, news) => StatusRules.Apply(also(fresh), news)),
            ReportVerdict.Replaces => new JudgedReport(
                report with { Contradicts = known.Status }, known, verdict, (fresh, news) => StatusRules.Apply(also(fresh), news)),
            ReportVerdict.Contradicts => new JudgedReport(
                report with { Contradicts = known.Status },
                known,
                verdict,
                (fresh, other) => also(fresh) with { OtherFinals = [.. fresh.OtherFinals.Append(other.Status).Distinct()] }),
            _ => new JudgedReport(report, known, verdict, null),
        };
    }

    private SmsTrackedMessage Begin(SmsDeliveryReport report) => new()
    {
        Key = EventKeys.OfMessage(report.Message),
        Message = report.Message,
        At = report.ReceivedAt,
        KnownUntil = report.ReceivedAt + options.Retention,
    };
}

/// <summary>A report beside what was known.</summary>
/// <param name="Report">As the handlers get it.</param>
/// <param name="Known">What was known of its message.</param>
/// <param name="Verdict">Null for a part of a message of which other parts are open: nobody is told.</param>
/// <param name="Change">What is known afterwards; null for no change.</param>
internal sealed record JudgedReport(
    SmsDeliveryReport Report, SmsTrackedMessage Known, ReportVerdict? Verdict, Func<SmsTrackedMessage, SmsDeliveryReport, SmsTrackedMessage>? Change);
