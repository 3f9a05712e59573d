using System.Runtime.InteropServices;
using SmsGateway.Http;

namespace SmsGateway.Client;

/// <summary>
/// Divides messages over the fewest requests that the gateway allows: equal texts with equal options together, then what
/// is left over in personalised requests where the gateway has them. Nothing is lost, doubled or reordered within a request.
/// </summary>
internal static class BatchPlanner
{
    public static IReadOnlyList<SmsBatch> Plan(IReadOnlyList<OutgoingSms> messages, ISmsGateway gateway, DateTimeOffset now)
    {
        if (messages.Count == 1)
        {
            return [new SmsBatch(messages, now)];
        }

        List<SmsBatch> batches = [];
        var info = gateway.Info;

        // A remainder of fewer messages than a personalised request holds may share one with other remainders.
        Dictionary<OptionsKey, List<OutgoingSms>> leftOver = [];
        AskForKeys(messages, gateway);
        foreach (var group in GroupByText(messages))
        {
            var isShared = info.MaxPersonalisedPerRequest > 1 && gateway.CanPersonalise(group[0]);
            var next = 0;
            while (group.Count - next >= (isShared ? info.MaxPersonalisedPerRequest : 1))
            {
                var size = Math.Min(group.Count - next, gateway.GetMaxPerRequest(group[next]));
                batches.Add(new SmsBatch(group.GetRange(next, size), now));
                next += size;
            }

            group.RemoveRange(0, next);
            if (group.Count > 0)
            {
                ref var pool = ref CollectionsMarshal.GetValueRefOrAddDefault(leftOver, new OptionsKey(group[0]), out _);
                (pool ??= []).AddRange(group);
            }
        }

        foreach (var pool in leftOver.Values)
        {
            foreach (var chunk in pool.Chunk(info.MaxPersonalisedPerRequest))
            {
                batches.Add(new SmsBatch(chunk, now) { IsPersonalised = Array.Exists(chunk, message => message.Text != chunk[0].Text) });
            }
        }

        return batches;
    }

    private static void AskForKeys(IReadOnlyList<OutgoingSms> messages, ISmsGateway gateway)
    {
        foreach (var message in messages)
        {
            if (message.Message.Extras is not null)
            {
                message.ShareKey = gateway.GetShareKey(message);
            }
        }
    }

    private static List<List<OutgoingSms>> GroupByText(IReadOnlyList<OutgoingSms> messages)
    {
        Dictionary<TextKey, List<OutgoingSms>> groups = [];
        List<OutgoingSms>? latest = null;
        foreach (var message in messages)
        {
            // Lists mostly come with equal texts side by side: then no hashing is needed.
            if (latest is null || !TextKey.AreEqual(latest[0], message))
            {
                ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, new TextKey(message), out _);
                latest = group ??= [];
            }

            latest.Add(message);
        }

        return [.. groups.Values];
    }

    private readonly record struct TextKey(OutgoingSms Message)
    {
        public static bool AreEqual(OutgoingSms one, OutgoingSms other) => one.ShareKey is null && other.ShareKey is null
            ? one.Text == other.Text && OptionsKey.AreEqual(one, other)
            : Equals(one.ShareKey, other.ShareKey) && OptionsKey.AreEqualButExtras(one, other);

        public bool Equals(TextKey other) => AreEqual(Message, other.Message);

        public override int GetHashCode() => HashCode.Combine(Message.ShareKey ?? Message.Text, OptionsKey.HashOf(Message));
    }

    /// <summary>Everything besides the text that a request says once for all its messages.</summary>
    private readonly record struct OptionsKey(OutgoingSms Message)
    {
        public static bool AreEqual(OutgoingSms one, OutgoingSms other) =>
            ReferenceEquals(one.Message, other.Message) || (AreEqualButExtras(one, other) && Equals(one.Message.Extras, other.Message.Extras));

        public static bool AreEqualButExtras(OutgoingSms one, OutgoingSms other)
        {
            var (a, b) = (one.Message, other.Message);
            return one.Sender == other.Sender && a.SendAt == b.SendAt && a.Validity == b.Validity && a.Flash == b.Flash
                && a.DryRun == b.DryRun && a.DeliveryReportUrl == b.DeliveryReportUrl
                && EffectiveLimit(a) == EffectiveLimit(b);
        }

        // A limit may travel to the gateway; so may the wish to have no Unicode.
        private static (int?, SmsUnicodePolicy?) EffectiveLimit(SmsMessage message) => (message.MaxSegments, message.UnicodePolicy);

        public static int HashOf(OutgoingSms message) => HashCode.Combine(message.Sender, message.Message.SendAt);

        public bool Equals(OptionsKey other) => AreEqual(Message, other.Message);

        public override int GetHashCode() => HashOf(Message);
    }
}
