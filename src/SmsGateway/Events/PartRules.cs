namespace SmsGateway.Events;

/// <summary>A message whose parts are reported one by one is delivered when all are, and failed when any is. Pure.</summary>
internal static class PartRules
{
    /// <summary>The statuses of the parts with this one; a part's last word stands.</summary>
    public static IReadOnlyDictionary<int, SmsDeliveryStatus> Add(SmsTrackedMessage known, SmsDeliveryReport report)
    {
        Dictionary<int, SmsDeliveryStatus> parts = new(known.PartStatuses ?? new Dictionary<int, SmsDeliveryStatus>());
        if (report.IsFinal)
        {
            parts.TryAdd(report.Part!.Value, report.Status);
        }

        return parts;
    }

    /// <summary>The report about the whole message; null while parts are open.</summary>
    public static SmsDeliveryReport? Sum(SmsDeliveryReport report, IReadOnlyDictionary<int, SmsDeliveryStatus> parts, int total)
    {
        var whole = report with { Part = null, Parts = total };
        foreach (var status in parts.Values)
        {
            if (status != SmsDeliveryStatus.Delivered)
            {
                return whole with { Status = status, IsFinal = true };
            }
        }

        return parts.Count >= total ? whole with { Status = SmsDeliveryStatus.Delivered, IsFinal = true }
            : report.IsFinal ? null
            : whole;
    }
}
