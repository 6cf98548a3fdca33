using System.Runtime.InteropServices;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>
/// The records of one file as they come in: rows appended, columns made when a definition first names them.
/// A definition is turned once into a list of copies, so that a run of records costs one loop per field.
/// </summary>
internal sealed class RecordTable(int rows, long budget, DeveloperFields developerFields)
{
    // As many as one definition can name. A record that carries more over several definitions is none that a watch writes.
    private const int MostDeveloperColumns = 255;

    private const int NativeColumns = RecordStream.FieldCount;

    private readonly ColumnBuilder?[] native = new ColumnBuilder?[NativeColumns];
    private readonly List<(DeveloperField Field, ColumnBuilder Builder)> developer = [];
    private TimeColumnBuilder? time;
    private uint distanceSixteenths;
    private long budget = budget;

    /// <summary>Number of records so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a column was left out, since it would take more memory than the file's size allows.</summary>
    public bool IsOverBudget { get; private set; }

    /// <summary>Appends the cursor's run of records.</summary>
    public void Append(in MessageCursor cursor)
    {
        var run = cursor.Run;
        var definition = cursor.Definition;
        var plan = PlanOf(definition);
        foreach (ref readonly var copy in CollectionsMarshal.AsSpan(plan.Copies))
        {
            BuilderAt(copy.Slot)?.Take(run, copy.Field, cursor.Stride, Count, definition.BigEndian);
        }

        if (plan.CompressedSpeedDistance is { } packed)
        {
            ExpandSpeedAndDistance(run, packed, cursor.Stride);
        }

        if (plan.Time is { } timestamp)
        {
            Time()?.Take(run, timestamp, cursor.Stride, Count, definition.BigEndian);
        }

        if (cursor.CompressedTime is { } seconds)
        {
            Time()?.Set(Count, seconds);
        }

        Count += cursor.RunLength;
    }

    /// <summary>The finished columns.</summary>
    public RecordStream Build()
    {
        // A whole turn of semicircles fits in the field, a latitude is half of that.
        native[(int)RecordField.PositionLat]?.DropOutside(-90, 90);
        var columns = Array.ConvertAll(native, builder => builder?.Build());
        ComponentExpansion.Fill(columns, RecordField.Speed, RecordField.EnhancedSpeed);
        ComponentExpansion.Fill(columns, RecordField.Altitude, RecordField.EnhancedAltitude);
        return new(Count, time?.Build(), columns, DeveloperColumns());
    }

    private DeveloperColumn[] DeveloperColumns()
    {
        if (developer.Count == 0)
        {
            return [];
        }

        var finished = new List<DeveloperColumn>(developer.Count);
        foreach (var (field, builder) in developer)
        {
            if (builder.Build() is { } column)
            {
                finished.Add(new(field.Name, field.Units, field.Native, column));
            }
        }

        return [.. finished];
    }

    private void ExpandSpeedAndDistance(ReadOnlySpan<byte> run, in FieldDefinition field, int stride)
    {
        var row = Count;
        for (var message = run; !message.IsEmpty; message = message[stride..])
        {
            var bytes = message.Slice(1 + field.Offset, 3);
            if (bytes.IndexOfAnyExcept(byte.MaxValue) >= 0)
            {
                var speed = bytes[0] | ((bytes[1] & 0x0F) << 8);
                var distance = (uint)((bytes[1] >> 4) | (bytes[2] << 4));
                distanceSixteenths = unchecked(distanceSixteenths + ((distance - distanceSixteenths) & 0xFFF));
                BuilderAt((int)RecordField.Speed)?.Set(row, speed / 100.0);
                BuilderAt((int)RecordField.Distance)?.Set(row, distanceSixteenths / 16.0);
            }

            row++;
        }
    }

    private RecordPlan PlanOf(MessageDefinition definition)
    {
        var plan = definition.Plan;
        if (plan.Revision != definition.Revision || plan.DescriptionRevision != developerFields.Revision)
        {
            plan.Begin(definition.Revision, developerFields.Revision, definition.Fields.Length);
            foreach (var field in definition.Fields)
            {
                PlanField(plan, field);
            }
        }

        return plan;
    }

    private void PlanField(RecordPlan plan, in FieldDefinition field)
    {
        if (field.DeveloperIndex is { } developerIndex)
        {
            if (developerFields.Find(developerIndex, field.Number) is { } described && FitNumber.Fits(described.Type, field.Size))
            {
                if (DeveloperSlot(described) is { } slot)
                {
                    plan.Copies.Add(new(slot, field with { Type = described.Type }));
                }
            }
        }
        else if (field.Number == FitProfile.CompressedSpeedDistance && field.Size == 3)
        {
            Native(RecordField.Speed, FitBaseType.UInt16);
            Native(RecordField.Distance, FitBaseType.Float64);
            plan.CompressedSpeedDistance = field;
        }
        else if (field.IsTimestamp)
        {
            plan.Time = field;
        }
        else if (FitNumber.Fits(field.Type, field.Size) && FitProfile.ColumnOf(field.Number) is { } column)
        {
            Native(column, field.Type);
            plan.Copies.Add(new((int)column, field));
        }
    }

    private ColumnBuilder? BuilderAt(int slot) =>
        slot < NativeColumns ? native[slot] : developer[slot - NativeColumns].Builder;

    private TimeColumnBuilder? Time() => time ??= HasRoom() ? new(rows) : null;

    private void Native(RecordField column, FitBaseType type)
    {
        // Sixteenths of a metre fit in no whole hundredths: such a column keeps values.
        var builder = native[(int)column] = Ready(native[(int)column], type, FitProfile.ScalingOf(column));
        if (column == RecordField.Distance && type == FitBaseType.Float64)
        {
            native[(int)column] = builder?.Widen();
        }
    }

    private int? DeveloperSlot(DeveloperField described)
    {
        // By value: a field that is described again in the same words goes on in its column.
        var index = developer.FindIndex(entry => entry.Field == described);
        if (index < 0 && developer.Count == MostDeveloperColumns)
        {
            IsOverBudget = true;
        }
        else if (index < 0 && Ready(null, described.Type, described.Scaling) is { } builder)
        {
            index = developer.Count;
            developer.Add((described, builder));
        }

        return index < 0 ? null : NativeColumns + index;
    }

    private ColumnBuilder? Ready(ColumnBuilder? builder, FitBaseType type, Scaling scaling)
    {
        if (builder is not null)
        {
            return builder.Type is null || builder.Type == type ? builder : builder.Widen();
        }

        return HasRoom() ? ColumnBuilder.Of(type, scaling, rows) : null;
    }

    /// <summary>Takes one column from the budget.</summary>
    private bool HasRoom()
    {
        // As wide as it can become, since a later definition may change its type.
        var bytes = (long)rows * sizeof(double);
        if (bytes > budget)
        {
            IsOverBudget = true;
            return false;
        }

        budget -= bytes;
        return true;
    }
}
