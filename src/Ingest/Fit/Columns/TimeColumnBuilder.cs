using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit.Columns;

/// <summary>The column of times while the file is read: seconds since the first, in two bytes each while all of them fit.</summary>
/// <remarks>PERF: 18 hours fit, so that a run's times take half of the memory that they take in the file.</remarks>
/// <param name="rows">Number of records.</param>
internal sealed class TimeColumnBuilder(int rows)
{
    private const uint Invalid = uint.MaxValue;

    private ushort[]? narrow = Filled(rows, ushort.MaxValue);
    private uint[] wide = [];
    private uint first = Invalid;

    /// <summary>Takes the times of a run of messages.</summary>
    /// <param name="run">The messages, each <paramref name="stride"/> bytes, with their header bytes.</param>
    /// <param name="field">Where the time lies.</param>
    /// <param name="stride">From one message to the next. [bytes]</param>
    /// <param name="row">The row of the first message.</param>
    /// <param name="bigEndian">The messages' byte order.</param>
    public void Take(ReadOnlySpan<byte> run, in FieldDefinition field, int stride, int row, bool bigEndian)
    {
        for (var at = 1 + field.Offset; at < run.Length; at += stride)
        {
            Set(row++, FitNumber.Load<uint>(run[at..], bigEndian));
        }
    }

    /// <summary>Sets one time.</summary>
    /// <param name="row">The row.</param>
    /// <param name="seconds">FIT's epoch. [s]</param>
    public void Set(int row, uint seconds)
    {
        if (seconds == Invalid)
        {
            return;
        }

        first = first == Invalid ? seconds : first;
        if (narrow is null)
        {
            wide[row] = seconds;
        }
        else if (unchecked(seconds - first) is < ushort.MaxValue and var since)
        {
            narrow[row] = (ushort)since;
        }
        else
        {
            Widen(narrow);
            wide[row] = seconds;
        }
    }

    /// <summary>The finished column, since 1970; null when no row has a time. [s]</summary>
    public Column? Build()
    {
        const double Epoch = FitTime.EpochUnixSeconds;
        return first == Invalid ? null
            : narrow is null ? new RawColumn<uint>(wide, Invalid, new Scaling(1, -Epoch))
            : new RawColumn<ushort>(narrow, ushort.MaxValue, new Scaling(1, -Epoch - first));
    }

    private static T[] Filled<T>(int rows, T value)
    {
        var array = GC.AllocateUninitializedArray<T>(rows);
        Array.Fill(array, value);
        return array;
    }

    private void Widen(ushort[] times)
    {
        wide = Array.ConvertAll(times, since => since == ushort.MaxValue ? Invalid : first + since);
        narrow = null;
    }
}
