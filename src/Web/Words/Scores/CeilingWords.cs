using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says the furthest run that is no jump; the one place for pages, mail and command line.</summary>
public static class CeilingWords
{
    /// <summary>Level of the published intervals. [1]</summary>
    public static readonly Fraction IntervalLevel = new(0.95);

    /// <summary>The distance, or that there is none: "Up to 11.0 km".</summary>
    public static string Limit(Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        return ceiling.Limit is { } limit ? format.Say["Ceiling.Limit", ("distance", format.Limit(limit))] : format.Say["Ceiling.None"];
    }

    /// <summary>Why it is what it is, in one sentence.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="ladder">The way back after a stop; null when there is none.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static string Reason(Ceiling ceiling, ReturnLadder? ladder, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        var days = ceiling.Reason is CeilingReason.NoData ? Choices.LeastDays.Value : Published.SpikeWindowDays.Value;
        return format.Say[
            ceiling.Reason is CeilingReason.Hold && ladder?.Step is LadderStep.HalfSession ? "Ceiling.Reason.HoldHalf" : "Ceiling.Reason." + ceiling.Reason,
            ("share", Beyond(format)),
            ("base", format.Distance(ceiling.Base)),
            ("runs", format.Number(Choices.LeastRuns.Value, 0)),
            ("days", format.Number(days, 0))];
    }

    /// <summary>Said after a hard or long session: recovery is not in the distance. Null else.</summary>
    public static string? Recovery(Ceiling ceiling, Language say)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(say);
        return ceiling is { Limit: not null, AfterHardSession: true } ? say["Ceiling.Recovery"] : null;
    }

    /// <summary>The metres run on the day already, since the ceiling is of one run and of no day; null where there is nothing to say.</summary>
    /// <param name="ceiling">The ceiling.</param>
    /// <param name="ran">Metres of its day; null where it holds no run.</param>
    /// <param name="format">How the runner reads quantities.</param>
    /// <param name="readLater">True for a mail, which is not read on the day that it was written: it does not say today.</param>
    public static string? AlreadyRun(Ceiling ceiling, Distance? ran, RunnerFormat format, bool readLater = false)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        return ceiling.Limit is not null && ran is { Metres: > 0 }
            ? format.Say[readLater ? "Ceiling.AlreadyRunThatDay" : "Ceiling.AlreadyRun", ("distance", format.Distance(ran))]
            : null;
    }

    /// <summary>The study's findings beyond the ceiling, in one sentence, its first two bands told as one; null where there are no bands.</summary>
    public static string? Bands(Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        if (ceiling is not { Limit: not null, Bands: [.., { UpTo: { } twice }, var open] })
        {
            return null;
        }

        var below = ceiling.Bands.SkipLast(1).Select(band => band.HazardRatio).ToList();
        return format.Say[
            "Ceiling.Bands",
            ("runners", format.Number(Published.SpikeRunners.Value, 0)),
            ("low", format.Number(below.Min(), 1)),
            ("high", format.Number(below.Max(), 1)),
            ("twice", format.Limit(twice)),
            ("most", format.Number(open.HazardRatio, 1))];
    }

    /// <summary>A planned distance against the ceiling and its bands.</summary>
    public static string Plan(PlannedRun plan, Ceiling ceiling, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(ceiling);
        ArgumentNullException.ThrowIfNull(format);
        var key = plan switch
        {
            { WithinCeiling: null } => "Ceiling.Plan.None",
            { WithinCeiling: true } => "Ceiling.Plan.Within",
            { Band: not null } => "Ceiling.Plan.Band",
            _ => "Ceiling.Plan.Hold",
        };
        return format.Say[
            key,
            ("distance", format.Distance(plan.Distance)),
            ("times", format.Number(plan.Ratio ?? 0, 2)),
            ("base", format.Distance(ceiling.Base)),
            ("hazard", format.Number(plan.Band?.HazardRatio ?? 0, 1)),
            ("low", format.Number(plan.Band?.Low ?? 0, 1)),
            ("high", format.Number(plan.Band?.High ?? 0, 1))];
    }

    private static string Beyond(RunnerFormat format) => format.Share(new Fraction(Published.SpikeFrom.Value - 1));
}
