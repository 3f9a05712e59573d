using System.Text;

namespace SmsGateway.Tests.Segments;

public sealed class Gsm7Tests
{
    [Fact]
    public void Encode_BasicAndExtension_AreTheCodesOfTheStandard()
    {
        Assert.Equal([0x00, 0x41, 0x1B, 0x65, 0x15, 0x1B, 0x0A], Gsm7.Encode("@A€Ω\f")!);
        Assert.Equal([], Gsm7.Encode("")!);
        Assert.Null(Gsm7.Encode("ł"));
        Assert.Null(Gsm7.Encode("\0"));
        Assert.Null(Gsm7.Encode("\u001B"));
    }

    [Fact]
    public void Pack_Hellohello_IsTheWellKnownOctets()
    {
        byte[] septets = Gsm7.Encode("hellohello")!;
        var octets = new byte[9];

        Assert.Equal(9, Gsm7.Pack(septets, octets));
        Assert.Equal("E8329BFD4697D9EC37", Convert.ToHexString(octets));
    }

    [Fact]
    public void Unpack_SevenOctets_GivesAsManySeptetsAsAskedFor()
    {
        byte[] octets = Convert.FromHexString("31D98C56B3DD70"); // "12345678" is 8 septets in 7 octets
        var septets = new byte[8];

        Assert.Equal(8, Gsm7.Unpack(octets, septets));
        Assert.Equal("12345678", Encoding.ASCII.GetString(septets));
        Assert.Equal(7, Gsm7.Unpack(octets, septets.AsSpan(0, 7)));
        Assert.Equal(0, Gsm7.Unpack([], septets));
    }

    [Fact]
    public void Pack_IntoTooLittleRoom_WritesNothing() => Assert.Equal(-1, Gsm7.Pack([1, 2, 3], new byte[2]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(6, 1)]
    [InlineData(7, 0)]
    [InlineData(4, 3)]
    [InlineData(9, 5)]
    [InlineData(12, 2)]
    public void GetFillBits_BehindAHeader_EndAtASeptet(int header, int fillBits)
    {
        Assert.Equal(fillBits, Gsm7.GetFillBits(header));
        Assert.Equal(0, (header * 8 + fillBits) % 7);
    }

    [Theory]
    [InlineData(new byte[] { 0x1B, 0x41 }, "A")] // not in the extension table: the main table's character
    [InlineData(new byte[] { 0x1B, 0x0D }, "\r")]
    [InlineData(new byte[] { 0x1B }, " ")]
    [InlineData(new byte[] { 0x1B, 0x1B, 0x65 }, " e")]
    [InlineData(new byte[] { 0x1B, 0x65 }, "€")]
    [InlineData(new byte[] { 0x80 }, "@")] // bit 7 is not looked at
    [InlineData(new byte[0], "")]
    public void Decode_AnySeptets_FollowsClause6211(byte[] septets, string expected) => Assert.Equal(expected, Gsm7.Decode(septets));

    [Fact]
    public void Decode_FreeCodeOfALockingTable_IsTheReplacementCharacter() =>
        Assert.Equal("\uFFFD", Gsm7.Decode([0x0C], SmsNationalLanguage.Bengali));

    [Fact]
    public void Decode_TeluguEuroSign_IsRead() =>
        Assert.Equal("€", Gsm7.Decode([0x1B, 0x65], singleShift: SmsNationalLanguage.Telugu));

    [Fact]
    public void Decode_OfEncodeOfEveryTable_IsTheSame()
    {
        foreach (SmsNationalLanguage language in TextGenerator.WithLocking)
        {
            string text = string.Concat(GsmTables.Locking(language).ToString(), GsmTables.SingleShift(language).ToString())
                .Replace("\0", "", StringComparison.Ordinal);
            text = language == SmsNationalLanguage.Telugu ? text.Replace("€", "", StringComparison.Ordinal) : text;

            byte[] septets = Gsm7.Encode(text, language, language)!;

            Assert.Equal(text, Gsm7.Decode(septets, language, language));
        }
    }

    [Fact]
    public void TryEncode_TooLittleRoomOrForeign_IsFalseAndWritesNothing()
    {
        Assert.False(Gsm7.TryEncode("a€", new byte[2], out int written));
        Assert.Equal(0, written);
        Assert.False(Gsm7.TryEncode("aж", new byte[9], out written));
        Assert.Equal(0, written);
    }

    [Fact]
    public void CountSeptets_LanguageWithoutTable_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Gsm7.CountSeptets("a", SmsNationalLanguage.Spanish));
        Assert.Throws<ArgumentOutOfRangeException>(() => Gsm7.CountSeptets("a", singleShift: (SmsNationalLanguage)14));
    }
}
