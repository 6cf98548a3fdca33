using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace KneeLoad.Ingest.Exports.Values;

/// <summary>
/// Days and times as tables write them for their readers, in any of the languages of <see cref="MonthNames"/>: Mar 2, 2026, 9:00:00 AM;
/// 2 mars 2026 à 09:00:00; 02.03.2026, 09:00:00; 2026年3月2日 9:00:00.
/// </summary>
internal static partial class WrittenDates
{
    private const int LongestText = 80;

    // So short a text takes microseconds. [ms]
    private const int Longest = 1_000;
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;
    private const int BuddhistYears = 543;
    private const int MonthsInYear = 12;
    private const int HoursOfHalfDay = 12;

    /// <summary>Reads a day with or without its hour.</summary>
    /// <returns>Null where no day can be told.</returns>
    public static WrittenDate? Of(string? text)
    {
        if (text is null or { Length: > LongestText })
        {
            return null;
        }

        var month = Words().Matches(text).Select(word => MonthNames.Of(word.Value)).LastOrDefault(month => month is not null);
        var clock = ClockWithColons().Match(text) is { Success: true } colons ? colons : ClockWithDots().Match(text);
        var rest = clock.Success ? text.Remove(clock.Index, clock.Length) : text;
        var numbers = Numbers().Matches(rest).Select(number => number.Value).ToList();
        return Day(numbers, month) is var (day, isUnsure) && Hour(clock, text) is { } time ? new(day.At(time), clock.Success, isUnsure) : null;
    }

    private static (LocalDate Day, bool IsUnsure)? Day(List<string> numbers, int? month)
    {
        var (year, first, second) = (month, numbers) switch
        {
            ({ } named, [var day, { Length: 4 } last, ..]) => (last, named, Number(day)),
            ({ } named, [{ Length: 4 } begun, var day, ..]) => (begun, named, Number(day)),
            (null, [{ Length: 4 } begun, var of, var day, ..]) => (begun, Number(of), Number(day)),
            (null, [var day, var of, { Length: 4 } last, ..]) => (last, Number(of), Number(day)),
            _ => ("", 0, 0),
        };
        if (month is null && first > MonthsInYear)
        {
            (first, second) = (second, first);
        }

        var years = Number(year);
        years -= years > LatestYear ? BuddhistYears : 0;
        return years is >= EarliestYear and <= LatestYear && first is >= 1 and <= MonthsInYear && second >= 1
            && second <= CalendarSystem.Iso.GetDaysInMonth(years, first)
            ? (new(years, first, second), month is null && numbers[0].Length < 4 && first <= MonthsInYear && second <= MonthsInYear && first != second)
            : null;
    }

    /// <summary>The time of day; midnight where none is stated, null where it is none.</summary>
    private static LocalTime? Hour(Match clock, string text)
    {
        if (!clock.Success)
        {
            return LocalTime.Midnight;
        }

        var (hour, minute) = (Number(clock.Groups["hour"].Value), Number(clock.Groups["minute"].Value));
        var second = clock.Groups["second"].Success ? Number(clock.Groups["second"].Value) : 0;
        var isAfternoon = Afternoon().IsMatch(text);
        if (isAfternoon || Morning().IsMatch(text))
        {
            hour = hour is >= 1 and <= HoursOfHalfDay ? (hour % HoursOfHalfDay) + (isAfternoon ? HoursOfHalfDay : 0) : hour;
        }

        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59 ? new(hour, minute, second) : null;
    }

    private static int Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    [GeneratedRegex(@"\p{L}{3,}", RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Words();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Numbers();

    [GeneratedRegex("(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2}))?(?:[.,][0-9]+)?", RegexOptions.CultureInvariant, Longest)]
    private static partial Regex ClockWithColons();

    // As in Danish, Finnish and Indonesian; the day stands before it. A day of figures and dots ends in its year, of four.
    [GeneratedRegex(
        @"(?<=[0-9]{4}\D.*|[0-9]{4}\D)(?<![0-9.])(?<hour>[0-9]{1,2})\.(?<minute>[0-9]{2})(?:\.(?<second>[0-9]{2}))?(?![0-9.])",
        RegexOptions.CultureInvariant,
        Longest)]
    private static partial Regex ClockWithDots();

    [GeneratedRegex(@"(?<!\p{L})p\.?\s?m(?!\p{L})|午後|下午|오후|ÖS", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Afternoon();

    [GeneratedRegex(@"(?<!\p{L})a\.?\s?m(?!\p{L})|午前|上午|오전|ÖÖ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Longest)]
    private static partial Regex Morning();
}

/// <summary>A day as a table writes it.</summary>
/// <param name="Moment">The day and its time; midnight where no hour is stated.</param>
/// <param name="HasClock">Whether an hour is stated.</param>
/// <param name="IsDayUnsure">Whether day and month may be meant the other way round; it is read with the day first.</param>
internal readonly record struct WrittenDate(LocalDateTime Moment, bool HasClock, bool IsDayUnsure)
{
    /// <summary>The moment as if the clock showed UTC.</summary>
    public Instant AsUtc => Moment.InUtc().ToInstant();
}
