using KneeLoad.Web.Hosting;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>
/// The addresses in a mail: of the host that the owner set, never of one that a request named. A composed mail holds a
/// placeholder for each token, so that a stored mail opens nothing; the tokens enter when it is sent.
/// </summary>
public sealed class MailLinks(Address address)
{
    /// <summary>Stands for the unsubscribe token in a stored mail.</summary>
    public const string UnsubscribePlaceholder = "UNSUBSCRIBE-TOKEN";

    /// <summary>Stands for the token of the pain entry in a stored mail.</summary>
    public const string PainPlaceholder = "PAIN-TOKEN";

    private readonly Uri root = new(address.Public.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>Host name of this installation.</summary>
    public string Host => root.IdnHost;

    /// <summary>The first page.</summary>
    public Uri Dashboard => root;

    /// <summary>The page that takes files.</summary>
    public Uri Uploads => new(root, "uploads");

    /// <summary>The method.</summary>
    public Uri Method => new(root, "method");

    /// <summary>The sources of the method.</summary>
    public Uri Sources => new(root, "method/sources");

    /// <summary>The runner's settings.</summary>
    public Uri Settings => new(root, "settings#mail-title");

    /// <summary>The runner's pause.</summary>
    public Uri Pause => new(root, "settings#pause");

    /// <summary>Ends the weekly mail.</summary>
    public Uri Unsubscribe(string token = UnsubscribePlaceholder) => new(root, $"mail/unsubscribe/{token}");

    /// <summary>Confirms that an address is its runner's own.</summary>
    public Uri Confirm(string token) => new(root, $"mail/confirm/{token}");

    /// <summary>Enters how the knees were.</summary>
    public Uri Pain(string token = PainPlaceholder) => new(root, $"mail/pain/{token}");
}
