using System.Net;
using System.Net.Sockets;

namespace KneeLoad.Web.Identity.Limits;

/// <summary>The network that a request comes from: an IPv4 address, or the first half of an IPv6 address, of which one household has all the rest.</summary>
internal static class Network
{
    private const int HalfOfIPv6 = 8;

    /// <summary>The network of an address; one for all where there is none.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, HalfOfIPv6)) + "/64"
            : address.ToString();
    }
}
