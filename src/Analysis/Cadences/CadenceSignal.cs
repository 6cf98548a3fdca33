using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Cadences;

/// <summary>Steps of both feet at each record, whatever the file counts.</summary>
internal static class CadenceSignal
{
    /// <summary>Cadence at each record, NaN where not measured; null when no record has one. [steps/min]</summary>
    /// <remarks>A cadence of 0 is a filler of a sensor that has lost count; standing still shows in speed.</remarks>
    public static double[]? Of(Timeline timeline, Activity activity)
    {
        if (timeline.Gather(activity.Records[RecordField.Cadence]) is not { } cadence || activity.CadenceUnit == CadenceUnit.None)
        {
            return null;
        }

        var fraction = timeline.Gather(activity.Records[RecordField.FractionalCadence]);
        var perStride = activity.CadenceUnit == CadenceUnit.StridesPerMinute ? Cadence.FromStridesPerMinute(1).StepsPerMinute : 1;
        var fastest = Choices.FastestCadence.Value.StepsPerMinute;
        for (var i = 0; i < cadence.Length; i++)
        {
            var part = fraction is null || double.IsNaN(fraction[i]) ? 0 : fraction[i];
            var steps = perStride * (cadence[i] + part);
            cadence[i] = steps > 0 && steps <= fastest ? steps : double.NaN;
        }

        return cadence;
    }
}
