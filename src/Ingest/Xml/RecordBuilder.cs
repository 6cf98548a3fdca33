using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Xml;

/// <summary>Gathers the points of one activity into columns. A value that cannot be true is left out and noted.</summary>
internal sealed class RecordBuilder(ReadWarnings warnings)
{
    /// <summary>No span of time that a file states is longer: ten years. [s]</summary>
    public const double MaxSeconds = 10 * 365.25 * 86_400;

    private const int FirstCapacity = 64;
    private static readonly RecordField[] Fields = Enum.GetValues<RecordField>();

    private readonly double[]?[] columns = new double[]?[Fields.Length];
    private double[]? times;

    /// <summary>Number of finished points.</summary>
    public int Count { get; private set; }

    /// <summary>Time of the point begun last, finished or not; null where it has none.</summary>
    public double? LastTime { get; private set; }

    /// <summary>Time of the first point that has one.</summary>
    public XmlTime? FirstTime { get; private set; }

    /// <summary>Begins a point, the one before being finished. One that is never finished is not kept.</summary>
    public void Begin() => LastTime = null;

    /// <summary>Finishes the point.</summary>
    public void Finish() => Count++;

    /// <summary>Sets a value of the point begun.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">The number as the file writes it; empty is not measured.</param>
    public void Set(RecordField field, ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (!XmlNumbers.TryRead(text, out var value))
        {
            warnings.Add(new Remark(RemarkKind.NoNumber, Name: Enum.GetName(field)));
        }
        else if (!PointFields.IsPossible(field, value))
        {
            warnings.Add(new Remark(RemarkKind.Impossible, Name: Enum.GetName(field)));
        }
        else
        {
            At(ref columns[(int)field]) = value;
        }
    }

    /// <summary>Sets the time of the point begun.</summary>
    /// <param name="text">The time as the file writes it; empty is none.</param>
    public void SetTime(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (!XmlTimes.TryRead(text, out var time))
        {
            warnings.Add(RemarkKind.TimeUnreadable);
            return;
        }

        if (time.OffsetMinutes is null)
        {
            warnings.Add(RemarkKind.TimeWithoutZone);
        }

        FirstTime ??= time;
        LastTime = time.UnixSeconds;
        At(ref times) = time.UnixSeconds;
    }

    /// <summary>The cadences gathered so far, NaN where not measured.</summary>
    public ReadOnlySpan<double> Cadences => columns[(int)RecordField.Cadence] is { } column ? column.AsSpan(0, Math.Min(Count, column.Length)) : [];

    /// <summary>The finished points.</summary>
    public RecordStream Build()
    {
        var built = new Dictionary<RecordField, Column>();
        foreach (var field in Fields)
        {
            if (Finished(columns[(int)field]) is { } column)
            {
                built[field] = column;
            }
        }

        if (columns[(int)RecordField.Distance] is { } distances
            && built.ContainsKey(RecordField.Distance)
            && !IsSinceStart(distances.AsSpan(0, Math.Min(Count, distances.Length))))
        {
            built.Remove(RecordField.Distance);
            warnings.Add(RemarkKind.DistanceUpAndDown);
        }

        // As in FIT, where the 16-bit field is expanded: who asks for either name finds the value.
        Share(built, RecordField.Speed, RecordField.EnhancedSpeed);
        Share(built, RecordField.Altitude, RecordField.EnhancedAltitude);
        return new RecordStream(Count, Finished(times), built);
    }

    /// <summary>Whether distances count from the start: some exporters write the way since the last point under the same name.</summary>
    private static bool IsSinceStart(ReadOnlySpan<double> distances)
    {
        var (last, up, down) = (double.NaN, 0.0, 0.0);
        foreach (var distance in distances)
        {
            if (double.IsNaN(distance))
            {
                continue;
            }

            up += distance > last ? distance - last : 0;
            down += distance < last ? last - distance : 0;
            last = distance;
        }

        return down <= up / 2;
    }

    private static void Share(Dictionary<RecordField, Column> built, RecordField from, RecordField to)
    {
        if (built.TryGetValue(from, out var column))
        {
            built[to] = column;
        }
    }

    private Column? Finished(double[]? values)
    {
        if (values is null)
        {
            return null;
        }

        var length = values.Length;
        Array.Resize(ref values, Count);
        values.AsSpan(Math.Min(length, Count)).Fill(double.NaN);
        var column = Column.Of(values);
        return column.MeasuredCount > 0 ? column : null;
    }

    private ref double At(ref double[]? values)
    {
        var length = values?.Length ?? 0;
        if (values is null || Count >= length)
        {
            Array.Resize(ref values, Math.Max(FirstCapacity, 2 * Count));
            values.AsSpan(length).Fill(double.NaN);
        }

        return ref values[Count];
    }
}
