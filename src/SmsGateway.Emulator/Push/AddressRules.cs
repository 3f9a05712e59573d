using System.Net;
using System.Net.Sockets;

namespace SmsGateway.Emulator.Push;

/// <summary>
/// Addresses to which nothing is ever pushed, whatever the list of hosts says: link-local ones and the metadata services that
/// live there, multicast, unspecified; also when they hide inside an IPv6 address that some translator unpacks.
/// </summary>
internal static class AddressRules
{
    // Metadata services outside the link-local ranges: AWS over IPv6, Alibaba Cloud, Oracle Cloud.
    private static readonly IPAddress[] Metadata =
    [
        IPAddress.Parse("fd00:ec2::254"),
        IPAddress.Parse("100.100.100.200"),
        IPAddress.Parse("192.0.0.192"),
    ];

    public static bool IsForbidden(IPAddress address) => Forms(address).Any(IsForbiddenItself);

    /// <summary>Whether the address is this machine; a mapped IPv4 address is the address that it maps.</summary>
    public static bool IsLoopback(IPAddress address) =>
        IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    private static bool IsForbiddenItself(IPAddress address)
    {
        if (Metadata.Contains(address))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any);
        }

        var octets = address.GetAddressBytes();
        return octets[0] == 0
            || (octets[0] == 169 && octets[1] == 254)
            || octets[0] >= 224;
    }

    /// <summary>The address, and each IPv4 address that is packed into it.</summary>
    private static IEnumerable<IPAddress> Forms(IPAddress address)
    {
        yield return address;
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            yield break;
        }

        var octets = address.GetAddressBytes();
        if (IPAddress.IPv6Loopback.Equals(address) || IPAddress.IPv6Any.Equals(address))
        {
            yield break;
        }

        if (address.IsIPv4MappedToIPv6 || octets.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0)
        {
            yield return new(octets.AsSpan(12)); // mapped, and the old "compatible" form
        }
        else if (octets is [0x00, 0x64, 0xff, 0x9b, ..])
        {
            yield return new(octets.AsSpan(12)); // NAT64
        }
        else if (octets is [0x20, 0x02, ..])
        {
            yield return new(octets.AsSpan(2, 4)); // 6to4
        }
        else if (octets is [0x20, 0x01, 0x00, 0x00, ..])
        {
            yield return new(octets.AsSpan(4, 4)); // Teredo: the server
            yield return new([.. octets.AsSpan(12).ToArray().Select(octet => (byte)~octet)]); // and the client, inverted
        }

        if (octets[8] is 0x00 or 0x02 && octets is [_, _, _, _, _, _, _, _, _, 0x00, 0x5e, 0xfe, ..])
        {
            yield return new(octets.AsSpan(12)); // ISATAP
        }
    }
}
