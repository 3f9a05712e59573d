namespace SmsGateway.SmsApi;

/// <summary>A binary message: user data header and data, both as hexadecimal text. Source: docs.smsapi.com, section 2.</summary>
/// <param name="Header">The user data header (<c>udh</c>): an even number of hexadecimal digits.</param>
/// <param name="Data">The data: an even number of hexadecimal digits; "616263" is "abc".</param>
public sealed record SmsApiBinary(string Header, string Data)
{
    /// <summary>The header of a WAP push.</summary>
    public const string WapPushHeader = "0605040b8423f0";

    /// <summary>A binary message from bytes.</summary>
    public static SmsApiBinary FromBytes(ReadOnlySpan<byte> header, ReadOnlySpan<byte> data) =>
        new(Convert.ToHexString(header), Convert.ToHexString(data));

    /// <summary>Both parts are hexadecimal, and neither is empty.</summary>
    internal bool IsValid => IsHexadecimal(Header) && IsHexadecimal(Data);

    /// <summary>The lengths. Never the data.</summary>
    public override string ToString() => $"SmsApiBinary {{ Header = {Header?.Length / 2} bytes, Data = {Data?.Length / 2} bytes }}";

    private static bool IsHexadecimal(string? text) =>
        text is { Length: > 0 } && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
}
