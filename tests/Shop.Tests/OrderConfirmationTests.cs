using SmsGateway;
using SmsGateway.Testing;

namespace Shop.Tests;

/// <summary>Business code with the fake: every outcome, no network.</summary>
public sealed class OrderConfirmationTests
{
    private readonly FakeSmsClient _sms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_Order_TellsNumberAndTotalInOneSegment()
    {
        var state = await SendAsync();

        Assert.Equal(ConfirmationState.Sent, state);
        var sent = SmsAssert.Single(_sms.Sent, to: "+48 500 111 222", contains: "Order 17 over 49.90 PLN");
        SmsAssert.FitsInSegments(sent, 1);
        SmsAssert.NoUcs2(sent);
        Assert.Equal("confirm00000017", sent.Reference);
    }

    [Fact]
    public async Task Send_GatewayThrottles_IsTriedLater()
    {
        _sms.When.Any().RateLimit(TimeSpan.FromSeconds(5));

        Assert.Equal(ConfirmationState.TryLater, await SendAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_AnswerLost_IsLeftAlone(bool gatewayHasIt)
    {
        _sms.When.Any().Unknown(gatewayHasIt);

        Assert.Equal(ConfirmationState.Uncertain, await SendAsync());
        SmsAssert.Count(_sms.Sent, 1);
    }

    [Theory]
    [InlineData(SmsErrorKind.RecipientBlocked, "AskForNumber")]
    [InlineData(SmsErrorKind.InsufficientBalance, "Failed")]
    public async Task Send_Refused_DependsOnWhoseFaultItIs(SmsErrorKind kind, string state)
    {
        _sms.When.Any().Reject(kind);

        Assert.Equal(state, (await SendAsync()).ToString());
    }

    [Fact]
    public async Task Send_NumberIsNone_AsksForAnother() => Assert.Equal(ConfirmationState.AskForNumber, await SendAsync("500"));

    private Task<ConfirmationState> SendAsync(string phone = "+48500111222") => new OrderConfirmation(_sms).SendAsync(new Order(17, phone, 49.90m), Stop);
}
