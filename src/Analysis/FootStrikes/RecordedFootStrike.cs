using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.FootStrikes;

/// <summary>Landings that a sensor on the foot recorded, as far as the file names such a column.</summary>
internal sealed class RecordedFootStrike
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase) { "FS", "FootStrike", "FootStrikeType" };
    private static readonly string[] Sides = ["Left", "Right", "L", "R"];

    private readonly double[][] feet;

    private RecordedFootStrike(double[][] feet) => this.feet = feet;

    /// <summary>The foot strike columns of a file, one or one a foot; null when it has none.</summary>
    public static RecordedFootStrike? Of(Timeline timeline, RecordStream records)
    {
        var columns = records.DeveloperColumns
            .Where(column => IsFootStrike(column.Name))
            .Select(column => timeline.Gather(column.Values))
            .OfType<double[]>()
            .ToArray();
        return columns.Length == 0 ? null : new RecordedFootStrike(columns);
    }

    /// <summary>Whether the landing at a record was on the forefoot, by the mean of both feet.</summary>
    public bool IsForefoot(int record)
    {
        var mean = default(WeightedMean);
        foreach (var foot in feet)
        {
            mean.Add(foot[record] > 0 ? foot[record] : double.NaN, 1);
        }

        return mean.Value > Published.HighestMidfootNumber.Value;
    }

    /// <summary>The landing of the feet over the records that count.</summary>
    /// <param name="steps">Steps at each record, 0 where it does not count. [1]</param>
    /// <returns>Null when no landing was recorded.</returns>
    public FootStrike? Over(ReadOnlySpan<double> steps)
    {
        double recorded = 0, heel = 0;
        foreach (var foot in feet)
        {
            for (var i = 0; i < steps.Length; i++)
            {
                // 0 is a filler, as is what lies below: the scale begins above it.
                if (foot[i] > 0)
                {
                    recorded += steps[i] / feet.Length;
                    heel += foot[i] <= Published.HighestHeelNumber.Value ? steps[i] / feet.Length : 0;
                }
            }
        }

        return recorded > 0 ? new FootStrike(FootStrikeSource.Sensor, new(heel / recorded), Certainty.B, recorded) : null;
    }

    private static bool IsFootStrike(string name)
    {
        var plain = string.Concat(name.Where(char.IsAsciiLetter));
        return Names.Contains(plain)
            || Sides.Any(side => plain.EndsWith(side, StringComparison.OrdinalIgnoreCase) && Names.Contains(plain[..^side.Length]));
    }
}
