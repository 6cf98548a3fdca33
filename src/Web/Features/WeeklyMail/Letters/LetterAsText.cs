using System.Text;
using KneeLoad.Web.Mailing;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>Writes a letter as plain text: lines of at most 72 letters, each address on a line of its own.</summary>
internal static class LetterAsText
{
    private const int Width = 72;

    public static string Write(WeeklyLetter letter)
    {
        var text = new StringBuilder();
        Wrap(text, letter.Level is { } level ? $"{level}. {letter.Opening}" : letter.Opening);
        text.Append('\n');
        foreach (var line in letter.Lines)
        {
            Wrap(text, $"{line.Label}: {line.Text}");
            foreach (var bar in line.Bars)
            {
                Wrap(text, $"{bar.Label}: {bar.Value}");
            }

            Link(text, line);
            text.Append('\n');
        }

        text.Append("-- \n");
        foreach (var line in letter.Footer)
        {
            if (line.Text.Length > 0)
            {
                Wrap(text, line.Text);
            }

            Link(text, line);
        }

        return SimpleTypography.Of(text.ToString());
    }

    // Only plain spaces part words, so a number stays with its unit.
    private static void Wrap(StringBuilder text, string words)
    {
        var length = 0;
        foreach (var word in words.Split(' '))
        {
            if (length > 0 && length + 1 + word.Length > Width)
            {
                text.Append('\n');
                length = 0;
            }

            text.Append(length > 0 ? " " : "").Append(word);
            length += (length > 0 ? 1 : 0) + word.Length;
        }

        text.Append('\n');
    }

    private static void Link(StringBuilder text, LetterLine line)
    {
        if (line.Link is { } link)
        {
            Wrap(text, line.LinkText + ":");
            text.Append(link.AbsoluteUri).Append('\n');
        }
    }
}
