using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The one thing that a letter leads with.</summary>
/// <param name="Kind">What.</param>
/// <param name="Assessment">Where it stands.</param>
/// <param name="Factor">The row that it rests on; null when it rests on none.</param>
/// <param name="Run">The run that the row speaks of, as in "Sunday's run"; null when it speaks of none.</param>
internal sealed record Finding(FindingKind Kind, RiskAssessment Assessment, RiskFactor? Factor = null, string? Run = null)
{
    private const int DaysOfWeekdays = 7;
    private static readonly Duration SpikeWindow = Duration.FromDays(30);

    /// <summary>True for a letter of five lines.</summary>
    public bool IsQuiet => Kind is FindingKind.Calm;

    public static Finding Of(RunnerHistory history, RiskAssessment assessment)
    {
        // A sign that wants a doctor is said to those who paused as well.
        if (assessment.Paused && assessment.Level is not RiskLevel.SeeADoctor)
        {
            return new(FindingKind.Paused, assessment);
        }

        if (assessment.Score is not { } score)
        {
            return new(FindingKind.NoScore, assessment);
        }

        if (assessment.Level is RiskLevel.Low)
        {
            return new(FindingKind.Calm, assessment);
        }

        // What the diary alone brought about is not said of the load.
        if (score < assessment.ElevatedFrom)
        {
            return new(FindingKind.Pain, assessment);
        }

        var factor = assessment.Factors.MaxBy(row => row.Points);
        var run = factor?.RunKey is { } key ? history.Runs.FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.Ordinal)) : null;
        var kind = factor?.Kind is LoadIncreaseKind.Growth ? FindingKind.Growth
            : run is not null && IsReturn(history, run.Metrics.Start) ? FindingKind.LongReturn
            : FindingKind.LongRun;
        return new(kind, assessment, factor, run is null ? null : Whose(run.Metrics.LocalDate, assessment.AsOf));
    }

    // A mail is not read on the day that it was written, so it says neither today nor yesterday.
    private static string Whose(LocalDate day, LocalDate today) =>
        Period.DaysBetween(day, today) < DaysOfWeekdays ? $"{DayFormat.Weekday(day)}\u2019s run" : $"The run of {DayFormat.DayAndMonth(day)}";

    private static bool IsReturn(RunnerHistory history, Instant start) =>
        !history.Runs.Any(one => one.Counts && one.Metrics.Start < start && one.Metrics.Start >= start - SpikeWindow);
}
