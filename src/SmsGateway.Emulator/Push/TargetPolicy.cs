using System.Net;
using System.Net.Sockets;

namespace SmsGateway.Emulator.Push;

/// <summary>
/// Where the emulator may push to. An application under test lives on loopback, so "no private addresses" would be the wrong
/// rule: loopback is always allowed, every other host only by name. The name is resolved once and the connection goes to the
/// address that was checked, so a second answer of the name server changes nothing.
/// </summary>
internal sealed class TargetPolicy(IEnumerable<string> hosts)
{
    private readonly HashSet<string> _hosts = new(hosts.Select(Trimmed), StringComparer.OrdinalIgnoreCase);

    /// <summary>Why nothing is pushed there, or null.</summary>
    public string? Refusal(Uri target)
    {
        if (!target.IsAbsoluteUri || target.Scheme is not ("http" or "https"))
        {
            return "only http and https";
        }

        if (target.UserInfo.Length > 0)
        {
            return "no user information in the address";
        }

        if (IPAddress.TryParse(Trimmed(target.Host), out var address))
        {
            return AddressRules.IsForbidden(address) ? "a forbidden address"
                : AddressRules.IsLoopback(address) || _hosts.Contains(Trimmed(target.Host)) ? null
                : NotNamed(target.Host);
        }

        return IsLoopbackName(target.Host) || _hosts.Contains(target.Host) ? null : NotNamed(target.Host);
    }

    /// <summary>Opens the connection to an address that was checked.</summary>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static IPAddress[] Checked(string host, IPAddress[] addresses)
    {
        var mustBeLoopback = IsLoopbackName(host);
        var allowed = Array.FindAll(addresses, address =>
            !AddressRules.IsForbidden(address) && (!mustBeLoopback || AddressRules.IsLoopback(address)));
        return allowed.Length > 0 ? allowed : throw new HttpRequestException("The host resolves to no allowed address.");
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken) => Checked(
        host,
        IPAddress.TryParse(Trimmed(host), out var address)
            ? [address]
            : await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false));

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    private static string Trimmed(string host) => host.Trim('[', ']');

    private static string NotNamed(string host) => $"the host {host} is not on the list of webhook hosts";
}
