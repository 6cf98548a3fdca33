using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>Decides what the cadences of an XML file count: no GPX or TCX says so itself.</summary>
internal static class CadenceScale
{
    // Walkers take 90 to 125 steps a minute: half of it is one leg.
    private const double BothLegsOfAWalker = 80;

    /// <summary>Decides by the format's custom, and by the numbers where they speak against it.</summary>
    /// <param name="cadences">As the file has them, NaN where not measured.</param>
    /// <param name="sport">FIT name of the sport, or null.</param>
    /// <param name="isOneLegByCustom">Whether this maker or element is known to count one leg.</param>
    /// <param name="warnings">Takes note where the answer is a guess.</param>
    public static CadenceUnit Decide(ReadOnlySpan<double> cadences, string? sport, bool isOneLegByCustom, ReadWarnings warnings)
    {
        if (sport is "cycling")
        {
            // Turns of the crank: one leg's strides.
            return cadences.IsEmpty ? CadenceUnit.None : CadenceUnit.StridesPerMinute;
        }

        Span<int> tally = stackalloc int[StepRates.Tally];
        foreach (var cadence in cadences)
        {
            StepRates.Add(tally, cadence);
        }

        if (StepRates.Upper(tally) is not { } upper)
        {
            return cadences.IsEmpty ? CadenceUnit.None : CadenceUnit.StridesPerMinute;
        }

        var isBothLegs = upper > (sport is "walking" or "hiking" ? BothLegsOfAWalker : StepRates.MostOfOneLeg);
        if (isBothLegs || !isOneLegByCustom)
        {
            warnings.Add(isBothLegs ? RemarkKind.CadenceOfBothLegs : RemarkKind.CadenceOfOneLeg);
        }

        return isBothLegs ? CadenceUnit.StepsPerMinute : CadenceUnit.StridesPerMinute;
    }
}
