using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>
/// Gathers what an export measured at its moments into records, one a second and in order of time. A value that cannot be true is
/// left out, and of two values of one second the first holds.
/// </summary>
internal sealed class TimedSamples
{
    // More than four days, second by second: the longest session that any of these services keeps.
    private const int MostRecords = 400_000;
    private const int FirstCapacity = 64;

    // From 1900 to 2200; what lies beyond is no time of a run. [s since 1970]
    private const double EarliestSecond = -2_208_988_800;
    private const double LatestSecond = 7_258_118_400;

    private readonly Dictionary<long, int> rows = [];
    private readonly List<double> times = [];
    private readonly double[]?[] columns = new double[]?[RecordStream.FieldCount];

    /// <summary>Takes one measured value.</summary>
    /// <param name="unixSeconds">Its moment. [s since 1970]</param>
    /// <param name="field">The field.</param>
    /// <param name="value">In the unit of the field; null where it was not measured.</param>
    public void Add(double unixSeconds, RecordField field, double? value)
    {
        // No heart stands still: 0 is how these services write that nothing was measured.
        if (value is not { } known
            || !double.IsFinite(known)
            || !PossibleValues.Holds(field, known)
            || (field is RecordField.HeartRate && known <= 0)
            || unixSeconds is not (> EarliestSecond and < LatestSecond)
            || RowOf((long)Math.Round(unixSeconds)) is not { } row)
        {
            return;
        }

        ref var column = ref columns[(int)field];
        if (column is null || row >= column.Length)
        {
            var length = column?.Length ?? 0;
            Array.Resize(ref column, Math.Max(FirstCapacity, 2 * (row + 1)));
            column.AsSpan(length).Fill(double.NaN);
        }

        column[row] = double.IsNaN(column[row]) ? known : column[row];
    }

    /// <summary>Takes a place.</summary>
    /// <param name="unixSeconds">Its moment. [s since 1970]</param>
    /// <param name="latitude">North of the equator; null where there is none. [degrees]</param>
    /// <param name="longitude">East of Greenwich; null where there is none. [degrees]</param>
    public void AddPlace(double unixSeconds, double? latitude, double? longitude)
    {
        // Where no satellite is seen both are 0, in the sea off Africa.
        if (latitude is { } north && longitude is { } east && (north != 0 || east != 0))
        {
            Add(unixSeconds, RecordField.PositionLat, north);
            Add(unixSeconds, RecordField.PositionLong, east);
        }
    }

    /// <summary>Takes lengths of the way: the metres since the value before, or, where they never fall, the metres since the start.</summary>
    /// <param name="distances">The lengths by their moments, in any order. [s since 1970, m]</param>
    public void AddDistances(IReadOnlyCollection<(double Moment, double Metres)> distances)
    {
        var ordered = distances.OrderBy(distance => distance.Moment).ToList();
        var isSinceStart = ordered.Zip(ordered.Skip(1)).All(pair => pair.Second.Metres >= pair.First.Metres);
        var metres = 0.0;
        foreach (var (moment, more) in ordered)
        {
            metres = isSinceStart ? more : metres + more;
            Add(moment, RecordField.Distance, metres);
        }
    }

    /// <summary>Whether any second has a value of a field.</summary>
    public bool Has(RecordField field) => columns[(int)field] is not null;

    /// <summary>The unit that the cadences count, told by their size.</summary>
    public CadenceUnit CadenceUnit
    {
        get
        {
            Span<int> tally = stackalloc int[StepRates.Tally];
            foreach (var cadence in columns[(int)RecordField.Cadence] ?? [])
            {
                StepRates.Add(tally, cadence);
            }

            return (columns[(int)RecordField.Cadence], StepRates.Upper(tally)) switch
            {
                (null, _) => CadenceUnit.None,
                (_, > StepRates.MostOfOneLeg) => CadenceUnit.StepsPerMinute,
                _ => CadenceUnit.StridesPerMinute,
            };
        }
    }

    /// <summary>The records.</summary>
    public RecordStream ToRecords()
    {
        var (sorted, order) = (times.ToArray(), Enumerable.Range(0, times.Count).ToArray());
        Array.Sort(sorted, order);
        var built = new Column?[RecordStream.FieldCount];
        foreach (var field in Enum.GetValues<RecordField>())
        {
            if (columns[(int)field] is { } values)
            {
                built[(int)field] = Column.Of(Array.ConvertAll(order, row => row < values.Length ? values[row] : double.NaN));
            }
        }

        // As in FIT, where the 16-bit field is expanded: who asks for either name finds the value.
        built[(int)RecordField.EnhancedSpeed] = built[(int)RecordField.Speed];
        built[(int)RecordField.EnhancedAltitude] = built[(int)RecordField.Altitude];
        return sorted.Length == 0 ? RecordStream.Empty : new RecordStream(sorted.Length, Column.Of(sorted), built, []);
    }

    /// <summary>The row of a second; null when there is room for no more.</summary>
    private int? RowOf(long second)
    {
        if (rows.TryGetValue(second, out var row))
        {
            return row;
        }

        if (times.Count == MostRecords)
        {
            return null;
        }

        times.Add(second);
        return rows[second] = times.Count - 1;
    }
}
