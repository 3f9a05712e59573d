using System.Text;
using Microsoft.AspNetCore.Http;

namespace SmsGateway.Emulator.Protocols.Http;

/// <summary>Reads the Authorization header.</summary>
internal static class Credentials
{
    /// <summary>The scheme as this file writes it, and what stands behind it; both empty without a header.</summary>
    public static (string Scheme, string Value) Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var blank = header.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
        {
            return ("", header);
        }

        var scheme = header[..blank];
        var value = header[(blank + 1)..].Trim();
        return scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? ("Bearer", value)
            : scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) ? ("Basic", value)
            : (scheme, value);
    }

    /// <summary>User and password of Basic authentication; null when it cannot be read.</summary>
    public static (string User, string Password)? Basic(string value)
    {
        if (value == Capture.Secrets.Mask)
        {
            return (value, value); // From the inbox, copied as curl: as good as any where any are taken.
        }

        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (pair, "") : (pair[..colon], pair[(colon + 1)..]);
    }
}
