using KneeLoad.Analysis.Signals;
using KneeLoad.Ingest.Activities;

namespace KneeLoad.Analysis.Runs;

/// <summary>
/// Columns of body and foot sensors with their fillers taken out: a 0 in them is a sensor that had nothing to say.
/// Where the watch itself recorded nothing, a pod's own column serves.
/// </summary>
internal static class SensorColumns
{
    private const double MillimetresPerCentimetre = 10;

    /// <summary>A column of the watch; null when it never measured. [the field's unit]</summary>
    public static double[]? Plain(Timeline timeline, RecordStream records, RecordField field) =>
        WithoutFillers(timeline.Gather(records[field]));

    /// <summary>Ground contact time, of the watch or of a pod; null when never measured. [ms]</summary>
    public static double[]? ContactMilliseconds(Timeline timeline, RecordStream records) =>
        Plain(timeline, records, RecordField.StanceTime)
        ?? FromPod(timeline, records, column => column.Native == RecordField.StanceTime
            || string.Equals(column.Name, "ContactTime", StringComparison.OrdinalIgnoreCase));

    /// <summary>Vertical oscillation, of the watch or of a pod; null when never measured. [mm]</summary>
    public static double[]? OscillationMillimetres(Timeline timeline, RecordStream records) =>
        Plain(timeline, records, RecordField.VerticalOscillation)
        ?? FromPod(timeline, records, column => column.Native == RecordField.VerticalOscillation);

    private static double[]? FromPod(Timeline timeline, RecordStream records, Func<DeveloperColumn, bool> isWanted)
    {
        foreach (var column in records.DeveloperColumns.Where(isWanted))
        {
            if (WithoutFillers(timeline.Gather(column.Values)) is not { } values)
            {
                continue;
            }

            if (column.Units is { } units && (units.Equals("cm", StringComparison.OrdinalIgnoreCase)
                || units.StartsWith("centimet", StringComparison.OrdinalIgnoreCase)))
            {
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] *= MillimetresPerCentimetre;
                }
            }

            return values;
        }

        return null;
    }

    private static double[]? WithoutFillers(double[]? values)
    {
        var measured = false;
        foreach (ref var value in values.AsSpan())
        {
            value = value > 0 ? value : double.NaN;
            measured |= !double.IsNaN(value);
        }

        return measured ? values : null;
    }
}
