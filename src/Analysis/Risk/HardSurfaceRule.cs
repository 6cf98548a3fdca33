using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>The row of hard surfaces: a precaution that popular advice asks for and research does not confirm.</summary>
internal static class HardSurfaceRule
{
    private static readonly string Rule = Invariant(
        $"Share of hard ground in the metres of known or assumed surface of {Choices.HabitDays.Value} days: up to {Choices.HardShareFrom.Value.Percent:0} % of it 0 points, all of it {Choices.MostHardSurfacePoints.Value}, in a straight line between.");

    private const string Precaution =
        "Research does not confirm hard ground as a cause of knee injury; the points are a precaution of popular advice.";

    private static readonly Source[] Papers = [Sources.VanDerWorp2015, Sources.Tessutti2012, Sources.Fu2015, Sources.Waite2021];

    public static RiskFactor Judge(TrainingHistory training, LocalDate asOf)
    {
        var totals = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf, Choices.HabitDays.Value)));
        var before = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf.PlusDays(-Choices.HabitDays.Value), Choices.HabitDays.Value)));
        var known = totals.SurfaceKnown?.Metres ?? 0;
        var judged = known + totals.SurfaceAssumed.Metres;
        var all = judged + totals.SurfaceUnknown.Metres;
        var share = judged >= Choices.LeastSurfaceShare.Value.Value * all ? totals.HardShare?.Value : null;
        return new()
        {
            Id = FactorId.HardSurface,
            Measured = share,
            Usual = share is null ? null : before.HardShare?.Value,
            Unit = "1",
            Ratio = before.HardShare is { Value: > 0 } usual ? share / usual.Value : null,
            Points = share is { } hard ? Rounding.ToPoints(PointsOf(hard)) : 0,
            MostPoints = Choices.MostHardSurfacePoints.Value,
            Rule = Rule,
            Science = Certainty.D,
            Measurement = share is null ? MeasurementQuality.None : QualityOf(known / all),
            Note = share is not null ? Precaution : $"{WhyNone(totals)} {Precaution}",
            Sources = Papers,
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

    private static string WhyNone(RunTotals totals) => totals switch
    {
        { Runs: 0 } => Invariant($"There is no run in {Choices.HabitDays.Value} days."),
        { SurfaceKnown: null } => "The surface of these runs is unknown: no map has been asked.",
        _ => "The surface of more than half of the metres is unknown.",
    };
}
