using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>One way in which records measure how long an activity was.</summary>
/// <param name="Source">The note that names it.</param>
/// <param name="Metres">Its length. [m]</param>
/// <param name="Records">The records with it as their distance column; null column where positions measure it.</param>
internal sealed record MeasuredDistance(NoteKind Source, double Metres, Func<RecordStream, RecordStream> Records)
{
    // A speed stands for the time to the next record, at most so long.
    private const double LongestStand = 60;

    private const double MetresPerKilometre = 1_000;

    /// <summary>All ways, the most trusted first.</summary>
    /// <param name="activity">The activity, its positions cleaned.</param>
    /// <param name="clock">Its records' times.</param>
    /// <param name="column">Its distance column; null where it has none.</param>
    /// <param name="positionMetres">Metres between its positions; null where it has none. [m]</param>
    public static IEnumerable<MeasuredDistance> All(Activity activity, RecordClock clock, DistanceColumn? column, double? positionMetres)
    {
        if (column is not null)
        {
            yield return new(NoteKind.DistanceFromRecords, column.Metres, records => records);
        }

        if (positionMetres > 0)
        {
            yield return new(NoteKind.DistanceFromPositions, positionMetres.Value, records => records.With(RecordField.Distance, null));
        }

        if (activity.Records.SpeedMetresPerSecond is { MeasuredCount: > 0 } speed
            && FromSpeed(clock, speed.ToArray(), NoteKind.DistanceFromSpeed) is { } bySpeed)
        {
            yield return bySpeed;
        }

        foreach (var pod in activity.Records.DeveloperColumns.Where(pod => pod.Values.MeasuredCount > 0))
        {
            var measured = pod.Native switch
            {
                RecordField.Distance => FromPod(clock, pod),
                RecordField.Speed or RecordField.EnhancedSpeed when pod.Units?.Trim().ToUpperInvariant() is "M/S" => FromSpeed(
                    clock, pod.Values.ToArray(), NoteKind.DistanceFromPod),
                _ => null,
            };
            if (measured is not null)
            {
                yield return measured;
            }
        }
    }

    private static MeasuredDistance? FromPod(RecordClock clock, DeveloperColumn pod)
    {
        var values = pod.Values.ToArray();
        if (pod.Units?.Trim().ToUpperInvariant() is "KM" or "KILOMETERS" or "KILOMETRES")
        {
            foreach (ref var value in values.AsSpan())
            {
                value *= MetresPerKilometre;
            }
        }

        return DistanceColumn.Of(clock.Seconds, values) is { } column
            ? new(NoteKind.DistanceFromPod, column.Metres, records => records.With(RecordField.Distance, Column.Of(column.Values ?? values)))
            : null;
    }

    private static MeasuredDistance? FromSpeed(RecordClock clock, double[] speed, NoteKind source)
    {
        var metres = new double[speed.Length];
        var walk = clock.Walk();
        var (covered, previous) = (0.0, -1);
        for (var i = 0; i < speed.Length; i++)
        {
            metres[i] = covered;
            var time = clock.Seconds[i];
            if (double.IsNaN(time) || (previous >= 0 && time < clock.Seconds[previous]))
            {
                continue;
            }

            if (previous >= 0 && speed[previous] is >= 0 and <= PlausibleLimits.FastestStep && !walk.IsPaused(clock.Seconds[previous], time))
            {
                covered += speed[previous] * Math.Min(LongestStand, time - clock.Seconds[previous]);
            }

            metres[i] = covered;
            previous = i;
        }

        return covered > 0 ? new(source, covered, records => records.With(RecordField.Distance, Column.Of(metres))) : null;
    }
}
