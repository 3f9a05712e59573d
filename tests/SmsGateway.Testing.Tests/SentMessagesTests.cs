namespace SmsGateway.Testing.Tests;

public sealed class SentMessagesTests
{
    private readonly FakeSmsClient _sms = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Your code is 482910", "482910")]
    [InlineData("482910.", "482910")]
    [InlineData("Kod: 4829, ważny 5 min", "4829")]
    [InlineData("Pay 1200.50 to +48500111222, code 77001122", "77001122")]
    [InlineData("See https://shop.example/o/123456?x=98765 or use 4321!", "4321")]
    [InlineData("Order A12345 is ready, PIN 0042", "0042")]
    public async Task Code_InAText_IsFound(string text, string code)
    {
        await _sms.SendAsync("+48500111222", text, Stop);

        Assert.Equal(code, _sms.Sent[0].Code());
        Assert.Equal([code], _sms.Sent[0].Codes);
    }

    [Theory]
    [InlineData("no code here")]
    [InlineData("either 1234 or 5678")]
    [InlineData("123 is too short, 123456789 too long")]
    public async Task Code_NoneOrSeveral_ThrowsWithTheText(string text)
    {
        await _sms.SendAsync("+48500111222", text, Stop);

        Assert.Contains(text, Assert.Throws<SmsAssertionException>(() => _sms.Sent[0].Code()).Message);
    }

    [Fact]
    public async Task Link_InAText_IsFound()
    {
        await _sms.SendAsync("+48500111222", "Track: https://shop.example/t/9?a=1. Terms: http://shop.example/terms, thanks", Stop);

        Assert.Equal(["https://shop.example/t/9?a=1", "http://shop.example/terms"], _sms.Sent[0].Links.Select(link => link.OriginalString));
        Assert.Equal("/terms", _sms.Sent[0].Link(link => link.Scheme == "http").AbsolutePath);
        Assert.Throws<SmsAssertionException>(() => _sms.Sent[0].Link());
    }

    [Fact]
    public async Task Wait_MessageThereAlready_ReturnsTheOldestThatFits()
    {
        await _sms.SendAsync("+48500111222", "code 1111", Stop);
        await _sms.SendAsync("+48500111222", "code 2222", Stop);

        Assert.Equal("1111", (await _sms.Sent.WaitAsync(to: "+48 500 111 222", cancellationToken: Stop)).Code());
    }

    [Fact]
    public async Task Wait_BehindAMark_IgnoresWhatWasBefore()
    {
        await _sms.SendAsync("+48500111222", "code 1111", Stop);
        var mark = _sms.Sent.Mark();
        var waiting = _sms.Sent.WaitAsync(contains: "CODE", since: mark, cancellationToken: Stop);
        Assert.False(waiting.IsCompleted);

        await _sms.SendAsync("+48500111222", "hello", Stop);
        await _sms.SendAsync("+48500111222", "code 2222", Stop);

        Assert.Equal("2222", (await waiting).Code());
        Assert.Equal(2, _sms.Sent.Since(mark).Count);
    }

    [Fact]
    public async Task Wait_NothingFits_SaysWhatCame()
    {
        await _sms.SendAsync("+48500111222", "hello there", Stop);

        var thrown = await Assert.ThrowsAsync<SmsAssertionException>(
            () => _sms.Sent.WaitAsync(to: "+48500111222", contains: "code", timeout: TimeSpan.FromMilliseconds(20), cancellationToken: Stop));

        Assert.Contains("within 0.02 s", thrown.Message);
        Assert.Contains("hello there", thrown.Message);
        Assert.DoesNotContain("500111222", thrown.Message);
    }

    [Fact]
    public async Task Wait_Cancelled_Throws()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = _sms.Sent.WaitAsync(cancellationToken: cancel.Token);

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Stream_GivesOldAndNewInOrder()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await _sms.SendAsync("+48500111222", "one", Stop);
        List<string> seen = [];

        await foreach (var message in _sms.Sent.StreamAsync(cancellationToken: cancel.Token))
        {
            seen.Add(message.Text);
            if (seen.Count == 3)
            {
                break;
            }

            await _sms.SendAsync("+48500111222", seen.Count == 1 ? "two" : "three", Stop);
        }

        Assert.Equal(["one", "two", "three"], seen);
    }

    [Fact]
    public async Task To_ComparesDigits()
    {
        await _sms.SendAsync("0048 500-111-222", "hello", Stop);

        Assert.Single(_sms.Sent.To("+48500111222"));
        Assert.Empty(_sms.Sent.To("+48500111223"));
        Assert.Throws<FormatException>(() => _sms.Sent.To("nobody"));
    }

    [Fact]
    public async Task ToString_NeverHoldsNumberOrText()
    {
        await _sms.SendAsync("+48500111222", "a private text", Stop);

        Assert.DoesNotContain("500111222", _sms.Sent[0].ToString());
        Assert.DoesNotContain("private", _sms.Sent[0].ToString());
    }
}
