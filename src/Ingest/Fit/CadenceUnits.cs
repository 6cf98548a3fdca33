using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Fit;

/// <summary>Decides for a file what its cadence counts.</summary>
/// <remarks>
/// The protocol counts strides of one leg, as it counts turns of one pedal. Some exporters write steps of both legs:
/// told by the mean, since nobody runs 120 strides a minute and nobody runs 120 steps a minute for long either.
/// </remarks>
internal static class CadenceUnits
{
    private const double MostStridesPerMinute = 120;

    /// <summary>The unit of all sessions on foot of a file; other sports keep the protocol's.</summary>
    public static CadenceUnit Of(FitContent content, IReadOnlyList<SessionPart> parts, FitOutcome outcome)
    {
        var (sum, count) = (0.0, 0);
        foreach (var part in parts)
        {
            var sport = SportNames.Of(part.Session?.Sport ?? content.ChosenSport.Sport);
            if (sport is "running" or "walking" or "hiking" or "generic" or null && part.Records[RecordField.Cadence] is { } cadence)
            {
                AddUp(cadence, ref sum, ref count);
            }
        }

        if (count == 0 || sum / count <= MostStridesPerMinute)
        {
            return CadenceUnit.StridesPerMinute;
        }

        outcome.Warn("The cadence was taken for steps of both legs: its mean is too high for strides of one.");
        return CadenceUnit.StepsPerMinute;
    }

    private static void AddUp(Column cadence, ref double sum, ref int count)
    {
        for (var row = 0; row < cadence.Length; row++)
        {
            if (cadence[row] is > 0 and var value)
            {
                sum += value;
                count++;
            }
        }
    }
}
