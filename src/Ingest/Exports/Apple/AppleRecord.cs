using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Apple;

/// <summary>One value that a phone or a watch measured, as an export lists it.</summary>
/// <param name="Field">The field that it becomes a value of.</param>
/// <param name="Start">When its measuring began. [s since 1970]</param>
/// <param name="End">When it ended. [s since 1970]</param>
/// <param name="Value">In the unit of the field; steps and metres of the span.</param>
internal readonly record struct AppleRecord(RecordField Field, long Start, long End, double Value)
{
    private const double MetresPerMile = 1_609.344;
    private const double KilometresPerHour = 3.6;
    private const double MilesPerHour = 2.236936;

    /// <summary>Reads the tag of a record.</summary>
    /// <returns>Null where it is of another kind, in an unknown unit, or no value.</returns>
    public static AppleRecord? Read(ReadOnlySpan<byte> tag)
    {
        if (FieldOf(Attribute(tag, "type"u8)) is not { } field
            || Factor(field, Attribute(tag, "unit"u8)) is not { } factor
            || Second(Attribute(tag, "startDate"u8)) is not { } start
            || Second(Attribute(tag, "endDate"u8)) is not { } end
            || !XmlNumbers.TryRead(Attribute(tag, "value"u8), out var value))
        {
            return null;
        }

        return new(field, start, Math.Max(start, end), value * factor);
    }

    /// <summary>The device or program that measured it, as it is written.</summary>
    public static ReadOnlySpan<byte> Source(ReadOnlySpan<byte> tag) => Attribute(tag, "sourceName"u8);

    private static RecordField? FieldOf(ReadOnlySpan<byte> type)
    {
        const int prefix = 24;
        return type.Length <= prefix || !type.StartsWith("HKQuantityTypeIdentifier"u8) ? null : type[prefix..] switch
        {
            var kind when kind.SequenceEqual("HeartRate"u8) => RecordField.HeartRate,
            var kind when kind.SequenceEqual("StepCount"u8) => RecordField.Cadence,
            var kind when kind.SequenceEqual("DistanceWalkingRunning"u8) => RecordField.Distance,
            var kind when kind.SequenceEqual("RunningSpeed"u8) => RecordField.Speed,
            var kind when kind.SequenceEqual("RunningPower"u8) => RecordField.Power,
            var kind when kind.SequenceEqual("RunningGroundContactTime"u8) => RecordField.StanceTime,
            var kind when kind.SequenceEqual("RunningVerticalOscillation"u8) => RecordField.VerticalOscillation,
            _ => null,
        };
    }

    private static double? Factor(RecordField field, ReadOnlySpan<byte> unit) => field switch
    {
        RecordField.HeartRate when unit.SequenceEqual("count/min"u8) => 1,
        RecordField.Cadence when unit.SequenceEqual("count"u8) => 1,
        RecordField.Distance when unit.SequenceEqual("km"u8) => 1_000,
        RecordField.Distance when unit.SequenceEqual("mi"u8) => MetresPerMile,
        RecordField.Distance when unit.SequenceEqual("m"u8) => 1,
        RecordField.Speed when unit.SequenceEqual("m/s"u8) => 1,
        RecordField.Speed when unit.SequenceEqual("km/hr"u8) => 1 / KilometresPerHour,
        RecordField.Speed when unit.SequenceEqual("mi/hr"u8) => 1 / MilesPerHour,
        RecordField.Power when unit.SequenceEqual("W"u8) => 1,
        RecordField.StanceTime when unit.SequenceEqual("ms"u8) => 1,
        RecordField.VerticalOscillation when unit.SequenceEqual("cm"u8) => 10,
        RecordField.VerticalOscillation when unit.SequenceEqual("mm"u8) => 1,
        RecordField.VerticalOscillation when unit.SequenceEqual("m"u8) => 1_000,
        _ => null,
    };

    /// <summary>The second of a time such as 2026-10-05 08:00:00 +0200; null where it is none. [s since 1970]</summary>
    private static long? Second(ReadOnlySpan<byte> text)
    {
        const int clock = 19;
        const int zone = 5;
        if (text.Length != clock + 1 + zone || text[clock] != ' ')
        {
            return ExportTimes.Of(Encoding.UTF8.GetString(text)) is { IsLocal: false, UnixSeconds: var seconds } ? (long)seconds : null;
        }

        // PERF: an export lists millions of values, and nearly all have this form.
        Span<byte> joined = stackalloc byte[clock + zone];
        text[..clock].CopyTo(joined);
        text[^zone..].CopyTo(joined[clock..]);
        return XmlTimes.TryRead(joined, out var time) ? (long)time.UnixSeconds : null;
    }

    /// <summary>The value of an attribute as it is written; empty where the tag has none of that name.</summary>
    private static ReadOnlySpan<byte> Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        for (var at = 0; ;)
        {
            var quote = tag[at..].IndexOfAny((byte)'"', (byte)'\'');
            var close = quote < 0 ? -1 : tag[(at + quote + 1)..].IndexOf(tag[at + quote]);
            if (close < 0)
            {
                return [];
            }

            var before = tag.Slice(at, quote).TrimEnd("= \t\r\n"u8);
            if (before.EndsWith(name) && before.Length > name.Length && before[^(name.Length + 1)] is <= (byte)' ')
            {
                return tag.Slice(at + quote + 1, close);
            }

            at += quote + close + 2;
        }
    }
}
