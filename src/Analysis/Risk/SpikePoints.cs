using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Risk;

/// <summary>Points of a ratio between a session and what it is held against.</summary>
internal static class SpikePoints
{
    /// <summary>Points of a ratio: 0 up to 1.10, rising to those of the middle bands at 1.20, and from 1.90 to those of the open band at 2.00.</summary>
    /// <param name="ratio">Session over base. [1]</param>
    /// <returns>Unrounded. [points]</returns>
    public static double Of(double ratio)
    {
        var middle = Rise(ratio, Published.SpikeFrom.Value, Choices.SpikeFullAt.Value) * Choices.SpikePoints.Value;
        var open = Rise(ratio, Choices.DoubleRisesFrom.Value, Published.LargeSpikeUpTo.Value) * (Choices.DoublePoints.Value - Choices.SpikePoints.Value);
        return middle + open;
    }

    /// <summary>Points of a distance over its base, at most some; 0 where the excess is too small to matter.</summary>
    public static double Of(Distance distance, Distance @base, Distance leastExcess, int most) =>
        distance - @base < leastExcess ? 0 : Math.Min(most, Of(distance / @base));

    /// <summary>Share of a session's points that still counts at an age.</summary>
    /// <param name="age">Days from its day to the day of the assessment. [d]</param>
    /// <returns>1 while it is held, then falling in a straight line to 0. [1]</returns>
    public static double HeldAt(int age) =>
        age <= Choices.HoldDays.Value ? 1
        : Math.Max(0, (double)(Choices.FadeDays.Value - age) / (Choices.FadeDays.Value - Choices.HoldDays.Value));

    private static double Rise(double value, double from, double to) => Math.Clamp((value - from) / (to - from), 0, 1);
}

/// <summary>The rounding of points to the points of a row.</summary>
internal static class Rounding
{
    /// <summary>Half away from zero, so that 2.5 is 3.</summary>
    public static int ToPoints(double points) => (int)Math.Round(points, MidpointRounding.AwayFromZero);
}
