namespace SmsGateway.Events;

/// <summary>When a message is asked about, counted from its send: it needs no memory of how often it was asked about. Pure.</summary>
internal static class PollSchedule
{
    /// <summary>The first time on the schedule that lies ahead; the horizon when nothing else does.</summary>
    public static DateTimeOffset Next(DateTimeOffset sentAt, DateTimeOffset now, SmsEventOptions options)
    {
        var at = sentAt;
        for (var i = 0; ; i++)
        {
            at += options.PollDelays[Math.Min(i, options.PollDelays.Count - 1)];
            if (at >= sentAt + options.PollHorizon)
            {
                return sentAt + options.PollHorizon;
            }

            if (at > now)
            {
                return at;
            }
        }
    }

    public static bool IsOver(DateTimeOffset sentAt, DateTimeOffset now, SmsEventOptions options) => now >= sentAt + options.PollHorizon;
}
