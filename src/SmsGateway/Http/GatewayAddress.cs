namespace SmsGateway.Http;

/// <summary>Joins base addresses and paths, whether or not the base ends in a slash or has a path or query of its own.</summary>
internal static class GatewayAddress
{
    public static Uri Join(Uri baseAddress, string path)
    {
        var root = baseAddress.GetLeftPart(UriPartial.Path);
        return new Uri($"{root.TrimEnd('/')}/{path}{baseAddress.Query}");
    }
}
