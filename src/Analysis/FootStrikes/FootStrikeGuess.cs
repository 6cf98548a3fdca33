using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.FootStrikes;

/// <summary>
/// The guess of a runner's landing where no sensor recorded it: the population's share of heel strikers,
/// moved slightly by duty factor. It names the right group in one of two runners, so it says that it is a guess.
/// </summary>
internal static class FootStrikeGuess
{
    /// <summary>The guess for one run.</summary>
    /// <param name="dutyFactor">Mean duty factor of its level running. [1]</param>
    /// <param name="speed">Mean speed of the same running. [m/s]</param>
    public static FootStrike From(Fraction dutyFactor, Speed speed)
    {
        var spreads = (dutyFactor.Value - UsualDutyFactor(speed)) / Published.DutyFactorSpread.Value.Value;
        var reach = Choices.HeelPriorReach.Value;
        var share = Choices.HeelPrior.Value.Value + (Choices.HeelPriorStep.Value.Value * Math.Clamp(spreads, -reach, reach));
        return new FootStrike(FootStrikeSource.Guess, new(share), Certainty.D, 0);
    }

    /// <summary>Duty factor of runners at a speed, along the line between two published means. [1]</summary>
    private static double UsualDutyFactor(Speed speed)
    {
        var (slow, fast) = (Published.DutyFactorSlowSpeed.Value.MetresPerSecond, Published.DutyFactorFastSpeed.Value.MetresPerSecond);
        var (atSlow, atFast) = (Published.DutyFactorSlow.Value.Value, Published.DutyFactorFast.Value.Value);
        return double.Lerp(atSlow, atFast, (speed.MetresPerSecond - slow) / (fast - slow));
    }
}
