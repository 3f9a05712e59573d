using FsCheck;
using FsCheck.Fluent;
using SmsGateway.Client;
using SmsGateway.Http;
using SmsGateway.Tests.Gateways;

namespace SmsGateway.Tests.Client;

/// <summary>Laws of regrouping, for any list of messages and any shape of gateway.</summary>
public sealed class BatchPlannerTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<OutgoingSms[]> Messages =
        from count in Gen.Choose(1, 400)
        from seeds in Gen.Choose(0, 9_999).ArrayOf(count)
        select seeds.Select((seed, i) => Message(i, seed)).ToArray();

    private static readonly Gen<Shape> Shapes =
        from bulk in Gen.Elements(1, 2, 7, 100, 10_000)
        from personalised in Gen.Elements(1, 2, 5, 100)
        select new Shape(bulk, Math.Min(bulk, personalised));

    [Fact]
    public void Plan_AnyMessages_LosesAndDoublesNone() => Check((messages, shape) =>
        Plan(messages, shape).SelectMany(batch => batch.Messages).OrderBy(message => message.Index).SequenceEqual(messages));

    [Fact]
    public void Plan_AnyMessages_SharesRequestsOnlyAmongEqualOptions() => Check((messages, shape) =>
        Plan(messages, shape).All(batch => batch.Messages.All(message =>
            message.Sender == batch.First.Sender && message.Message.Flash == batch.First.Message.Flash
            && (batch.IsPersonalised || message.Text == batch.First.Text))));

    [Fact]
    public void Plan_AnyMessages_StaysWithinTheLimits() => Check((messages, shape) =>
        Plan(messages, shape).All(batch => batch.Count >= 1 && batch.Count <= (batch.IsPersonalised ? shape.Personalised : shape.Bulk)));

    [Fact]
    public void Plan_AnyMessages_KeepsTheOrderWithinARequest() => Check((messages, shape) =>
        Plan(messages, shape).All(batch => batch.IsPersonalised || batch.Messages.Select(message => message.Index).SequenceEqual(batch.Messages.Select(message => message.Index).Order())));

    [Fact]
    public void Plan_AnyMessages_TakesTheFewestRequests() => Check((messages, shape) => Plan(messages, shape).Count == Fewest(messages, shape));

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void Plan_TwiceTheMessages_TakesTwiceTheMemory(int bulk)
    {
        var shape = new Shape(bulk, personalised: 1);

        var (some, twice) = (BytesToPlan(10_000, shape), BytesToPlan(20_000, shape));

        Assert.InRange(twice, some, 3 * some);
    }

    private static long BytesToPlan(int count, Shape shape)
    {
        var messages = Enumerable.Range(0, count).Select(i => Message(i, seed: 0)).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        BatchPlanner.Plan(messages, shape, Now);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // Full bulks first; what is left of each text either stands alone or fills personalised requests: whichever is fewer, for
    // every choice of remainders.
    private static int Fewest(OutgoingSms[] messages, Shape shape) => messages.GroupBy(message => (message.Sender, message.Message.Flash)).Sum(options =>
    {
        var sizes = options.GroupBy(message => message.Text).Select(text => text.Count()).ToList();
        var full = sizes.Sum(size => size / shape.Bulk);
        var rest = sizes.Select(size => size % shape.Bulk).Where(size => size > 0).Order().ToList();
        return full + Enumerable.Range(0, rest.Count + 1).Min(pooled =>
            (shape.Personalised == 1 ? rest.Take(pooled).Sum() : (rest.Take(pooled).Sum() + shape.Personalised - 1) / shape.Personalised) + rest.Count - pooled);
    });

    private static List<SmsBatch> Plan(OutgoingSms[] messages, Shape shape) => [.. BatchPlanner.Plan(messages, shape, Now)];

    private static void Check(Func<OutgoingSms[], Shape, bool> law) =>
        Prop.ForAll(Messages.ToArbitrary(), Shapes.ToArbitrary(), law).QuickCheckThrowOnFailure();

    private static OutgoingSms Message(int index, int seed)
    {
        // Few texts and options, some much commoner than others.
        var text = seed % 10 < 6 ? $"text {seed % 3}" : $"text {seed % 40}";
        var message = new SmsMessage($"+48500{seed + 100_000}", text) { From = seed % 17 == 0 ? "Other" : null, Flash = seed % 23 == 0 };
        return new OutgoingSms(message, PhoneNumber.Parse(message.To), $"reference{index:D5}") { Index = index };
    }

    private sealed class Shape(int bulk, int personalised) : ISmsGateway
    {
        public int Bulk => bulk;

        public int Personalised => personalised;

        public SmsGatewayInfo Info { get; } = Drivers.Create("smsapi").Info with { MaxMessagesPerRequest = bulk, MaxPersonalisedPerRequest = personalised };

        public SmsError? Check(OutgoingSms message) => null;

        public GatewayRequest CreateRequest(SmsBatch batch) => throw new NotSupportedException();

        public SmsBatchVerdict ReadResponse(SmsBatch batch, in GatewayReply reply) => throw new NotSupportedException();

        public override string ToString() => $"bulk {bulk}, personalised {personalised}";
    }
}
