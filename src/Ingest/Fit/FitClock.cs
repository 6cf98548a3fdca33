using System.Buffers.Binary;
using KneeLoad.Ingest.Fit.Profile;
using KneeLoad.Ingest.Fit.Protocol;
using NodaTime;

namespace KneeLoad.Ingest.Fit;

/// <summary>Moves a sound FIT file in time: the same recording, as if it had been made on another day.</summary>
public static class FitClock
{
    // A compressed header holds the lowest five bits of a time: a move by a multiple of these leaves it true.
    private const int CompressedRollOver = 32;

    // Below, a time counts from power-up and is no date (FIT profile, type date_time).
    private const uint FirstDate = 0x10000000;
    private const byte CreatedInFileId = 4;
    private const byte StartInSessionOrLap = 2;
    private const byte LocalInActivity = 5;
    private const byte SystemInCorrelation = 1;
    private const byte LocalInCorrelation = 3;

    /// <summary>A copy of the file with each of its times moved, and its checks made anew.</summary>
    /// <param name="content">A whole FIT file, or a chain of them.</param>
    /// <param name="by">How far, a multiple of 32 s; back in time when negative.</param>
    /// <exception cref="ArgumentException"><paramref name="by"/> is no multiple of 32 s.</exception>
    public static byte[] Move(ReadOnlySpan<byte> content, Duration by)
    {
        var seconds = (long)by.TotalSeconds;
        if (Duration.FromSeconds(seconds) != by || seconds % CompressedRollOver != 0)
        {
            throw new ArgumentException($"Compressed times can move by multiples of {CompressedRollOver} s only.", nameof(by));
        }

        var moved = content.ToArray();
        var localTypes = new LocalTypes();
        var position = 0;
        while (FitHeader.TryRead(content[position..], out var header)
            && position + header.Size + (long)header.DataSize + sizeof(ushort) <= content.Length)
        {
            var begin = position + header.Size;
            var end = begin + (int)header.DataSize;
            localTypes.Clear();
            var cursor = new MessageCursor(content, begin, end, localTypes);
            while (cursor.MoveNext())
            {
                MoveTimes(moved.AsSpan(cursor.Position - (cursor.RunLength * cursor.Stride), cursor.RunLength * cursor.Stride), cursor, seconds);
            }

            BinaryPrimitives.WriteUInt16LittleEndian(moved.AsSpan(end), FitCrc.Of(moved.AsSpan(position..end)));
            position = end + sizeof(ushort);
        }

        return moved;
    }

    private static void MoveTimes(Span<byte> run, in MessageCursor cursor, long seconds)
    {
        foreach (var field in cursor.Definition.Fields)
        {
            if (field.DeveloperIndex is not null || field.Size != sizeof(uint) || !IsTime(cursor.Definition.GlobalNumber, field.Number))
            {
                continue;
            }

            for (var message = 0; message < run.Length; message += cursor.Stride)
            {
                var value = run.Slice(message + 1 + field.Offset, sizeof(uint));
                var time = FitNumber.Load<uint>(value, cursor.Definition.BigEndian);
                if (time is uint.MaxValue or < FirstDate)
                {
                    continue;
                }

                if (cursor.Definition.BigEndian)
                {
                    BinaryPrimitives.WriteUInt32BigEndian(value, unchecked((uint)(time + seconds)));
                }
                else
                {
                    BinaryPrimitives.WriteUInt32LittleEndian(value, unchecked((uint)(time + seconds)));
                }
            }
        }
    }

    private static bool IsTime(ushort message, byte field) => field == FitProfile.Timestamp || (message, field) is
        (FitProfile.FileId, CreatedInFileId)
        or (FitProfile.Session or FitProfile.Lap, StartInSessionOrLap)
        or (FitProfile.Activity, LocalInActivity)
        or (FitProfile.TimestampCorrelation, SystemInCorrelation or LocalInCorrelation);
}
