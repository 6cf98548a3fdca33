using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>The row of heel striking: recorded by a sensor, told by the runner, or unknown. A precaution that research does not confirm.</summary>
internal static class HeelStrikeRule
{
    private static readonly string Rule = Invariant(
        $"Share of steps on the heel in {Choices.HabitDays.Value} days, recorded by a sensor on at least {Choices.LeastRecordedRuns.Value} runs and {Choices.LeastRecordedShare.Value.Percent:0} % of the running metres: {Choices.MostHeelStrikePoints.Value} points for all of them. Told by the runner within {Choices.ToldFootStrikeMonths.Value} months: heel {Choices.ToldHeelStrikePoints.Value}, mid or fore 0. Else {Choices.UnknownHeelStrikePoints.Value}.");

    private const string Precaution =
        "Research does not confirm heel striking as a cause of knee injury: it moves load from the ankle to the knee, and most runners land on the heel. "
        + "The points are a precaution of popular advice, and no reason to change how you land.";

    private static readonly Source[] Papers = [Sources.Anderson2020, Sources.Xu2021];

    public static RiskFactor Judge(TrainingHistory training, RunnerProfile profile, LocalDate asOf)
    {
        var totals = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf, Choices.HabitDays.Value)));
        if (Recorded(totals) is { } share)
        {
            var before = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf.PlusDays(-Choices.HabitDays.Value), Choices.HabitDays.Value)));
            return Row(
                share,
                before.HeelShare?.Value,
                Rounding.ToPoints(Choices.MostHeelStrikePoints.Value * share),
                MeasurementQuality.Good,
                Precaution);
        }

        return Told(profile, asOf) is { } heel
            ? Row(heel ? 1 : 0, null, heel ? Choices.ToldHeelStrikePoints.Value : 0, MeasurementQuality.Fair, $"You told it from a video. {Precaution}")
            : Row(null, null, Choices.UnknownHeelStrikePoints.Value, MeasurementQuality.None, $"How your feet land is not known; a watch cannot tell. {Precaution}");
    }

    private static double? Recorded(RunTotals totals) =>
        totals.RecordedFootStrikeRuns >= Choices.LeastRecordedRuns.Value && totals.RecordedFootStrikeShare >= Choices.LeastRecordedShare.Value
            ? totals.HeelShare?.Value
            : null;

    private static bool? Told(RunnerProfile profile, LocalDate asOf) =>
        profile.ToldFootStrikeOn is { } on && on <= asOf && asOf <= on.PlusMonths(Choices.ToldFootStrikeMonths.Value)
            ? profile.ToldHeelStrike
            : null;

    private static RiskFactor Row(double? measured, double? usual, int points, MeasurementQuality quality, string note) => new()
    {
        Id = FactorId.HeelStrike,
        Measured = measured,
        Usual = usual,
        Unit = "1",
        Ratio = usual > 0 ? measured / usual : null,
        Points = points,
        MostPoints = Choices.MostHeelStrikePoints.Value,
        Rule = Rule,
        Science = Certainty.C,
        Measurement = quality,
        Note = note,
        Sources = Papers,
    };
}
