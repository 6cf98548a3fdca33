namespace KneeLoad.Ingest.Activities;

/// <summary>
/// The records of an activity in columns of equal length, in the order of the file. Time may stand still or go back, as the file says.
/// </summary>
public sealed class RecordStream
{
    private static readonly int FieldCount = Enum.GetValues<RecordField>().Length;
    private readonly Column?[] columns = new Column?[FieldCount];

    /// <summary>A stream of columns.</summary>
    /// <param name="count">Number of records.</param>
    /// <param name="timeUnixSeconds">Time of each record since 1970-01-01T00:00:00Z; null when no record has a time. [s]</param>
    /// <param name="fields">The columns that the file has.</param>
    /// <param name="developerColumns">The columns that the file itself describes.</param>
    /// <exception cref="ArgumentException">A column's length is not <paramref name="count"/>.</exception>
    public RecordStream(
        int count,
        Column? timeUnixSeconds,
        IEnumerable<KeyValuePair<RecordField, Column>> fields,
        IReadOnlyList<DeveloperColumn>? developerColumns = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(fields);
        Count = count;
        TimeUnixSeconds = timeUnixSeconds is null ? null : Checked(timeUnixSeconds);
        DeveloperColumns = developerColumns ?? [];
        foreach (var (field, column) in fields)
        {
            columns[(int)field] = Checked(column);
        }

        foreach (var column in DeveloperColumns)
        {
            Checked(column.Values);
        }
    }

    /// <summary>A stream without records.</summary>
    public static RecordStream Empty { get; } = new(0, null, []);

    /// <summary>Number of records.</summary>
    public int Count { get; }

    /// <summary>Time of each record since 1970-01-01T00:00:00Z; null when no record has a time. [s]</summary>
    public Column? TimeUnixSeconds { get; }

    /// <summary>The columns that the file itself describes, in the file's order.</summary>
    public IReadOnlyList<DeveloperColumn> DeveloperColumns { get; }

    /// <summary>One column in the unit stated at <see cref="RecordField"/>; null when no record of the file has the field.</summary>
    public Column? this[RecordField field] => columns[(int)field];

    /// <summary>Enhanced speed where the file has it, else speed. [m/s]</summary>
    public Column? SpeedMetresPerSecond => this[RecordField.EnhancedSpeed] ?? this[RecordField.Speed];

    /// <summary>Enhanced altitude where the file has it, else altitude. [m]</summary>
    public Column? AltitudeMetres => this[RecordField.EnhancedAltitude] ?? this[RecordField.Altitude];

    /// <summary>The named records, in their order; consecutive ones share the memory.</summary>
    internal RecordStream Pick(ReadOnlySpan<int> rows)
    {
        var consecutive = rows.IsEmpty || (rows[^1] - rows[0] == rows.Length - 1 && IsRising(rows));
        var picked = new List<KeyValuePair<RecordField, Column>>(FieldCount);
        for (var i = 0; i < FieldCount; i++)
        {
            if (Of(columns[i], rows) is { MeasuredCount: > 0 } column)
            {
                picked.Add(new((RecordField)i, column));
            }
        }

        var developerColumns = new List<DeveloperColumn>(DeveloperColumns.Count);
        foreach (var column in DeveloperColumns)
        {
            if (Of(column.Values, rows) is { MeasuredCount: > 0 } values)
            {
                developerColumns.Add(column with { Values = values });
            }
        }

        return new(rows.Length, Of(TimeUnixSeconds, rows), picked, developerColumns);

        Column? Of(Column? column, ReadOnlySpan<int> rows) =>
            consecutive && !rows.IsEmpty ? column?.Slice(rows[0], rows.Length) : column?.Pick(rows);
    }

    private static bool IsRising(ReadOnlySpan<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (rows[i] != rows[i - 1] + 1)
            {
                return false;
            }
        }

        return true;
    }

    private Column Checked(Column column) => column.Length == Count
        ? column
        : throw new ArgumentException($"A column holds {column.Length} values for {Count} records.", nameof(column));
}
