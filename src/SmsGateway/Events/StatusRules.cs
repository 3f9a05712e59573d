namespace SmsGateway.Events;

/// <summary>What a report means beside what is known: statuses only move forward. Pure.</summary>
internal static class StatusRules
{
    public static ReportVerdict Judge(SmsTrackedMessage known, SmsDeliveryReport report, SmsConflictingFinals policy) =>
        known.IsFinal ? JudgeFinal(known, report, policy)
        : report.IsFinal ? ReportVerdict.News
        : report.Status == known.Status && report.RawStatus == known.RawStatus ? (known.StatusAt is null ? ReportVerdict.News : ReportVerdict.Repeat)
        : report.Status == SmsDeliveryStatus.Unknown ? (report.RawStatus == known.RawStatus ? ReportVerdict.Repeat : ReportVerdict.News)
        : report.Status < known.Status ? ReportVerdict.Stale
        : ReportVerdict.News;

    /// <summary>What is known after handlers heard a report.</summary>
    public static SmsTrackedMessage Apply(SmsTrackedMessage known, SmsDeliveryReport report) => known with
    {
        // A word that nobody knows takes nothing back of what is known.
        Status = report.Status == SmsDeliveryStatus.Unknown && !report.IsFinal ? known.Status : report.Status,
        RawStatus = report.RawStatus,
        IsFinal = report.IsFinal,
        Source = report.Source,
        StatusAt = report.At ?? report.ReceivedAt,
    };

    private static ReportVerdict JudgeFinal(SmsTrackedMessage known, SmsDeliveryReport report, SmsConflictingFinals policy)
    {
        if (!report.IsFinal)
        {
            return ReportVerdict.Stale;
        }

        if (report.Status == known.Status)
        {
            return ReportVerdict.Repeat;
        }

        if (report.Status == SmsDeliveryStatus.Unknown)
        {
            return ReportVerdict.Stale; // "not known any more" says nothing against what was known
        }

        // "Nobody knows" may still turn out to be a delivery, and what the gateway tells by itself goes before what it was asked.
        var replaces = (known.Status == SmsDeliveryStatus.Unknown && report.Status == SmsDeliveryStatus.Delivered)
            || (known.Source == SmsEventSource.Polled && report.Source == SmsEventSource.Pushed)
            || (policy == SmsConflictingFinals.LastReplaces && (report.At ?? report.ReceivedAt) >= known.StatusAt);
        return replaces ? ReportVerdict.Replaces : known.OtherFinals.Contains(report.Status) ? ReportVerdict.Repeat : ReportVerdict.Contradicts;
    }
}

/// <summary>What to do about a report.</summary>
internal enum ReportVerdict
{
    /// <summary>Tell the handlers.</summary>
    News,

    /// <summary>Tell them, and that it takes the place of another last word.</summary>
    Replaces,

    /// <summary>They know.</summary>
    Repeat,

    /// <summary>They know better.</summary>
    Stale,

    /// <summary>A last word against a last word: the first stays, the second is kept and told apart.</summary>
    Contradicts,
}
