using System.Net;
using System.Net.Sockets;

namespace SmsGateway.Webhooks;

/// <summary>The addresses from which an account's gateway calls; none listed allows all.</summary>
internal sealed class WebhookSources(IEnumerable<string> sources)
{
    private readonly IPNetwork[] _networks = [.. sources.Select(source => TryParse(source, out var network) ? network : throw new FormatException("Not an address."))];

    public bool IsEmpty => _networks.Length == 0;

    /// <summary>Reads "192.0.2.7" or "192.0.2.0/24", of either family.</summary>
    public static bool TryParse(string? text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var single))
        {
            single = Plain(single);
            network = new IPNetwork(single, single.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }

    public bool Allow(IPAddress? caller)
    {
        if (IsEmpty)
        {
            return true;
        }

        if (caller is null)
        {
            return false;
        }

        caller = Plain(caller);
        foreach (var network in _networks)
        {
            if (network.Contains(caller))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an address is of a private network, so that no gateway can be behind it.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        address = Plain(address);
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        Span<byte> octets = stackalloc byte[4];
        address.TryWriteBytes(octets, out _);
        return (octets[0], octets[1]) is (10 or 127, _) or (172, >= 16 and <= 31) or (192, 168) or (169, 254) or (100, >= 64 and <= 127);
    }

    // An IPv4 caller of a socket that takes both families has an IPv6 address.
    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
