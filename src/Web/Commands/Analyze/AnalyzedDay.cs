using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>A history as it stands on one day: weeks, score, advice, and a planned distance where one was asked for.</summary>
internal sealed record AnalyzedDay(
    IReadOnlyList<WeeklyLoad> Weeks, RiskAssessment Assessment, IReadOnlyList<AdviceItem> Advice, PlannedRun? Planned)
{
    /// <summary>Assesses the day that was asked for, else that of the last run.</summary>
    /// <returns>Null when no day was asked for and there is no activity.</returns>
    public static AnalyzedDay? Of(AnalyzedHistory history, AnalyzeOptions options)
    {
        if ((options.AsOf ?? LastDay(history.Runs)) is not { } asOf)
        {
            return null;
        }

        var profile = options.Told with { Zone = history.Zone };
        var assessment = RiskModel.Assess(history.Runs, [], profile, asOf);
        return new(
            WeeklyLoads.Compute(history.Runs, options.WeekStart, asOf),
            assessment,
            AdviceList.For(assessment, history.Runs, [], profile),
            options.Planned is { } planned ? PlannedRun.Judge(planned, assessment.Ceiling) : null);
    }

    private static LocalDate? LastDay(IReadOnlyList<HistoryRun> runs) =>
        (runs.LastOrDefault(run => run.Counts) ?? (runs.Count > 0 ? runs[^1] : null))?.Metrics.LocalDate;
}
