using System.Globalization;
using System.Text;

namespace KneeLoad.Web.Storage;

/// <summary>A file's name as it may be shown: no folders, nothing invisible, not endless. It is never used as a path.</summary>
public static class ShownName
{
    private const int Longest = 200;

    /// <summary>Cleans a name that a runner's machine sent.</summary>
    /// <returns>Never empty.</returns>
    public static string Of(string? sent)
    {
        var bare = (sent ?? "")[((sent ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(Math.Min(bare.Length, Longest));
        foreach (var rune in bare.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            // Marks that turn the writing direction belong to the format category and would disguise an ending.
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
                && rune != Rune.ReplacementChar)
            {
                clean.Append(rune.ToString());
            }
        }

        var name = clean.ToString().Trim();
        return name.Length > 0 ? name : "unnamed";
    }
}
