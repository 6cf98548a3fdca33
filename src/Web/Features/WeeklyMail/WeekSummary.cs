using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>One ISO week of a runner beside the mean of the four before it.</summary>
/// <param name="Week">Which.</param>
/// <param name="Load">What it held; null when the history begins after it.</param>
/// <param name="Before">The four weeks before; empty when fewer than three of them hold a run, since that is no usual.</param>
internal sealed record WeekSummary(IsoWeek Week, WeeklyLoad? Load, IReadOnlyList<WeeklyLoad> Before)
{
    private const int UsualWeeks = 4;
    private const int LeastUsualWeeksWithRun = 3;

    /// <summary>Runs of the week. [1]</summary>
    public int Runs => Load?.Runs ?? 0;

    public static WeekSummary Of(IReadOnlyList<HistoryRun> history, IsoWeek week)
    {
        var weeks = WeeklyLoads.Compute(history, IsoDayOfWeek.Monday, week.LastDay);
        var last = weeks.Count > 0 && weeks[^1].Week.FirstDay == week.FirstDay ? weeks[^1] : null;
        List<WeeklyLoad> before = [.. weeks.SkipLast(1).TakeLast(UsualWeeks)];
        return new(week, last, before.Count == UsualWeeks && before.Count(one => one.Runs > 0) >= LeastUsualWeeksWithRun ? before : []);
    }

    /// <summary>The week against usual, in two sentences.</summary>
    public string InWords(RunnerFormat format)
    {
        var held = Load is { Runs: > 0 } load ? Amounts(load.Runs, load.Distance, load.KneeKilometres, format) : "No runs";
        var usual = Before.Count > 0
            ? "Your usual: " + Amounts(
                Before.Average(one => one.Runs),
                new(Before.Average(one => one.Distance.Metres)),
                new(Before.Average(one => one.KneeKilometres.Value)),
                format)
            : "Your usual is known once three of the four weeks before hold a run";
        return $"{held}. {usual}.";
    }

    private static string Amounts(double runs, Distance distance, KneeKilometres load, RunnerFormat format)
    {
        var whole = Math.Round(runs, MidpointRounding.AwayFromZero);
        return $"{RunnerFormat.Count((int)whole, "run", "runs")}, {format.Distance(distance)}, {RunnerFormat.KneeKilometres(load)}";
    }
}
