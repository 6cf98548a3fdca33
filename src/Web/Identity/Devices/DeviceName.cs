namespace KneeLoad.Web.Identity.Devices;

/// <summary>Names browser and system of a sign-in in words that we know. Nothing else that a browser says of itself is kept.</summary>
internal static class DeviceName
{
    // The more particular before what it is made of.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Vivaldi/", "Vivaldi"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("HeadlessChrome/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("curl/", "curl"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "Mac"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system, as "Firefox, Linux"; empty where neither is known.</summary>
    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { First(Browsers, userAgent ?? ""), First(Systems, userAgent ?? "") }.OfType<string>());

    private static string? First((string Mark, string Name)[] known, string text) =>
        Array.Find(known, one => text.Contains(one.Mark, StringComparison.Ordinal)).Name;
}
