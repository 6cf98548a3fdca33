using System.Text;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>A letter as plain text: lines of at most 72 letters, each address on a line of its own.</summary>
internal static class LetterAsText
{
    private const int Width = 72;

    public static string Write(WeeklyLetter letter)
    {
        var text = new StringBuilder();
        Paragraph(text, letter.Level is { } level ? $"{level}. {letter.Opening}" : letter.Opening);
        foreach (var line in letter.Lines)
        {
            Paragraph(text, $"{line.Label}: {line.Text}{(line.Source is { } source ? " Source: " + source : "")}", line.Link);
        }

        text.Append("-- \n");
        foreach (var line in letter.Footer)
        {
            Wrap(text, line.Link is null ? line.Text : line.Label + ":");
            Link(text, line.Link);
        }

        return PlainText.Of(text.ToString());
    }

    private static void Paragraph(StringBuilder text, string words, Uri? link = null)
    {
        Wrap(text, words);
        Link(text, link);
        text.Append('\n');
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

    private static void Link(StringBuilder text, Uri? link)
    {
        if (link is not null)
        {
            text.Append(link.AbsoluteUri).Append('\n');
        }
    }
}
