using System.Globalization;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>
/// Writes quantities whose unit everybody reads alike, with the marks of one language. Numbers and units are joined by a no-break space.
/// </summary>
public class LanguageFormat
{
    private protected const char Space = '\u00a0';
    private static readonly string[] SizeUnits = ["Units.Bytes", "Units.Kilobyte", "Units.Megabyte", "Units.Gigabyte", "Units.Terabyte"];

    /// <summary>Makes a format.</summary>
    internal LanguageFormat(Language language) => Say = language;

    /// <summary>The sentences of the language.</summary>
    public Language Say { get; }

    /// <summary>Writes days.</summary>
    public DayFormat Days => Say.Days;

    /// <summary>Said where nothing was measured.</summary>
    public string NotMeasured => Say["Units.NotMeasured"];

    /// <summary>Cadence of both feet: 172 steps/min.</summary>
    public string Cadence(Cadence? cadence) => Value(cadence?.StepsPerMinute, 0, "Units.StepsPerMinute");

    /// <summary>Heart rate: 151 bpm.</summary>
    public string HeartRate(HeartRate? heartRate) => Value(heartRate?.BeatsPerMinute, 0, "Units.BeatsPerMinute");

    /// <summary>A share: 62 %.</summary>
    public string Share(Fraction? share) => Value(share?.Percent, 0, "Units.Percent");

    /// <summary>A relative change with its sign: +34 %, −8 %.</summary>
    public string Change(Fraction change) =>
        (Math.Round(change.Percent, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Share(change);

    /// <summary>A value with its unit: 248 ms.</summary>
    /// <param name="value">The value; null when not measured.</param>
    /// <param name="decimals">Digits behind the mark.</param>
    /// <param name="unit">Key of the unit's text; null for a number without one.</param>
    public string Value(double? value, int decimals, string? unit = null) => value is not { } known ? NotMeasured
        : unit is null ? Number(known, decimals)
        : Number(known, decimals) + Space + Say[unit];

    /// <summary>A number with the language's marks and a true minus.</summary>
    public string Number(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var text = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Say.Culture);
        return rounded < 0 ? "\u2212" + text : text;
    }

    /// <summary>A time span as a clock shows it, to the second: 47:12, 1:02:03.</summary>
    public static string Clock(Duration time)
    {
        var seconds = (long)Math.Round(time.TotalSeconds, MidpointRounding.AwayFromZero);
        return seconds >= 3600
            ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");
    }

    /// <summary>Size of a file: 812 kB, 4.4 GB.</summary>
    public string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 999.5 && unit < SizeUnits.Length - 1; unit++)
        {
            size /= 1000;
        }

        return Value(size, unit > 0 && size < 99.95 ? 1 : 0, SizeUnits[unit]);
    }
}
