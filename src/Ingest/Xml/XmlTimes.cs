using NodaTime;

namespace KneeLoad.Ingest.Xml;

/// <summary>Times as XML Schema writes them (dateTime): 2024-05-01T06:12:03.5Z. Others that real files hold are read by <see cref="LooseTimes"/>.</summary>
internal static class XmlTimes
{
    // No watch was worn before, and nothing of ours will read a file after.
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;
    private const int SecondsInDay = 86_400;

    // Phones in Thailand write the year since the Buddha.
    private const int BuddhistYears = 543;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>Reads a time.</summary>
    /// <param name="text">Date and time; the parts of a second and the zone may be missing. Without a zone it is taken for UTC.</param>
    /// <param name="time">The time, its zone taken into account.</param>
    /// <remarks>A leap second (23:59:60Z) has no number of its own in Unix time: it is the first second of the next day.</remarks>
    public static bool TryRead(ReadOnlySpan<byte> text, out XmlTime time)
    {
        time = default;
        if (XmlDigits.AreNeeded(text))
        {
            text = XmlDigits.ToAscii(text);
        }

        // PERF: nearly every time of nearly every file is written by the schema.
        return (IsBySchema(text) && TryRead(text[..4], text[5..7], text[8..10], text[11..], out time)) || LooseTimes.TryRead(text, out time);
    }

    /// <summary>Reads a time of its parts.</summary>
    /// <param name="years">The year's digits.</param>
    /// <param name="months">The month's digits.</param>
    /// <param name="days">The day's digits.</param>
    /// <param name="clock">Time of day with seconds, their parts and the zone, as the schema writes them.</param>
    /// <param name="time">The time, its zone taken into account.</param>
    public static bool TryRead(ReadOnlySpan<byte> years, ReadOnlySpan<byte> months, ReadOnlySpan<byte> days, ReadOnlySpan<byte> clock, out XmlTime time)
    {
        time = default;
        var (year, month, day) = (Number(years), Number(months), Number(days));
        var (hour, minute, second) = (Number(clock[..2]), Number(clock[3..5]), Number(clock[6..8]));
        year -= year is >= EarliestYear + BuddhistYears and <= LatestYear + BuddhistYears ? BuddhistYears : 0;
        if (year is < EarliestYear or > LatestYear
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 24
            || minute is < 0 or > 59
            || second is < 0 or > 60)
        {
            return false;
        }

        var rest = clock[8..];
        if (!TryReadFraction(ref rest, out var fraction) || !TryReadZone(rest, out var offsetMinutes))
        {
            return false;
        }

        var seconds = ((long)(new DateOnly(year, month, day).DayNumber - Epoch.DayNumber) * SecondsInDay)
            + (hour * 3600)
            + (minute * 60)
            + second - ((offsetMinutes ?? 0) * 60);
        time = new XmlTime(seconds + fraction, offsetMinutes);
        return true;
    }

    private static bool IsBySchema(ReadOnlySpan<byte> text) =>
        text.Length >= 19 && text[4] == '-' && text[7] == '-' && text[10] is (byte)'T' or (byte)'t' or (byte)' ' && text[13] == ':' && text[16] == ':';

    private static bool TryReadFraction(ref ReadOnlySpan<byte> rest, out double fraction)
    {
        fraction = 0;
        if (rest is not [(byte)'.' or (byte)',', ..])
        {
            return true;
        }

        var length = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        var digits = length < 0 ? rest[1..] : rest.Slice(1, length);
        rest = rest[(1 + digits.Length)..];
        var scale = 0.1;
        foreach (var digit in digits[..Math.Min(digits.Length, 9)])
        {
            fraction += (digit - '0') * scale;
            scale /= 10;
        }

        return !digits.IsEmpty;
    }

    private static bool TryReadZone(ReadOnlySpan<byte> zone, out int? offsetMinutes)
    {
        offsetMinutes = zone.IsEmpty ? null : 0;
        if (zone is [] or [(byte)'Z' or (byte)'z'])
        {
            return true;
        }

        if (zone is not [(byte)'+' or (byte)'-', ..] || zone.Length is not (3 or 5 or 6) || (zone.Length == 6 && zone[3] != ':'))
        {
            return false;
        }

        var (hours, minutes) = (Number(zone[1..3]), zone.Length == 3 ? 0 : Number(zone[^2..]));
        offsetMinutes = (zone[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return hours is >= 0 and <= 14 && minutes is >= 0 and <= 59;
    }

    /// <summary>A number of digits only; negative where there is something else.</summary>
    public static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return -1;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}

/// <summary>A time of an XML file.</summary>
/// <param name="UnixSeconds">Since 1970-01-01T00:00:00Z. [s]</param>
/// <param name="OffsetMinutes">Local time minus UTC; 0 for "Z"; null where the file names no zone. [min]</param>
/// <param name="IsDayUnsure">Whether day and month may be meant the other way round: 05/10/2026.</param>
internal readonly record struct XmlTime(double UnixSeconds, int? OffsetMinutes, bool IsDayUnsure = false)
{
    /// <summary>The instant, to the tick of 100 ns.</summary>
    public Instant ToInstant() => ToInstant(UnixSeconds);

    /// <summary>A time of a file as an instant. [s since 1970]</summary>
    public static Instant ToInstant(double unixSeconds) => Instant.FromUnixTimeTicks((long)Math.Round(unixSeconds * NodaConstants.TicksPerSecond));

    /// <summary>Local time minus UTC; null where the file says none. "Z" says UTC, not where the runner was.</summary>
    public Offset? ToOffset() => OffsetMinutes is { } minutes and not 0 ? Offset.FromSeconds(60 * minutes) : null;
}
