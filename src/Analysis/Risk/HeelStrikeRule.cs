using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The row of heel striking: recorded by a sensor, told by the runner, or unknown, which has no points.</summary>
internal static class HeelStrikeRule
{
    public static HeelStrike Judge(TrainingHistory training, RunnerProfile profile, LocalDate asOf)
    {
        var totals = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf, Choices.HabitDays.Value)));
        if (Recorded(totals) is { } share)
        {
            var before = RunTotals.Of(training.RunsOf(DayWindow.EndingOn(asOf.PlusDays(-Choices.HabitDays.Value), Choices.HabitDays.Value)));
            return new()
            {
                Source = FootStrikeSource.Sensor,
                Points = Rounding.ToPoints(Choices.MostHeelStrikePoints.Value * share.Value),
                Counts = true,
                Measurement = MeasurementQuality.Good,
                Share = share,
                Usual = before.HeelShare,
            };
        }

        return Told(profile, asOf) is { } heel
            ? new()
            {
                Source = FootStrikeSource.Told,
                Points = heel ? Choices.ToldHeelStrikePoints.Value : 0,
                Counts = true,
                Measurement = MeasurementQuality.Fair,
                Share = new(heel ? 1 : 0),
                ToldOn = profile.ToldFootStrikeOn,
            }
            : new()
            {
                Source = FootStrikeSource.None,
                Points = 0,
                Counts = true,
                Measurement = MeasurementQuality.None,
                NotJudged = totals.Runs == 0 ? NotJudged.NoRun : NotJudged.FootStrikeUnknown,
            };
    }

    private static Fraction? Recorded(RunTotals totals) =>
        totals.RecordedFootStrikeRuns >= Choices.LeastRecordedRuns.Value && totals.RecordedFootStrikeShare >= Choices.LeastRecordedShare.Value
            ? totals.HeelShare
            : null;

    private static bool? Told(RunnerProfile profile, LocalDate asOf) =>
        profile.ToldFootStrikeOn is { } on && on <= asOf && asOf <= on.PlusMonths(Choices.ToldFootStrikeMonths.Value)
            ? profile.ToldHeelStrike
            : null;
}
