using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The row of hard surfaces: points for the share of hard ground beyond half of the known and assumed metres of 28 days.</summary>
internal static class HardSurfaceRule
{
    public static HardSurface Judge(TrainingHistory training, LocalDate asOf)
    {
        var totals = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf, Choices.HabitDays.Value)));
        var before = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf.PlusDays(-Choices.HabitDays.Value), Choices.HabitDays.Value)));
        var known = totals.SurfaceKnown?.Metres ?? 0;
        var judged = known + totals.SurfaceAssumed.Metres;
        var all = judged + totals.SurfaceUnknown.Metres;
        var knownShare = all > 0 ? new Fraction(known / all) : (Fraction?)null;
        return judged >= Choices.LeastSurfaceShare.Value.Value * all && totals.HardShare is { } share
            ? new()
            {
                Points = Rounding.ToPoints(PointsOf(share.Value)),
                Counts = true,
                Measurement = QualityOf(known / all),
                Share = share,
                Usual = before.HardShare,
                KnownShare = knownShare,
            }
            : new()
            {
                Points = 0,
                Counts = true,
                Measurement = MeasurementQuality.None,
                NotJudged = WhyNone(totals),
                KnownShare = knownShare,
            };
    }

    private static double PointsOf(double share)
    {
        var from = Choices.HardShareFrom.Value.Value;
        return Choices.MostHardSurfacePoints.Value * Math.Clamp((share - from) / (1 - from), 0, 1);
    }

    private static MeasurementQuality QualityOf(double knownShare) =>
        knownShare >= Choices.GoodSurfaceShare.Value.Value ? MeasurementQuality.Good
        : knownShare >= Choices.FairSurfaceShare.Value.Value ? MeasurementQuality.Fair
        : MeasurementQuality.Poor;

    private static NotJudged WhyNone(RunTotals totals) => totals switch
    {
        { Runs: 0 } => NotJudged.NoRun,
        { SurfaceKnown: null } => NotJudged.NoMap,
        _ => NotJudged.SurfaceUnknown,
    };
}
