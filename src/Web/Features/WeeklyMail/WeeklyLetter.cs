using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>What a weekly mail says, before it becomes text and HTML. A quiet week is five lines, the opening counted.</summary>
public sealed record WeeklyLetter
{
    /// <summary>Subject: the finding, and no detail of anyone's health.</summary>
    public required string Subject { get; init; }

    /// <summary>The level in a word, with its points; null while there is none to speak of.</summary>
    public string? Level { get; init; }

    /// <summary>Colour of the level: low, elevated, high or unknown.</summary>
    public required string Tone { get; init; }

    /// <summary>The week in one sentence.</summary>
    public required string Opening { get; init; }

    /// <summary>What follows, in order.</summary>
    public required IReadOnlyList<LetterLine> Lines { get; init; }

    /// <summary>The small print.</summary>
    public required IReadOnlyList<LetterLine> Footer { get; init; }

    /// <summary>The day that the pain link asks about.</summary>
    public required LocalDate PainDay { get; init; }
}
