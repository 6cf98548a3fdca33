namespace KneeLoad.Web.Shared.Hosting;

/// <summary>The addresses that links to accounts lead to: of the host that the owner set, never of one that a request named.</summary>
public sealed class AccountAddresses(Address address)
{
    private readonly Uri root = new(address.Public.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Host name of this installation.</summary>
    public string Host => root.IdnHost;

    /// <summary>Where an invited person registers.</summary>
    public Uri Register(string token) => new(root, $"account/register/{token}");

    /// <summary>Where a new password is chosen.</summary>
    public Uri Reset(string token) => new(root, $"account/reset/{token}");

    /// <summary>Where a new account is confirmed.</summary>
    public Uri Confirm(string token) => new(root, $"account/confirm/{token}");

    /// <summary>Where a new address is confirmed.</summary>
    public Uri NewAddress(string token) => new(root, $"account/address/confirm/{token}");

    /// <summary>Where the old address is kept.</summary>
    public Uri KeepAddress(string token) => new(root, $"account/address/keep/{token}");

    /// <summary>Where a forgotten password is told.</summary>
    public Uri Forgotten => new(root, "account/forgotten");

    /// <summary>Where one signs in.</summary>
    public Uri SignIn => new(root, "account/signin");
}
