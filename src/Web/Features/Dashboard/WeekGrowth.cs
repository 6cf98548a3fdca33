using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The growth of the last 7 days on the 7 before, on the usual and on the largest week of four, as far as known.</summary>
/// <param name="Lines">The growth on the 7 days before and on the usual week, in this order.</param>
/// <param name="OnMost">The growth on the largest week of four; null without a score.</param>
/// <param name="Missing">The reasons why one cannot be said.</param>
/// <param name="Note">The days that are compared.</param>
public sealed record WeekGrowth(IReadOnlyList<WeekGrowth.Line> Lines, WeekGrowth.Line? OnMost, IReadOnlyList<string> Missing, string Note)
{
    /// <summary>One growth.</summary>
    /// <param name="Growth">The change; null where it cannot be said. [1]</param>
    /// <param name="On">The weeks that it is against, in words.</param>
    public sealed record Line(Fraction? Growth, string On);

    /// <summary>The growth of a day's 7 days.</summary>
    /// <param name="rolling">The 7 days beside the four blocks before.</param>
    /// <param name="week">The row of the week; null without a score.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static WeekGrowth Of(RollingDays rolling, Week? week, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(rolling);
        ArgumentNullException.ThrowIfNull(format);
        var say = format.Say;
        var days = ("days", format.Number(DashboardView.DaysOfWeek, 0));
        List<string> missing = [];
        if (!rolling.AllDistancesKnown)
        {
            missing.Add(say["Dashboard.Growth.Unknown"]);
        }
        else
        {
            missing.AddRange(rolling.GrowthOnLastWeek is null ? [say["Dashboard.Growth.NoLast", days]] : []);
            missing.AddRange(rolling.GrowthOnUsual is null ? [say["Dashboard.Growth.NoUsual"]] : []);
        }

        return new(
            [new(rolling.GrowthOnLastWeek, say["Dashboard.Growth.OnLast", days]), new(rolling.GrowthOnUsual, say["Dashboard.Growth.OnUsual"])],
            week is { Distance: { Most.Metres: > 0 } amounts } ? new(new((amounts.Week / amounts.Most) - 1), say["Dashboard.Growth.OnMost"]) : null,
            missing,
            say["Dashboard.Growth.Note", days]);
    }
}
