using System.Globalization;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Words;

/// <summary>A made-up language: English with each text in marks, so that a sentence that is no resource stands out. Its decimal mark is a comma.</summary>
internal sealed class MarkedLanguage : Language
{
    public const char Open = '\u27e6';
    public const char Close = '\u27e7';

    private MarkedLanguage()
        : base("mis", Commas())
    {
    }

    public static MarkedLanguage Instance { get; } = new();

    /// <summary>Words outside of all marks.</summary>
    public static string Outside(string text)
    {
        var depth = 0;
        return string.Concat(text.Where(letter =>
        {
            depth += letter is Open ? 1 : letter is Close ? -1 : 0;
            return depth == 0 && letter is not Close;
        }));
    }

    protected internal override string Said(string words) => Open + words + Close;

    private static CultureInfo Commas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        return culture;
    }
}
