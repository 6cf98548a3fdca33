using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>
/// Leaves out records that stood in the file before: some apps write each segment with all that came before it. What is left is put in order.
/// </summary>
internal static class RepeatedRecords
{
    /// <summary>The activity without repeated records and in the order of its times; the same one where time never goes back.</summary>
    public static Activity Without(Activity activity)
    {
        var records = activity.Records;
        if (records.TimeUnixSeconds?.ToArray() is not { } times || !GoesBack(times))
        {
            return activity;
        }

        var (latitudes, longitudes, metres) = (Values(RecordField.PositionLat), Values(RecordField.PositionLong), Values(RecordField.Distance));
        var seen = new HashSet<(double, double, double, double)>(times.Length);
        var kept = new List<int>(times.Length);
        var latest = double.NegativeInfinity;
        for (var i = 0; i < times.Length; i++)
        {
            // Two records of one second are two halves, or a watch that records faster: only what lies behind can be a repetition.
            var isBehind = times[i] < latest || (times[i] == latest && i > 0 && times[i - 1] != times[i]);
            var isNew = seen.Add((times[i], At(latitudes, i), At(longitudes, i), At(metres, i)));
            latest = times[i] > latest ? times[i] : latest;
            if (isNew || !isBehind)
            {
                kept.Add(i);
            }
        }

        // PERF: what never goes back is in order too, and is nearly every recording.
        return OrderedRecords.Of(kept.Count == times.Length
            ? activity
            : (activity with { Records = records.Pick([.. kept]) }).Noting(NoteKind.RepeatedRecords, times.Length - kept.Count));

        double[]? Values(RecordField field) => records[field]?.ToArray();
        static double At(double[]? values, int record) => values?[record] ?? double.NaN;
    }

    private static bool GoesBack(double[] times)
    {
        var latest = double.NegativeInfinity;
        foreach (var time in times)
        {
            if (time < latest)
            {
                return true;
            }

            latest = time > latest ? time : latest;
        }

        return false;
    }
}
