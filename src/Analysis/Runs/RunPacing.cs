using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Runs;

/// <summary>The pace of a run's beginning and end, against the median speed of its rest. Null when the rest is too short to say.</summary>
/// <param name="WarmUp">Mean speed of the first 10 min over the median of the rest. [1]</param>
/// <param name="CoolDown">Mean speed of the last 5 min over the median of the rest. [1]</param>
/// <param name="FinalMinute">Mean speed of the last 60 s over the median of the rest. [1]</param>
internal sealed record RunPacing(Fraction? WarmUp, Fraction? CoolDown, Fraction? FinalMinute)
{
    /// <summary>Compares beginning and end with the rest, on the timer's clock.</summary>
    public static RunPacing Of(Motion motion)
    {
        if (motion is not { Speed: { } speed, Ranking: { } ranking })
        {
            return new RunPacing(null, null, null);
        }

        var stands = motion.Timeline.RecordSeconds;
        var total = stands.Sum();
        return new RunPacing(
            Ratio(0, Choices.WarmUp.Value.TotalSeconds),
            Ratio(total - Choices.CoolDown.Value.TotalSeconds, total),
            Ratio(total - Choices.FinalMinute.Value.TotalSeconds, total));

        Fraction? Ratio(double from, double to)
        {
            if (total - (to - from) < Choices.LeastRest.Value.TotalSeconds)
            {
                return null;
            }

            var (first, last) = (RecordAt(stands, from), RecordAt(stands, to));
            var part = default(WeightedMean);
            for (var i = first; i < last; i++)
            {
                part.Add(speed[i], stands[i]);
            }

            var rest = from > 0 ? ranking.Median(0, first) : ranking.Median(last, stands.Length);
            return part.Value / rest is { } ratio ? new Fraction(ratio) : null;
        }
    }

    /// <summary>The first record that begins at or after a time of the timer's clock.</summary>
    private static int RecordAt(ReadOnlySpan<double> stands, double time)
    {
        var clock = 0.0;
        var record = 0;
        while (record < stands.Length && clock < time)
        {
            clock += stands[record++];
        }

        return record;
    }
}
