using System.Buffers;
using System.Globalization;
using System.Text;

namespace KneeLoad.Ingest.Xml;

/// <summary>
/// Times that real files hold although the schema knows them not: 2026/10/05 06:00:00, 5.10.2026 06:00, 20261005T060000Z, seconds
/// since 1970, a zone's name behind. A day that may be a month counts as unsure.
/// </summary>
internal static class LooseTimes
{
    private const int LongestTime = 60;
    private const double FirstMilliseconds = 1e11;
    private const double LatestMilliseconds = 7.3e12;
    private const double EarliestSeconds = 1e8;
    private static readonly SearchValues<char> ClockMarks = SearchValues.Create("0123456789:.,");

    /// <summary>Reads such a time.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out XmlTime time)
    {
        time = default;
        if (text.Length is 0 or > LongestTime)
        {
            return false;
        }

        var written = Encoding.UTF8.GetString(text).Trim();
        if (double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= EarliestSeconds and < LatestMilliseconds)
        {
            time = new(number >= FirstMilliseconds ? number / 1_000 : number, 0);
            return true;
        }

        if (DateTimeOffset.TryParseExact(written, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var mailed))
        {
            time = new(mailed.ToUnixTimeSeconds(), 0);
            return true;
        }

        var dateEnd = written.AsSpan().IndexOfAny('T', 't', ' ');
        if (dateEnd <= 0 || DateOf(written[..dateEnd]) is not var (year, month, day, isUnsure) || ClockOf(written[(dateEnd + 1)..]) is not { } clock
            || !XmlTimes.TryRead(Digits(year, 4), Digits(month, 2), Digits(day, 2), Encoding.UTF8.GetBytes(clock), out time))
        {
            return false;
        }

        time = time with { IsDayUnsure = isUnsure };
        return true;
    }

    private static byte[] Digits(int number, int count) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0'));

    /// <summary>Year, month and day, whichever comes first; dots put the day first.</summary>
    private static (int Year, int Month, int Day, bool IsUnsure)? DateOf(string date)
    {
        if (date.Length == 8 && date.All(char.IsAsciiDigit))
        {
            return (Number(date[..4]), Number(date[4..6]), Number(date[6..]), false);
        }

        var separator = date.FirstOrDefault(letter => letter is '-' or '/' or '.');
        var parts = date.Split(separator);
        if (separator == default || parts.Length != 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        var (first, second, third) = (Number(parts[0]), Number(parts[1]), Number(parts[2]));
        return (parts[0].Length, parts[2].Length, separator) switch
        {
            (4, <= 2, _) => (first, second, third, false),
            ( <= 2, 4, '.') => (third, second, first, false),
            ( <= 2, 4, _) when first > 12 => (third, second, first, false),
            ( <= 2, 4, _) when second > 12 => (third, first, second, false),
            ( <= 2, 4, _) => (third, first, second, first != second),
            _ => null,
        };
    }

    /// <summary>Time of day and zone as the schema writes them.</summary>
    private static string? ClockOf(string clock)
    {
        var rest = clock.Trim();
        rest = rest.Contains('[', StringComparison.Ordinal) ? rest[..rest.IndexOf('[', StringComparison.Ordinal)] : rest;
        var length = rest.AsSpan().IndexOfAnyExcept(ClockMarks);
        var (hours, zone) = length < 0 ? (rest, "") : (rest[..length], rest[length..].Trim());
        var isAfternoon = zone.StartsWith("PM", StringComparison.OrdinalIgnoreCase);
        if (isAfternoon || zone.StartsWith("AM", StringComparison.OrdinalIgnoreCase))
        {
            zone = zone[2..].Trim();
            hours = WithHalfDay(hours, isAfternoon);
        }

        zone = zone.ToUpperInvariant() is "UTC" or "GMT" ? "Z" : zone;
        var parts = hours.Split(':');
        return parts switch
        {
            [{ Length: 6 } all] when all.All(char.IsAsciiDigit) => $"{all[..2]}:{all[2..4]}:{all[4..]}{zone}",
            [{ Length: 1 or 2 }, { Length: 2 }] => $"{parts[0].PadLeft(2, '0')}:{parts[1]}:00{zone}",
            [{ Length: 1 or 2 }, { Length: 1 or 2 }, { Length: >= 1 } seconds] =>
                $"{parts[0].PadLeft(2, '0')}:{parts[1].PadLeft(2, '0')}:{(seconds.Length == 1 ? "0" : "")}{seconds}{zone}",
            _ => null,
        };
    }

    private static string WithHalfDay(string hours, bool isAfternoon)
    {
        var end = hours.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && int.TryParse(hours[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour is >= 1 and <= 12
            ? $"{(hour % 12) + (isAfternoon ? 12 : 0)}{hours[end..]}"
            : string.Empty;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
