using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Activities;

/// <summary>The outcome of reading one file. A bad file is an outcome, not an exception.</summary>
public sealed record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The extent to which the file was read.</summary>
    public required ReadStatus Status { get; init; }

    /// <summary>The format, told by content; null when unknown.</summary>
    public ActivityFormat? Format { get; init; }

    /// <summary>The fault; null when the status is <see cref="ReadStatus.Read"/>.</summary>
    public ReadFault? Fault { get; init; }

    /// <summary>The fault, with what was expected; null when the status is <see cref="ReadStatus.Read"/>.</summary>
    public Remark? Reason { get; init; }

    /// <summary>Offset of the fault in a binary file, from 0; null where the place is a line, or there is none. [bytes]</summary>
    public long? ByteOffset { get; init; }

    /// <summary>Line of the fault in a text file, from 1; null where the place is a byte, or there is none.</summary>
    public int? Line { get; init; }

    /// <summary>The oddities that were read all the same.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>The activities, in the file's order; empty when rejected.</summary>
    public IReadOnlyList<Activity> Activities { get; init; } = [];

    /// <summary>A file that was read to its end.</summary>
    public static ReadResult Read(ActivityFormat format, IReadOnlyList<Activity> activities, IReadOnlyList<Remark> warnings) =>
        new() { Status = ReadStatus.Read, Format = format, Activities = activities, Warnings = warnings };

    /// <summary>A file that was read up to a fault.</summary>
    public static ReadResult Partial(
        ActivityFormat format,
        IReadOnlyList<Activity> activities,
        IReadOnlyList<Remark> warnings,
        ReadFault fault,
        Remark reason,
        long? byteOffset = null,
        int? line = null) =>
        new()
        {
            Status = ReadStatus.Partial,
            Format = format,
            Activities = activities,
            Warnings = warnings,
            Fault = fault,
            Reason = reason,
            ByteOffset = byteOffset,
            Line = line,
        };

    /// <summary>A file of which nothing could be read.</summary>
    public static ReadResult Rejected(
        ReadFault fault,
        Remark reason,
        long? byteOffset = null,
        int? line = null,
        ActivityFormat? format = null,
        IReadOnlyList<Remark>? warnings = null) =>
        new()
        {
            Status = ReadStatus.Rejected,
            Format = format,
            Fault = fault,
            Reason = reason,
            ByteOffset = byteOffset,
            Line = line,
            Warnings = warnings ?? [],
        };

    /// <summary>A sound file that holds no recording.</summary>
    public static ReadResult LeftAside(ReadFault fault, Remark reason, ActivityFormat? format = null) =>
        new() { Status = ReadStatus.LeftAside, Format = format, Fault = fault, Reason = reason };
}

/// <summary>The extent to which a file was read.</summary>
public enum ReadStatus
{
    /// <summary>Read to its end.</summary>
    Read,

    /// <summary>Read up to a fault; what stands before it is there.</summary>
    Partial,

    /// <summary>Nothing could be read.</summary>
    Rejected,

    /// <summary>Sound, and no recording: daily steps, settings, sleep, or a file of an account export that no watch wrote.</summary>
    LeftAside,
}
