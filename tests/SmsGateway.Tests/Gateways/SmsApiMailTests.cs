using System.Text;
using SmsGateway.SmsApi;

namespace SmsGateway.Tests.Gateways;

/// <summary>Messages by mail (mail2sms): composed, never sent.</summary>
public sealed class SmsApiMailTests
{
    [Fact]
    public void Compose_Message_IsWhatThePageShows()
    {
        var mail = SmsApiMail.Compose("user", "secret", "My Shop", "447700900001", "Zażółć = 1, #2; ok?", report: true);

        Assert.Equal("sms.do@smsapi.com", mail.To);
        Assert.Equal("user@5ebe2294ecd0e0f08eab7690d2a6ee69", mail.Subject);
        Assert.Equal("from=My Shop&to=447700900001&raport=1&message=Zażółć = 1, #2; ok?", mail.Body);
        Assert.Equal("from=S&to=4477&message=hi", SmsApiMail.Compose("user", "secret", "S", "4477", "hi").Body);
        Assert.Equal("SmsApiMail { To = sms.do@smsapi.com }", mail.ToString());
    }

    [Fact]
    public void ToMessage_LongText_IsRfc5322()
    {
        var text = string.Concat(Enumerable.Repeat("Zażółć gęślą jaźń. ", 10));
        var mail = SmsApiMail.Compose("user", "secret", "Shop", "447700900001", text);

        var message = mail.ToMessage("App <app@example.com>", new DateTimeOffset(2030, 7, 5, 3, 4, 5, TimeSpan.FromHours(-3.5)));

        var parts = message.Split("\r\n\r\n", 2);
        Assert.Equal(
            "From: App <app@example.com>\r\nTo: sms.do@smsapi.com\r\nSubject: user@5ebe2294ecd0e0f08eab7690d2a6ee69\r\nDate: Fri, 05 Jul 2030 03:04:05 -0330\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64",
            parts[0]);
        Assert.All(parts[1].TrimEnd().Split("\r\n"), line => Assert.InRange(line.Length, 1, 76));
        Assert.DoesNotContain("\n", message.Replace("\r\n", ""));
        Assert.Equal(mail.Body, Encoding.UTF8.GetString(Convert.FromBase64String(parts[1].Replace("\r\n", ""))));
    }

    public static TheoryData<string, string, string, string, string> Refused => new()
    {
        { "user\r\nBcc: x", "secret", "Shop", "4477", "hi" },
        { "użytkownik", "secret", "Shop", "4477", "hi" },
        { "", "secret", "Shop", "4477", "hi" },
        { "user", "", "Shop", "4477", "hi" },
        { "user", "secret", "Sh&op", "4477", "hi" },
        { "user", "secret", "Shop", "+4477", "hi" },
        { "user", "secret", "Shop", "4477,4478", "hi" },
        { "user", "secret", "Shop", "4477", "" },
        { "user", "secret", "Shop", "4477", "1 & 2" },
        { "user", "secret", "Shop", "4477", "1+2" },
        { "user", "secret", "Shop", "4477", "100%" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Compose_WhatWouldBeMisread_IsRefused(string username, string password, string sender, string number, string message)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(() => SmsApiMail.Compose(username, password, sender, number, message));

        Assert.DoesNotContain("secret", refused.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a@b.example\r\nBcc: c@d.example")]
    [InlineData("ą@b.example")]
    public void ToMessage_AddressThatBreaksTheHeader_IsRefused(string from) =>
        Assert.ThrowsAny<ArgumentException>(() => SmsApiMail.Compose("user", "secret", "Shop", "4477", "hi").ToMessage(from, DateTimeOffset.UnixEpoch));
}
