namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>One line of a letter.</summary>
/// <param name="Label">Its subject in a word or two.</param>
/// <param name="Text">Its sentences; empty for a link alone.</param>
public sealed record LetterLine(string Label, string Text)
{
    /// <summary>The address that it leads to; null for most.</summary>
    public Uri? Link { get; init; }

    /// <summary>The words that are tapped.</summary>
    public string LinkText { get; init; } = "";

    /// <summary>True for a link that is drawn as a button.</summary>
    public bool IsButton { get; init; }

    /// <summary>Blocks of days drawn beneath the sentences; empty for most.</summary>
    public IReadOnlyList<LetterBar> Bars { get; init; } = [];
}

/// <summary>One bar of a line.</summary>
/// <param name="Label">Its days.</param>
/// <param name="Value">Its quantity in words.</param>
/// <param name="Share">Its length. [0..1]</param>
public sealed record LetterBar(string Label, string Value, double Share);
