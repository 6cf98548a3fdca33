namespace KneeLoad.Web.Pages;

/// <summary>The drawings of all icons: outlines on a 24 by 24 grid, our own.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["today"] = "M4 20V9l8-6 8 6v11h-5v-6H9v6z",
        ["runs"] = "M4 18h16M5 15l4-6 4 3 6-8",
        ["upload"] = "M12 16V4m-5 5 5-5 5 5M4 17v3h16v-3",
        ["diary"] = "M6 3h11a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6zM6 3v18M10 8h5M10 12h5",
        ["settings"] = "M4 7h9m4 0h3M4 17h3m4 0h9M15 4.5v5M9 14.5v5",
        ["server"] = "M4 4h16v7H4zM4 13h16v7H4zM7.5 7.5v.01M7.5 16.5v.01M11 7.5h5.5M11 16.5h5.5",
        ["low"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm-4 9 3 3 5-6",
        ["watch"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5l3 3",
        ["elevated"] = "M12 4 3 20h18zm0 6v5m0 2.5v.5",
        ["high"] = "M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 7.5v6m0 3v.5",
        ["unknown"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7m0 3v.5",
        ["doctor"] = "M9 4h6v5h5v6h-5v5H9v-5H4V9h5z",
        ["pause"] = "M8 5v14M16 5v14",
        ["next"] = "m9 5 7 7-7 7",
        ["previous"] = "m15 5-7 7 7 7",
        ["download"] = "M12 4v12m-5-5 5 5 5-5M4 20h16",
        ["undo"] = "M9 7H15a5 5 0 0 1 0 10H8M9 7l4-4M9 7l4 4",
        ["copy"] = "M8 8h12v12H8zM4 16V4h12",
        ["map"] = "m3 6 6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
        ["flag"] = "M6 21V4h11l-2.5 4L17 12H6",
    };

    /// <summary>The path of an icon.</summary>
    /// <exception cref="KeyNotFoundException">There is no icon of that name.</exception>
    public static string PathOf(string name) => Paths[name];
}
