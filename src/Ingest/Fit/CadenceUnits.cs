using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Fit;

/// <summary>Decides for a file what its cadence counts.</summary>
/// <remarks>
/// The protocol counts strides of one leg, as it counts turns of one pedal. Some exporters write steps of both legs:
/// told by their upper end, since nobody runs 120 strides a minute, and who runs at all takes more than 120 steps.
/// </remarks>
internal static class CadenceUnits
{
    /// <summary>The unit of all sessions on foot of a file; other sports keep the protocol's.</summary>
    public static CadenceUnit Of(FitContent content, IReadOnlyList<SessionPart> parts, FitOutcome outcome)
    {
        Span<int> tally = stackalloc int[StepRates.Tally];
        foreach (var part in parts)
        {
            var sport = FitSportNames.Of(part.Session?.Sport ?? content.ChosenSport.Sport);
            if (sport is "running" or "walking" or "hiking" or "generic" or null && part.Records[RecordField.Cadence] is { } cadence)
            {
                for (var row = 0; row < cadence.Length; row++)
                {
                    StepRates.Add(tally, cadence[row] ?? 0);
                }
            }
        }

        if (!(StepRates.Upper(tally) > StepRates.MostOfOneLeg))
        {
            return CadenceUnit.StridesPerMinute;
        }

        outcome.Warn(RemarkKind.CadenceTooHighForOneLeg);
        return CadenceUnit.StepsPerMinute;
    }
}
