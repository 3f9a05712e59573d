using SmsGateway.Tests.Support;

namespace SmsGateway.Tests.Reliability.Rows;

/// <summary>Rows 114 to 119 and 129: numbers, senders and references that are refused before any request, each for its own message only.</summary>
public sealed class NumberRows(EmulatorFixture fixture) : RowTests(fixture)
{
    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row114_NoNumber_IsRejectedBeforeAnyRequest(string gateway)
    {
        foreach (var to in new[] { "", "   ", "1234567890123456", "+1234567890123456", "call me", "+", "+48abc", "++48500111222", null })
        {
            AssertRefused(await RefuseAsync(gateway, Message(gateway) with { To = to! }), SmsErrorKind.InvalidRecipient);
        }
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row114_NullMessage_Throws(string gateway)
    {
        await using var harness = Start(gateway);

        await Assert.ThrowsAsync<ArgumentNullException>(() => harness.Client.SendAsync([Message(gateway), null!], Stop));
        await Assert.ThrowsAsync<ArgumentNullException>(() => harness.Client.SendAsync((IReadOnlyList<SmsMessage>)null!, Stop));

        Assert.Empty(harness.Inbox.Exchanges);
    }

    [Theory]
    [InlineData("00{0}")]
    [InlineData("+{0:# ###}")]
    [InlineData("+\u202A{0}\u202C")]
    [InlineData(" (+{0}) ")]
    public async Task Row115_KnownDecoration_IsReadAsTheSameNumber(string form)
    {
        var target = GatewayUnderTest.Of("SmsApi");
        await using var harness = Start("SmsApi");
        var digits = target.Number(7)[1..];
        foreach (var written in new[] { digits, Spread(digits, '\u00A0'), Spread(digits, '-'), Spread(digits, '.'), Other(digits, '\uFF10'), Other(digits, '\u0660') })
        {
            var result = (await harness.SendAsync(new SmsMessage(form.Replace("{0:# ###}", Spread(written, ' '), StringComparison.Ordinal).Replace("{0}", written, StringComparison.Ordinal), "hello")))[0];

            AssertIs(result, SmsOutcome.Accepted, kind: null);
            Assert.Equal(target.Number(7), harness.Inbox.Messages[^1].To);
        }
    }

    [Theory]
    [InlineData("+48500\u2603111222", "U+2603")]
    [InlineData("+48500\u0966111", "U+0966")] // a digit of a script that no phone book here uses
    [InlineData("+48500111222x5", "U+0078")]
    public async Task Row115_OtherCharacters_AreRefusedByTheirCodePoint(string to, string shown) =>
        Assert.Contains(shown, AssertRefused(await RefuseAsync("SpeedSms", new SmsMessage(to, "hello")), SmsErrorKind.InvalidRecipient).Message);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row116_NationalNumberWithoutCountry_IsRefusedNotGuessed(string gateway)
    {
        AssertRefused(await RefuseAsync(gateway, Message(gateway) with { To = "500111222" }), SmsErrorKind.InvalidRecipient);
        AssertRefused(await RefuseAsync(gateway, Message(gateway) with { To = "0500111222" }), SmsErrorKind.InvalidRecipient);
    }

    [Fact]
    public async Task Row116_NationalNumberWithDefaultCountry_IsAccepted()
    {
        await using var harness = Start("SmsApi", options => options.DefaultCountryCode = "48");

        AssertIs((await harness.SendAsync(new SmsMessage("500 101 000", "hello")))[0], SmsOutcome.Accepted, kind: null);

        Assert.Equal("+48500101000", harness.Inbox.Messages[0].To);
    }

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row117_DestinationRuledOut_IsRefusedByThePolicy(string gateway)
    {
        var message = Message(gateway);
        var prefix = message.To[..5];
        AssertRefused(await RefuseAsync(gateway, message, options => options.BlockedPrefixes.Add(prefix)), SmsErrorKind.DestinationNotAllowed);
        AssertRefused(await RefuseAsync(gateway, message, options => options.AllowedPrefixes.Add("+99")), SmsErrorKind.DestinationNotAllowed);
        AssertRefused(await RefuseAsync(gateway, message with { To = "112" }), SmsErrorKind.InvalidRecipient);

        await using var allowed = Start(gateway, options =>
        {
            options.AllowedPrefixes.Add(prefix);
            options.BlockedPrefixes.Add(prefix + "999");
        });
        AssertIs((await allowed.SendAsync(message))[0], SmsOutcome.Accepted, kind: null);
    }

    [Fact]
    public async Task Row117_PrefixThatIsNone_FailsAtStart()
    {
        await using var harness = Start("SmsApi", options => options.BlockedPrefixes.Add("48"));

        Assert.Contains("BlockedPrefixes", Assert.ThrowsAny<Exception>(() => TlsRows.ValidateStart(harness)).Message);
    }

    [Theory]
    [InlineData("SmsApi", "TwelveLetter")]
    [InlineData("SmsApi", "Żółw")]
    [InlineData("SmsApi", "Shop\U0001F600")]
    [InlineData("SpeedSms", "TwelveLetter")]
    [InlineData("KeyRef", "TwelveLetter")]
    [InlineData("KeyRef", "Żółw")]
    [InlineData("KeyRef", "12345678901234567")]
    [InlineData("SmsClub", " ")]
    public async Task Row118_SenderTheGatewayRefuses_IsRejected(string gateway, string sender) =>
        AssertRefused(await RefuseAsync(gateway, Message(gateway) with { From = sender }), SmsErrorKind.InvalidSender);

    [Theory]
    [MemberData(nameof(Gateways))]
    public async Task Row119_ControlCharacters_AreRefused(string gateway)
    {
        foreach (var injected in new[] { "a\r\nX-Header: 1", "a\0", "a\n", "\t" })
        {
            AssertRefused(await RefuseAsync(gateway, Message(gateway) with { To = GatewayUnderTest.Of(gateway).Number(1) + injected }), SmsErrorKind.InvalidRecipient);
            AssertRefused(await RefuseAsync(gateway, Message(gateway) with { From = injected }), SmsErrorKind.InvalidSender);
            AssertRefused(await RefuseAsync(gateway, Message(gateway) with { Reference = injected }), SmsErrorKind.InvalidRequest);
        }
    }

    [Theory]
    [InlineData("SmsApi", 256, null)]
    [InlineData("SmsApi", 0, "a|b")]
    [InlineData("SmsApi", 0, "a,b")]
    [InlineData("KeyRef", 21, null)]
    [InlineData("KeyRef", 5, null)]
    [InlineData("KeyRef", 0, "Order-0000-1")]
    [InlineData("SpeedMarket", 400, null)]
    public async Task Row129_ReferenceTheGatewayWouldCut_IsRefused(string gateway, int length, string? reference) =>
        AssertRefused(await RefuseAsync(gateway, Message(gateway) with { Reference = reference ?? new string('a', length) }), SmsErrorKind.InvalidRequest);

    private async Task<SmsResult> RefuseAsync(string gateway, SmsMessage message, Action<SmsAccountOptions>? options = null)
    {
        await using var harness = Start(gateway, options);
        var result = (await harness.SendAsync(message))[0];
        Assert.Empty(harness.Inbox.Exchanges);
        return result;
    }

    private static SmsError AssertRefused(SmsResult result, SmsErrorKind kind)
    {
        AssertIs(result, SmsOutcome.Rejected, kind);
        Assert.Empty(result.Attempts);
        return result.Error!;
    }

    private static string Spread(string digits, char with) => string.Join(with, digits.Chunk(3).Select(part => new string(part)));

    private static string Other(string digits, char zero) => new([.. digits.Select(digit => (char)(digit - '0' + zero))]);
}
