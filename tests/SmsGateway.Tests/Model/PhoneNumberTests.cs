namespace SmsGateway.Tests.Model;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+48500111222", "+48500111222")]
    [InlineData("0048500111222", "+48500111222")]
    [InlineData("+48 500 111 222", "+48500111222")]
    [InlineData("+48-500.111/222", "+48500111222")]
    [InlineData("+48 (500) 111 222", "+48500111222")]
    [InlineData("+48\u00A0500\u202F111\u2011222", "+48500111222")]
    [InlineData("\u202A+48500111222\u202C", "+48500111222")]
    [InlineData("\uFF0B\uFF14\uFF18500111222", "+48500111222")]
    [InlineData("+\u0664\u0668500111222", "+48500111222")]
    [InlineData("+2901234", "+2901234")]
    [InlineData("+123456789012345", "+123456789012345")]
    public void Parse_InternationalSpelling_IsRead(string text, string expected) => Assert.Equal(expected, PhoneNumber.Parse(text).Value);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("+", "empty")]
    [InlineData("+123456", "too few")]
    [InlineData("+1234567890123456", "too many")]
    [InlineData("+48abc500111", "U+0061")]
    [InlineData("500111222", "no country code")]
    [InlineData("0500111222", "no country code")]
    [InlineData("+0500111222", "zero")]
    [InlineData("000500111222", "zero")]
    [InlineData("+48500111222\r\n", "U+000D")]
    [InlineData("+48500\0111222", "U+0000")]
    [InlineData("+48500111222,+48500111223", "U+002C")]
    [InlineData("++48500111222", "U+002B")]
    [InlineData("+48+500111222", "U+002B")]
    public void Parse_NoNumber_SaysWhyWithoutTheNumber(string text, string why)
    {
        var thrown = Assert.Throws<FormatException>(() => PhoneNumber.Parse(text));

        Assert.Contains(why, thrown.Message);
        Assert.DoesNotContain("111", thrown.Message);
    }

    [Theory]
    [InlineData("500111222", "+48500111222")]
    [InlineData("0500111222", "+48500111222")]
    [InlineData("+380671112233", "+380671112233")]
    [InlineData("00380671112233", "+380671112233")]
    public void Parse_WithDefaultCountry_ReadsNationalNumbers(string text, string expected) =>
        Assert.Equal(expected, PhoneNumber.Parse(text, "48").Value);

    [Fact]
    public void Parse_MayHoldItsCountryCodeAlready_IsRefusedRatherThanGuessed() =>
        Assert.Contains("may or may not", Assert.Throws<FormatException>(() => PhoneNumber.Parse("48500111222", "48")).Message);

    [Fact]
    public void ToString_AnyNumber_IsMasked()
    {
        var number = PhoneNumber.Parse("+48500111222");

        Assert.Equal("+48*******22", number.ToString());
        Assert.Equal("+48*******22", $"{number}");
        Assert.Equal("", default(PhoneNumber).ToString());
    }

    [Fact]
    public void Equality_TwoSpellings_AreOneNumber() => Assert.Equal(PhoneNumber.Parse("+48 500 111 222"), PhoneNumber.Parse("0048500111222"));

    [Theory]
    [InlineData("+48", true)]
    [InlineData("48500", true)]
    [InlineData("+49", false)]
    [InlineData("+485001112223", false)]
    public void StartsWith_Prefix_ComparesDigits(string prefix, bool expected) =>
        Assert.Equal(expected, PhoneNumber.Parse("+48500111222").StartsWith(prefix));

    [Theory]
    [InlineData("+48500111222", 48, "500111222")]
    [InlineData("+15551234567", 1, "5551234567")]
    [InlineData("+79161234567", 7, "9161234567")]
    [InlineData("+380671112233", 380, "671112233")]
    [InlineData("+5511900000001", 55, "11900000001")]
    [InlineData("+2250701020304", 225, "0701020304")]
    [InlineData("+390612345678", 39, "0612345678")]
    public void Split_AnyCountry_KeepsTheNationalNumberWhole(string number, int country, string national) =>
        Assert.Equal((country, national), Http.CountryCallingCodes.Split(PhoneNumber.Parse(number)));
}
