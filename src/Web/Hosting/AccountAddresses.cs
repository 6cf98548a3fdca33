namespace KneeLoad.Web.Hosting;

/// <summary>The addresses of links that are handed over by hand: of the host that the owner set, never of one that a request named.</summary>
public sealed class AccountAddresses(Address address)
{
    /// <summary>Path of the page where a new password is chosen.</summary>
    public const string ResetPage = "account/reset";

    private readonly Uri root = new(address.Public.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The page on which an invited person registers.</summary>
    public Uri Register(string token) => new(root, $"account/register/{token}");

    /// <summary>The page on which a new password is chosen.</summary>
    public Uri Reset(string token) => new(root, $"{ResetPage}/{token}");
}
