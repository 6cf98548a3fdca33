namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>One line of a letter.</summary>
/// <param name="Label">What it is about, in a word or two.</param>
/// <param name="Text">What it says.</param>
/// <param name="Source">Where it is known from; null for most.</param>
/// <param name="Link">Where it leads; null for most.</param>
public sealed record LetterLine(string Label, string Text, string? Source = null, Uri? Link = null);
