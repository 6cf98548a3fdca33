namespace KneeLoad.Ingest.Xml;

/// <summary>Times as XML Schema writes them (dateTime): 2024-05-01T06:12:03.5Z.</summary>
internal static class XmlTimes
{
    // No watch was worn before, and nothing of ours will read a file after.
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;
    private const int SecondsInDay = 86_400;
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

        if (text.Length < 19 || text[4] != '-' || text[7] != '-' || text[10] is not ((byte)'T' or (byte)'t' or (byte)' ') || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..19]));
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 24 || minute is < 0 or > 59 || second is < 0 or > 60)
        {
            return false;
        }

        var rest = text[19..];
        if (!TryReadFraction(ref rest, out var fraction) || !TryReadZone(rest, out var offsetMinutes))
        {
            return false;
        }

        var seconds = ((long)(new DateOnly(year, month, day).DayNumber - Epoch.DayNumber) * SecondsInDay) + (hour * 3600) + (minute * 60) + second - ((offsetMinutes ?? 0) * 60);
        time = new XmlTime(seconds + fraction, offsetMinutes);
        return true;
    }

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

        if (zone is not [(byte)'+' or (byte)'-', ..] || zone.Length is not (5 or 6) || (zone.Length == 6 && zone[3] != ':'))
        {
            return false;
        }

        var (hours, minutes) = (Number(zone[1..3]), Number(zone[^2..]));
        offsetMinutes = (zone[0] == '-' ? -1 : 1) * ((hours * 60) + minutes);
        return hours is >= 0 and <= 14 && minutes is >= 0 and <= 59;
    }

    /// <summary>A number of digits only; negative where there is something else.</summary>
    private static int Number(ReadOnlySpan<byte> digits)
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
