using SmsGateway.Events;

namespace SmsGateway.Tests.Webhooks;

/// <summary>Equal for repeats, different for everything else, and nothing personal in them.</summary>
public class EventKeysTests
{
    private static readonly SmsDeliveryReport Report = new()
    {
        Account = "pl",
        ReceivedAt = DateTimeOffset.UnixEpoch,
        Message = new SmsMessageHandle("pl", "4711", PhoneNumber.Parse("+48500100200"), "ours"),
        Status = SmsDeliveryStatus.Delivered,
        RawStatus = "404",
        IsFinal = true,
    };

    public static TheoryData<SmsDeliveryReport> Others =>
    [
        Report with { Account = "pl2" },
        Report with { Message = Report.Message with { Id = "4712" } },
        Report with { Message = Report.Message with { Id = null } },
        Report with { Message = Report.Message with { Number = PhoneNumber.Parse("+48500100201") } },
        Report with { Message = Report.Message with { Number = null } },
        Report with { Status = SmsDeliveryStatus.Sent },
        Report with { RawStatus = "405" },
        Report with { RawStatus = null },
        Report with { IsFinal = false },
        Report with { Part = 1 },
    ];

    [Fact]
    public void Of_Repeat_IsTheSame() => Assert.Equal(
        EventKeys.Of(Report), EventKeys.Of(Report with { ReceivedAt = DateTimeOffset.UtcNow, At = DateTimeOffset.UtcNow, Price = new SmsPrice(1) }));

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_AnotherReport_IsAnother(SmsDeliveryReport other) => Assert.NotEqual(EventKeys.Of(Report), EventKeys.Of(other));

    [Fact]
    public void Of_ManyReports_AreAsManyKeys()
    {
        var keys = Enumerable.Range(0, 100_000).Select(static i => EventKeys.Of(Report with { Message = new SmsMessageHandle("pl", $"{i}") })).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(100_000, keys.Count);
        Assert.All(keys, static key => Assert.Matches("^[A-Za-z0-9_-]{22}$", key));
    }

    [Fact]
    public void Of_Text_IsDigestedSoThatNobodyCanChooseItsKey()
    {
        var inbound = new SmsInboundEvent
        {
            Account = "pl",
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Message = new SmsInboundMessage { Account = "pl", Sender = "48500100200", Text = "STOP" },
        };

        Assert.Equal(EventKeys.Digest("inbound\npl\n\n48500100200\n\n\n\n\nSTOP"), EventKeys.Of(inbound));
        Assert.NotEqual(EventKeys.Digest("STOP", isGateways: true), EventKeys.Digest("STOP"));
    }
}
