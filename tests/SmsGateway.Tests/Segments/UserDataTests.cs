namespace SmsGateway.Tests.Segments;

public sealed class UserDataTests
{
    [Fact]
    public void TryWrite_EveryKindOfHeader_HasTheBytesOfTheStandard()
    {
        SmsTextOptions both = new() { LockingShift = SmsNationalLanguage.Turkish, SingleShift = SmsNationalLanguage.Urdu };

        Assert.Equal("", Header("one part", new SmsTextOptions(), 1));
        Assert.Equal("050003390201", Header(new string('a', 161), new SmsTextOptions(), 1));
        Assert.Equal("050003390202", Header(new string('a', 161), new SmsTextOptions(), 2));
        Assert.Equal("06080412390202", Header(new string('a', 161), new SmsTextOptions { Concatenation = SmsConcatenation.Reference16Bit }, 2));
        Assert.Equal("06" + "24010D" + "250101", Header("one part", both, 1));
        Assert.Equal("0B" + "0003390201" + "24010D" + "250101", Header(new string('a', 161), both, 1));
    }

    [Fact]
    public void TryWrite_PartOrRoomThatIsNotThere_IsFalse()
    {
        SmsTextInfo info = SmsText.Analyze(new string('a', 161));
        var room = new byte[SmsUserDataHeader.MaxLength];

        Assert.False(SmsUserDataHeader.TryWrite(info, 0, 1, room, out _));
        Assert.False(SmsUserDataHeader.TryWrite(info, 3, 1, room, out _));
        Assert.False(SmsUserDataHeader.TryWrite(info, 1, 1, room.AsSpan(0, 5), out int written));
        Assert.Equal(0, written);
        Assert.False(SmsUserDataHeader.TryWrite(SmsText.Analyze(new string('a', 40_000)), 1, 1, room, out _));
    }

    [Fact]
    public void Encode_FullSegments_FillTheirOctets()
    {
        IReadOnlyList<SmsUserData> parts = SmsUserData.Encode(new string('a', 306), 1);

        Assert.Equal([140, 140], parts.Select(static part => part.Octets.Length));
        Assert.Equal([160, 160], parts.Select(static part => part.UserDataLength));
        Assert.Equal(0x00, parts[0].DataCodingScheme);
    }

    [Fact]
    public void Encode_Ucs2_IsBigEndianAndCountsOctets()
    {
        SmsUserData part = Assert.Single(SmsUserData.Encode("Ж😀", 1));

        Assert.Equal("0416D83DDE00", Convert.ToHexString(part.Octets.Span));
        Assert.Equal((0x08, 6, 0), (part.DataCodingScheme, part.UserDataLength, part.HeaderLength));
    }

    [Fact]
    public void Encode_TextThatCannotBeSent_HasNoParts()
    {
        Assert.Empty(SmsUserData.Encode(new string('a', 40_000), 1));

        // A profile may promise more than 140 octets hold.
        var options = new SmsTextOptions { Profile = new SmsTextProfile { Gsm7 = new(500, 500), Ucs2 = new(500, 500) } };
        Assert.Empty(SmsUserData.Encode(new string('a', 500), 1, options));
        Assert.Empty(SmsUserData.Encode(new string('ж', 500), 1, options));
    }

    [Fact]
    public void Encode_EmptyText_IsOneEmptySegment() => Assert.Equal("", Assert.Single(SmsUserData.Encode("", 1)).Decode());

    [Fact]
    public void Decode_LoneSurrogate_ComesBack() => Assert.Equal("a\uD83D", Assert.Single(SmsUserData.Encode("a\uD83D", 1)).Decode());

    private static string Header(string text, SmsTextOptions options, int part)
    {
        Span<byte> header = stackalloc byte[SmsUserDataHeader.MaxLength];
        SmsTextInfo info = SmsText.Analyze(text, options);
        Assert.True(SmsUserDataHeader.TryWrite(info, part, 0x1239, header, out int written));
        Assert.Equal(SmsUserDataHeader.GetLength(info), written);
        return Convert.ToHexString(header[..written]);
    }
}
