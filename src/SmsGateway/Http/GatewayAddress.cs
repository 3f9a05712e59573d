namespace SmsGateway.Http;

/// <summary>Joins base addresses and paths, whether or not the base ends in a slash or has a path or query of its own.</summary>
public static class GatewayAddress
{
    /// <summary>The base address with a path behind it; a query of the base stays at the end.</summary>
    /// <param name="baseAddress">An absolute address.</param>
    /// <param name="path">The path, without a slash at its beginning.</param>
    /// <exception cref="ArgumentNullException"><paramref name="baseAddress"/> is null.</exception>
    public static Uri Join(Uri baseAddress, string path)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        var root = baseAddress.GetLeftPart(UriPartial.Path);
        return new Uri($"{root.TrimEnd('/')}/{path}{baseAddress.Query}");
    }
}
