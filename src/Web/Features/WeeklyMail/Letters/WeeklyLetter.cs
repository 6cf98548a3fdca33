using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>The content of a weekly mail, before it becomes text and HTML. A quiet week is five lines, the opening counted.</summary>
public sealed record WeeklyLetter
{
    /// <summary>The tag of its language, as in the attribute lang.</summary>
    public required string Language { get; init; }

    /// <summary>Subject: the finding, and no detail of anyone's health.</summary>
    public required string Subject { get; init; }

    /// <summary>The level in a word, with its points where they set it; null while there is none to speak of.</summary>
    public string? Level { get; init; }

    /// <summary>Colour of the level: low, watch, elevated, high or unknown.</summary>
    public required string Tone { get; init; }

    /// <summary>The finding in one sentence.</summary>
    public required string Opening { get; init; }

    /// <summary>The lines beneath, in order.</summary>
    public required IReadOnlyList<LetterLine> Lines { get; init; }

    /// <summary>The small print.</summary>
    public required IReadOnlyList<LetterLine> Footer { get; init; }

    /// <summary>The day that the pain link asks about.</summary>
    public required LocalDate PainDay { get; init; }
}
