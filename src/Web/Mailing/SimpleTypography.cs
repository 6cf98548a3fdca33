namespace KneeLoad.Web.Mailing;

/// <summary>Typography folded to what every mail program and every file viewer shows as it is.</summary>
internal static class SimpleTypography
{
    public static string Of(string text) => text
        .Replace('\u00a0', ' ')
        .Replace('\u2019', '\'')
        .Replace('\u2013', '-')
        .Replace('\u2212', '-');
}
