using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using SmsGateway.Emulator.Protocols;
using SmsGateway.Emulator.Protocols.Http;

namespace SmsGateway.Emulator.Api;

/// <summary>
/// Keeps web pages of other origins away from the captured messages: the host must be a name of ours (a rebound DNS name is
/// not), the origin must be the host, and a browser that changes something must show a header that no form can send.
/// </summary>
internal sealed class ApiGuard(SmsEmulatorOptions options)
{
    /// <summary>The header that a script of our own page sends with every change.</summary>
    public const string Header = "X-Sms-Emulator";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>What goes with every reply of the interface and the page.</summary>
    public static void Harden(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>Why the call is refused, or null.</summary>
    public GatewayReply? Refusal(HttpRequest request)
    {
        if (!IsOurs(request))
        {
            return ApiProblem.Reply(403, "The host is none of this emulator's; see AllowedHosts.");
        }

        if (request.Headers.Origin.Count > 0 && request.Headers.Origin != request.Scheme + "://" + request.Host.Value)
        {
            return ApiProblem.Reply(403, "Calls of other origins are not answered.");
        }

        if (!HasPassword(request))
        {
            return ApiProblem.Reply(401, "A password is needed.").With("WWW-Authenticate", "Basic realm=\"SMS emulator\", charset=\"UTF-8\"");
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? null : RefusedChange(request);
    }

    private static GatewayReply? RefusedChange(HttpRequest request)
    {
        var isBrowser = request.Headers.Origin.Count > 0 || request.Headers.ContainsKey("Sec-Fetch-Site");
        if (isBrowser && StringValues.IsNullOrEmpty(request.Headers[Header]))
        {
            return ApiProblem.Reply(403, $"Browsers must send the header {Header} with every change.");
        }

        var hasBody = request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;
        return hasBody && !(request.ContentType ?? "").StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
            ? ApiProblem.Reply(415, "Changes are made with application/json.")
            : null;
    }

    // An address in digits cannot be rebound; it is ours when the connection came in there.
    private bool IsOurs(HttpRequest request)
    {
        var host = request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && (IPAddress.IsLoopback(address) || IsLocal(address, request.HttpContext.Connection.LocalIpAddress)))
            || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsLocal(IPAddress address, IPAddress? local) =>
        local is not null && address.Equals(local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local);

    private bool HasPassword(HttpRequest request)
    {
        if (string.IsNullOrEmpty(options.Password))
        {
            return true;
        }

        var (scheme, value) = Credentials.Read(request);
        var given = scheme == "Basic" ? Credentials.Basic(value)?.Password : scheme == "Bearer" ? value : null;
        return CryptographicOperations.FixedTimeEquals(Digest(given ?? ""), Digest(options.Password));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
