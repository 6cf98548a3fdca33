using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Xml;

/// <summary>Decides what the cadences of an XML file count: no GPX or TCX says so itself.</summary>
internal static class CadenceScale
{
    // Runners take 140 to 200 steps a minute, walkers 90 to 125: half of it is one leg. In between lies what neither would do for half of a run.
    private const double BothLegsOfARunner = 115;
    private const double BothLegsOfAWalker = 80;

    /// <summary>Decides by the format's custom, and by the numbers where they speak against it.</summary>
    /// <param name="cadences">As the file has them, NaN where not measured.</param>
    /// <param name="sport">FIT name of the sport, or null.</param>
    /// <param name="isOneLegByCustom">Whether this maker or element is known to count one leg.</param>
    /// <param name="oddities">Takes note where the answer is a guess.</param>
    public static CadenceUnit Decide(ReadOnlySpan<double> cadences, string? sport, bool isOneLegByCustom, Oddities oddities)
    {
        if (sport is "cycling")
        {
            // Turns of the crank: one leg's strides.
            return cadences.IsEmpty ? CadenceUnit.None : CadenceUnit.StridesPerMinute;
        }

        var threshold = sport is "walking" or "hiking" ? BothLegsOfAWalker : BothLegsOfARunner;
        var (moving, fast) = (0, 0);
        foreach (var cadence in cadences)
        {
            moving += cadence > 0 ? 1 : 0;
            fast += cadence >= threshold ? 1 : 0;
        }

        if (moving == 0)
        {
            return cadences.IsEmpty ? CadenceUnit.None : CadenceUnit.StridesPerMinute;
        }

        var isBothLegs = 2 * fast >= moving;
        if (isBothLegs || !isOneLegByCustom)
        {
            oddities.Add(isBothLegs ? "Cadence is taken for steps of both legs, by its numbers." : "Cadence is taken for strides of one leg, by its numbers.");
        }

        return isBothLegs ? CadenceUnit.StepsPerMinute : CadenceUnit.StridesPerMinute;
    }
}
