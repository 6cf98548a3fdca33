using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;
using static System.FormattableString;

namespace KneeLoad.Analysis.Risk;

/// <summary>The last 7 days against the mean of the four weeks before. Weak evidence, few points.</summary>
/// <param name="Days">What the 35 days held.</param>
/// <param name="Points">Points; 0 where it was not judged. [points]</param>
/// <param name="NotJudged">Why it was not judged, as a sentence; null when it was.</param>
internal sealed record GrowthRule(RollingDays Days, int Points, string? NotJudged)
{
    public static GrowthRule Judge(TrainingHistory training, LocalDate asOf)
    {
        var days = RollingDays.Compute(training.Runs, asOf);
        var why = WhyNotJudged(days);
        return new(days, why is null ? PointsOf(days.Distance / days.UsualDistance) : 0, why);
    }

    private static string? WhyNotJudged(RollingDays days) =>
        !days.HasUsual ? "The week's growth was not judged: fewer than three of the four weeks before hold a run."
        : !days.AllDistancesKnown ? "The week's growth was not judged: a run of these five weeks has no known distance."
        : days.Distance - days.UsualDistance < Choices.LeastGrowth.Value
            ? Invariant($"The week's growth was not judged: it is less than {Choices.LeastGrowth.Value.Kilometres} km above the mean of the four weeks before.")
        : null;

    private static int PointsOf(double ratio) =>
        Choices.GrowthPoints.Value.FirstOrDefault(step => ratio > step.AboveRatio).Points;
}
