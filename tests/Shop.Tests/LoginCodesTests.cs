using SmsGateway;
using SmsGateway.Testing;

namespace Shop.Tests;

public sealed class LoginCodesTests
{
    private const string Phone = "+48500111222";

    private readonly FakeSmsClient _sms = new();
    private readonly ManualTimeProvider _time = new();
    private readonly LoginCodes _codes;

    public LoginCodesTests() => _codes = new LoginCodes(_sms, _time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Check_CodeFromTheMessage_WorksOnce()
    {
        Assert.Equal(LoginCodeState.OnItsWay, await _codes.SendAsync(Phone, Stop));
        var code = SmsAssert.Single(_sms.Sent, to: Phone).Code();

        Assert.False(_codes.Check(Phone, "12345"));
        Assert.True(_codes.Check(Phone, code));
        Assert.False(_codes.Check(Phone, code));
    }

    [Fact]
    public async Task Send_Again_TakesTheFirstCodeBack()
    {
        await _codes.SendAsync(Phone, Stop);
        var mark = _sms.Sent.Mark();
        await _codes.SendAsync(Phone, Stop);

        var first = _sms.Sent[0].Code();
        var second = (await _sms.Sent.WaitAsync(since: mark, cancellationToken: Stop)).Code();

        Assert.True(first == second || !_codes.Check(Phone, first));
        Assert.True(_codes.Check(Phone, second));
    }

    [Fact]
    public async Task Send_AnswerLost_IsNotSentAgainAndTheCodeWorks()
    {
        _sms.When.Any().Unknown(gatewayAccepted: true);

        Assert.Equal(LoginCodeState.PerhapsOnItsWay, await _codes.SendAsync(Phone, Stop));

        SmsAssert.Count(_sms.Sent, 1);
        Assert.True(_codes.Check(Phone, _sms.Sent.Accepted[0].Code()));
    }

    [Fact]
    public async Task Send_NotSent_AsksToTryAgain()
    {
        _sms.When.Any().NotSent();

        Assert.Equal(LoginCodeState.TryAgainLater, await _codes.SendAsync(Phone, Stop));
    }

    [Fact]
    public async Task Send_NumberRefused_SaysSo()
    {
        _sms.When.Any().Reject(SmsErrorKind.InvalidRecipient, "13");

        Assert.Equal(LoginCodeState.WrongNumber, await _codes.SendAsync(Phone, Stop));
    }

    [Fact]
    public async Task Check_AfterFiveMinutesOrFiveTries_Fails()
    {
        await _codes.SendAsync(Phone, Stop);
        _time.Advance(TimeSpan.FromMinutes(5.1));
        Assert.False(_codes.Check(Phone, _sms.Sent[0].Code()));

        await _codes.SendAsync(Phone, Stop);
        for (var i = 0; i < 5; i++)
        {
            Assert.False(_codes.Check(Phone, "no"));
        }

        Assert.False(_codes.Check(Phone, _sms.Sent[1].Code()));
    }
}
