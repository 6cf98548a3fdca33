using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Plausibility.Pods;

/// <summary>
/// Puts the columns of running pods where the watch's own are missing. A zero is a filler; left and right are joined, and kept
/// beside it. Columns of the foot strike get one name, whatever their maker calls them.
/// </summary>
internal static class PodColumns
{
    private const string FootStrike = "FootStrike";
    private const double Percent = 100;

    /// <summary>The activity with its pods' columns used; the same one where it has none.</summary>
    public static Activity Of(Activity activity)
    {
        if (activity.Records.DeveloperColumns.Count == 0)
        {
            return activity;
        }

        var pods = activity.Records.DeveloperColumns
            .Select(column => (Column: column, Pod: PodColumn.Of(column)))
            .Where(pair => pair.Pod is not null && pair.Column.Values.MeasuredCount > 0)
            .Select(pair => new Found(pair.Column, pair.Pod!))
            .ToList();
        if (pods.Count == 0)
        {
            return activity;
        }

        var (records, used) = (activity.Records, 0);
        Fill(PodMeasure.ContactTime, RecordField.StanceTime);
        Fill(PodMeasure.VerticalOscillation, RecordField.VerticalOscillation);
        Fill(PodMeasure.StepLength, RecordField.StepLength);
        Fill(PodMeasure.ContactBalance, RecordField.StanceTimeBalance);
        if (!IsMeasured(records, RecordField.StanceTimeBalance) && Balance(pods) is { } balance)
        {
            records = records.With(RecordField.StanceTimeBalance, balance);
        }

        Fill(PodMeasure.Cadence, RecordField.Cadence);
        var cadenceUnit = activity.CadenceUnit == CadenceUnit.None && records[RecordField.Cadence] is { } cadence ? UnitOf(cadence) : activity.CadenceUnit;
        var named = records.DeveloperColumns.Select(column => Named(column, pods)).ToList();
        used += pods.Count(found => found.Pod.Measure == PodMeasure.FootStrike);
        return used == 0
            ? activity
            : (activity with { Records = records.WithDeveloperColumns(named), CadenceUnit = cadenceUnit }).Noting(NoteKind.PodColumns, used);

        void Fill(PodMeasure measure, RecordField field)
        {
            var own = pods.FindAll(found => found.Pod.Measure == measure);
            if (own.Count > 0 && !IsMeasured(records, field) && Joined(own) is { } column)
            {
                records = records.With(field, column);
                used += own.Count;
            }
        }
    }

    private static bool IsMeasured(RecordStream records, RecordField field)
    {
        var column = records[field];
        for (var i = 0; column is not null && i < column.Length; i++)
        {
            if (column[i] > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The mean of all feet that measured at each record; null where none did.</summary>
    private static Column? Joined(List<Found> columns)
    {
        var values = columns.ConvertAll(Values);
        var joined = new double[values[0].Length];
        for (var i = 0; i < joined.Length; i++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var column in values)
            {
                if (column[i] > 0)
                {
                    sum += column[i];
                    count++;
                }
            }

            joined[i] = count > 0 ? sum / count : double.NaN;
        }

        var result = Column.Of(joined);
        return result.MeasuredCount > 0 ? result : null;
    }

    private static Column? Balance(List<Found> pods)
    {
        if (OfSide('L') is not { } left || OfSide('R') is not { } right)
        {
            return null;
        }

        var share = new double[left.Length];
        for (var i = 0; i < share.Length; i++)
        {
            share[i] = left[i] > 0 && right[i] > 0 ? Percent * left[i] / (left[i] + right[i]) : double.NaN;
        }

        return Column.Of(share);

        double[]? OfSide(char side) =>
            pods.Find(found => found.Pod.Measure == PodMeasure.ContactTime && found.Pod.Side == side) is { } found ? Values(found) : null;
    }

    private static double[] Values(Found found)
    {
        var values = found.Column.Values.ToArray();
        foreach (ref var value in values.AsSpan())
        {
            value *= found.Pod.Factor;
        }

        return values;
    }

    private static DeveloperColumn Named(DeveloperColumn column, List<Found> pods) =>
        pods.Find(found => found.Pod.Measure == PodMeasure.FootStrike && found.Column.Name == column.Name) is { } found
            ? column with { Name = FootStrike + found.Pod.Side switch { 'L' => "Left", 'R' => "Right", _ => string.Empty } }
            : column;

    private static CadenceUnit UnitOf(Column cadence)
    {
        Span<int> tally = stackalloc int[StepRates.Tally];
        for (var i = 0; i < cadence.Length; i++)
        {
            StepRates.Add(tally, cadence[i] ?? 0);
        }

        return StepRates.Upper(tally) > StepRates.MostOfOneLeg ? CadenceUnit.StepsPerMinute : CadenceUnit.StridesPerMinute;
    }

    private sealed record Found(DeveloperColumn Column, PodColumn Pod);
}
