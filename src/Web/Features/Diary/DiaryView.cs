using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using NodaTime;

namespace KneeLoad.Web.Features.Diary;

/// <summary>Everything that the diary page shows.</summary>
public sealed record DiaryView
{
    /// <summary>Entries of so many days are asked about when an answer is missing; a hold or a stop reaches no further back. [d]</summary>
    internal const int DaysToAskAbout = 14;

    /// <summary>The morning after is asked about for so many days. [d]</summary>
    private const int DaysToAskAboutMorning = 2;

    /// <summary>The runner's local day.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Entries of this page: those with an open red flag first, then the newest first.</summary>
    public required IReadOnlyList<DiaryNote> Notes { get; init; }

    /// <summary>Number of the page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>The number of pages. [1]</summary>
    public required int Pages { get; init; }

    /// <summary>Those of the last days whose activity was recorded.</summary>
    public required IReadOnlySet<LocalDate> Recorded { get; init; }

    /// <summary>The finding of today; null while the runner has not agreed that health data is scored.</summary>
    public RiskAssessment? Assessment { get; init; }

    /// <summary>Tells whether an entry lacks the activity of its day, without which it lifts nothing.</summary>
    public bool AsksActivity(DiaryNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.Activity is null && note.WorstPain is not null && note.Day > Today.PlusDays(-DaysToAskAbout) && !Recorded.Contains(note.Day);
    }

    /// <summary>Tells whether an entry lacks the answer of the morning after, and that morning was today or yesterday.</summary>
    public bool AsksMorning(DiaryNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return note.WorseNextMorning is null && note.WorstPain is not null && note.Day < Today && note.Day >= Today.PlusDays(-DaysToAskAboutMorning);
    }
}

/// <summary>The form of an entry.</summary>
/// <param name="Input">The answers so far.</param>
/// <param name="IsRecorded">True when the activity of the day was recorded, so that it is not asked.</param>
public sealed record DiaryForm(DiaryInput Input, bool IsRecorded)
{
    /// <summary>True when the form asks what was done on the day.</summary>
    public bool AsksActivity => !IsRecorded || Input.Activity is not null;
}
