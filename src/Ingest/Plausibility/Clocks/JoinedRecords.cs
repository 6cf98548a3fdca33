using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Plausibility.Clocks;

/// <summary>
/// Joins records of one second that hold one half each: some services write position and sensors as two records of the same time.
/// Both keep their place and have the values of both.
/// </summary>
internal static class JoinedRecords
{
    /// <summary>The activity with such records joined; the same one where it has none.</summary>
    public static Activity Of(Activity activity)
    {
        if (activity.Records.TimeUnixSeconds is not { } time || Pairs(time) is not { Count: > 0 } pairs)
        {
            return activity;
        }

        var (records, joined) = (activity.Records, new HashSet<int>());
        foreach (var field in Enum.GetValues<RecordField>())
        {
            if (records[field] is { } column && column.MeasuredCount < column.Length && Filled(column, pairs, joined) is { } filled)
            {
                records = records.With(field, filled);
            }
        }

        var developer = records.DeveloperColumns
            .Select(column => Filled(column.Values, pairs, joined) is { } filled ? column with { Values = filled } : column)
            .ToList();
        return joined.Count == 0
            ? activity
            : (activity with { Records = records.WithDeveloperColumns(developer) }).Noting(NoteKind.RecordsJoined, joined.Count);
    }

    /// <summary>Second records of pairs that have the same time.</summary>
    private static List<int> Pairs(Column time)
    {
        var pairs = new List<int>();
        var values = time.ToArray();
        for (var i = 1; i < values.Length; i++)
        {
            if (values[i] == values[i - 1])
            {
                pairs.Add(i);
            }
        }

        return pairs;
    }

    private static Column? Filled(Column column, List<int> pairs, HashSet<int> joined)
    {
        double[]? values = null;
        foreach (var second in pairs)
        {
            var (one, other) = (values is null ? column[second - 1] : Known(values[second - 1]), values is null ? column[second] : Known(values[second]));
            if (one is null == other is null)
            {
                continue;
            }

            values ??= column.ToArray();
            values[second - 1] = values[second] = (one ?? other)!.Value;
            joined.Add(second);
        }

        return values is null ? null : Column.Of(values);
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
