using System.Text;

namespace KneeLoad.Web.Pipeline.Steps;

/// <summary>Text out of files, made fit for a row: no control characters, cut to its column.</summary>
internal static class StoredText
{
    /// <summary>Cleans and cuts; line ends stay.</summary>
    public static string Of(string text, int longest)
    {
        var clean = new StringBuilder(Math.Min(text.Length, longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest - 1)
            {
                return clean.Append('…').ToString();
            }

            if (!Rune.IsControl(rune) || rune.Value == '\n')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }
}
