namespace KneeLoad.Ingest.Activities;

/// <summary>
/// The records of an activity in columns of equal length, in the order of the file. Time may stand still or go back, as the file says.
/// </summary>
public sealed class RecordStream
{
    /// <summary>Number of the members of <see cref="RecordField"/>.</summary>
    internal const int FieldCount = (int)RecordField.StepLength + 1;

    private readonly Column?[] columns;

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
        : this(count, timeUnixSeconds, ByField(fields), developerColumns ?? [])
    {
    }

    /// <summary>A stream of columns in the order of <see cref="RecordField"/>; it keeps the array.</summary>
    internal RecordStream(int count, Column? timeUnixSeconds, Column?[] columns, IReadOnlyList<DeveloperColumn> developerColumns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        TimeUnixSeconds = timeUnixSeconds;
        DeveloperColumns = developerColumns;
        this.columns = columns;
        Check(timeUnixSeconds);
        foreach (var column in columns)
        {
            Check(column);
        }

        foreach (var column in developerColumns)
        {
            Check(column.Values);
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

    /// <summary>The same records with one column exchanged.</summary>
    /// <param name="field">The column.</param>
    /// <param name="column">The new one; null takes it away.</param>
    internal RecordStream With(RecordField field, Column? column)
    {
        var changed = columns.ToArray();
        changed[(int)field] = column;
        return new(Count, TimeUnixSeconds, changed, DeveloperColumns);
    }

    /// <summary>The same records with other times.</summary>
    internal RecordStream WithTimes(Column? timeUnixSeconds) => new(Count, timeUnixSeconds, columns, DeveloperColumns);

    /// <summary>The same records with other columns of pods and apps.</summary>
    internal RecordStream WithDeveloperColumns(IReadOnlyList<DeveloperColumn> developerColumns) => new(Count, TimeUnixSeconds, columns, developerColumns);

    /// <summary>The named records, in their order; consecutive ones share the memory.</summary>
    internal RecordStream Pick(ReadOnlySpan<int> rows)
    {
        var consecutive = rows.IsEmpty || (rows[^1] - rows[0] == rows.Length - 1 && IsRising(rows));
        var picked = new Column?[FieldCount];
        for (var i = 0; i < FieldCount; i++)
        {
            picked[i] = Of(columns[i], rows) is { MeasuredCount: > 0 } column ? column : null;
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

    private static Column?[] ByField(IEnumerable<KeyValuePair<RecordField, Column>> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var byField = new Column?[FieldCount];
        foreach (var (field, column) in fields)
        {
            byField[(int)field] = column;
        }

        return byField;
    }

    private void Check(Column? column)
    {
        if (column is not null && column.Length != Count)
        {
            throw new ArgumentException($"A column holds {column.Length} values for {Count} records.", nameof(column));
        }
    }
}

/// <summary>A column that the file itself describes (FIT field_description, message 206; FIT protocol, section "Developer Data").</summary>
/// <param name="Name">Name as the file gives it; empty when it gives none. Field 3.</param>
/// <param name="Units">Unit as the file gives it; null when it gives none. Field 8.</param>
/// <param name="Native">The profile's field that this one overrides (fields 14 and 15), or null.</param>
/// <param name="Values">Values after the description's scale and offset (fields 6 and 7), one a record. [<paramref name="Units"/>]</param>
public sealed record DeveloperColumn(string Name, string? Units, RecordField? Native, Column Values);
