using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>Values that phone and watch measured while one workout lasted, as records of their own or as further columns of a recording.</summary>
/// <param name="device">The device that recorded the workout, as its values name it; null where nothing names it.</param>
internal sealed class AppleMeasured(string? device)
{
    private const double SecondsPerMinute = 60;

    // A heart is measured every five seconds or so while a workout lasts. [s]
    private const double Nearest = 5;

    private readonly Dictionary<(RecordField Field, string Source), List<AppleRecord>> measured = [];

    private IEnumerable<RecordField> Fields => measured.Keys.Select(key => key.Field).Distinct();

    /// <summary>Takes a value.</summary>
    public void Add(AppleRecord record, string source)
    {
        if (!measured.TryGetValue((record.Field, source), out var list))
        {
            measured[(record.Field, source)] = list = [];
        }

        list.Add(record);
    }

    /// <summary>The values as records.</summary>
    public RecordStream ToRecords()
    {
        var samples = new TimedSamples();
        foreach (var field in Fields)
        {
            AddTo(samples, field);
        }

        return samples.ToRecords();
    }

    /// <summary>The records of a recording with what it lacks. A length since the start would be another clock's, and is left out.</summary>
    public RecordStream AddedTo(RecordStream records)
    {
        foreach (var field in Fields.Where(field => records[field] is null && field is not RecordField.Distance))
        {
            records = With(records, field);
        }

        return records;
    }

    /// <summary>The records with a further column: each value at the records of its span, or at the nearest within some seconds.</summary>
    private RecordStream With(RecordStream records, RecordField field)
    {
        if (records.TimeUnixSeconds?.ToArray() is not { } times || !IsRising(times))
        {
            return records;
        }

        var (column, hasAny) = (new double[times.Length], false);
        column.AsSpan().Fill(double.NaN);
        foreach (var record in Chosen(field))
        {
            var value = field is RecordField.Cadence ? Rate(record) : record.Value;
            if (value is not > 0 || !PossibleValues.Holds(field, value.Value))
            {
                continue;
            }

            var (first, last) = Rows(times, record);
            hasAny |= last >= first;
            for (var row = first; row <= last; row++)
            {
                column[row] = value.Value;
            }
        }

        return hasAny ? records.With(field, Column.Of(column)) : records;
    }

    private void AddTo(TimedSamples samples, RecordField field)
    {
        var metres = 0.0;
        foreach (var record in Chosen(field))
        {
            switch (field)
            {
                case RecordField.Distance:
                    samples.Add(record.Start, field, metres);
                    samples.Add(record.End, field, metres += record.Value);
                    break;
                case RecordField.Cadence:
                    samples.Add(record.Start, field, Rate(record));
                    samples.Add(record.End - 1, field, Rate(record));
                    break;
                default:
                    samples.Add(record.Start, field, record.Value);
                    break;
            }
        }
    }

    /// <summary>The values of one device by time. Phone and watch both count steps: the workout's own before the one that measured most.</summary>
    private IEnumerable<AppleRecord> Chosen(RecordField field) => measured.Where(pair => pair.Key.Field == field)
        .OrderByDescending(pair => pair.Key.Source == device).ThenByDescending(pair => pair.Value.Count).First().Value.OrderBy(record => record.Start);

    /// <summary>Steps a minute of a span; null where it has no length. [steps/min]</summary>
    private static double? Rate(AppleRecord record) => record.End > record.Start ? record.Value * SecondsPerMinute / (record.End - record.Start) : null;

    /// <summary>The records of a value's span; where it has none, the nearest within some seconds. The last is before the first where there are none.</summary>
    private static (int First, int Last) Rows(double[] times, AppleRecord record)
    {
        var first = RowFrom(times, record.Start);
        var last = RowFrom(times, record.End + 1) - 1;
        if (last >= first)
        {
            return (first, last);
        }

        var nearest = first > 0 && (first == times.Length || record.Start - times[first - 1] < times[first] - record.Start) ? first - 1 : first;
        return nearest < times.Length && Math.Abs(times[nearest] - record.Start) <= Nearest ? (nearest, nearest) : (0, -1);
    }

    /// <summary>The first record at or after a moment.</summary>
    private static int RowFrom(double[] times, double moment)
    {
        var at = Array.BinarySearch(times, moment);
        at = at < 0 ? ~at : at;
        while (at > 0 && times[at - 1] >= moment)
        {
            at--;
        }

        return at;
    }

    private static bool IsRising(double[] times)
    {
        for (var i = 0; i < times.Length; i++)
        {
            // Also false where a record has no time.
            if (!(i == 0 ? times[i] > 0 : times[i] >= times[i - 1]))
            {
                return false;
            }
        }

        return true;
    }
}
