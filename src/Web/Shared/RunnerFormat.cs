using System.Globalization;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Shared;

/// <summary>
/// Writes quantities and times the way one runner reads them, in English whatever the server speaks.
/// The one place for pages, mail and charts. Numbers and units are joined by a no-break space.
/// </summary>
/// <param name="units">The runner's units.</param>
/// <param name="zone">The runner's zone.</param>
public sealed class RunnerFormat(UnitSystem units, DateTimeZone zone)
{
    /// <summary>What stands where nothing was measured.</summary>
    public const string NotMeasured = "not measured";

    private const double MetresPerMile = 1609.344;
    private const double MetresPerFoot = 0.3048;
    private const char Space = '\u00a0';

    /// <summary>The runner's units.</summary>
    public UnitSystem Units => units;

    /// <summary>Metres in one unit of distance.</summary>
    public double MetresPerUnit => units is UnitSystem.Metric ? 1000 : MetresPerMile;

    /// <summary>Unit of distance, short: km or mi.</summary>
    public string DistanceUnit => units is UnitSystem.Metric ? "km" : "mi";

    /// <summary>Metres in one unit of height.</summary>
    public double MetresPerHeightUnit => units is UnitSystem.Metric ? 1 : MetresPerFoot;

    /// <summary>Unit of height, short: m or ft.</summary>
    public string HeightUnit => units is UnitSystem.Metric ? "m" : "ft";

    /// <summary>A distance to a tenth: 12.3 km, 850 m.</summary>
    public string Distance(Distance? distance) => distance switch
    {
        null => NotMeasured,
        { Metres: < 995 } metres when units is UnitSystem.Metric => Number(metres.Metres, 0) + Space + "m",
        var known => DistanceNumber(known.Value, 1) + Space + DistanceUnit,
    };

    /// <summary>A distance to a hundredth, for one run: 10.02 km.</summary>
    public string ExactDistance(Distance? distance) =>
        distance is { } known ? DistanceNumber(known, 2) + Space + DistanceUnit : NotMeasured;

    /// <summary>An upper limit to a tenth, never rounded up: 11.0 km of 11.04, 11.0 km of 11.09.</summary>
    public string Limit(Distance limit) =>
        Number(Math.Floor((10 * limit.Metres / MetresPerUnit) + 1e-6) / 10, 1) + Space + DistanceUnit;

    /// <summary>A distance in the runner's unit, without it.</summary>
    public string DistanceNumber(Distance distance, int decimals) => Number(distance.Metres / MetresPerUnit, decimals);

    /// <summary>A height or a climb: 320 m, 1,050 ft.</summary>
    public string Height(Distance? height) => height is { } known
        ? Number(known.Metres / MetresPerHeightUnit, 0) + Space + HeightUnit
        : NotMeasured;

    /// <summary>A length of a step: 1.12 m, 3.67 ft.</summary>
    public string StepLength(Distance? length) => length is { } known
        ? Number(known.Metres / MetresPerHeightUnit, 2) + Space + HeightUnit
        : NotMeasured;

    /// <summary>A pace: 5:32 /km. Not measured where there is no distance or no time.</summary>
    public string Pace(Distance? distance, Duration time) =>
        distance is { Metres: > 0 } known && time > Duration.Zero
            ? Pace(new Speed(known.Metres / time.TotalSeconds))
            : NotMeasured;

    /// <summary>A pace from a speed above zero: 5:32 /km.</summary>
    public string Pace(Speed speed) =>
        Clock(Duration.FromSeconds(MetresPerUnit / speed.MetresPerSecond)) + Space + "/" + DistanceUnit;

    /// <summary>Cadence of both feet: 172 steps/min.</summary>
    public static string Cadence(Cadence? cadence) =>
        cadence is { } known ? Number(known.StepsPerMinute, 0) + Space + "steps/min" : NotMeasured;

    /// <summary>Heart rate: 151 beats/min.</summary>
    public static string HeartRate(HeartRate? heartRate) =>
        heartRate is { } known ? Number(known.BeatsPerMinute, 0) + Space + "beats/min" : NotMeasured;

    /// <summary>Knee load: 12.3 knee-km.</summary>
    public static string KneeKilometres(KneeKilometres? load) =>
        load is { } known ? Number(known.Value, 1) + Space + "knee-km" : NotMeasured;

    /// <summary>Knee load of one kilometre or mile: 0.97.</summary>
    public string KneeLoadPerUnit(double? perKilometre) =>
        perKilometre is { } known ? Number(known * MetresPerUnit / 1000, 2) : NotMeasured;

    /// <summary>A share: 62 %.</summary>
    public static string Share(Fraction? share) => share is { } known ? Number(known.Percent, 0) + Space + "%" : NotMeasured;

    /// <summary>A relative change with its sign: +34 %, −8 %.</summary>
    public static string Change(Fraction change) =>
        (Math.Round(change.Percent, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Share(change);

    /// <summary>A value with a unit of its own: 248 ms.</summary>
    public static string Value(double? value, int decimals, string unit) =>
        value is { } known ? Number(known, decimals) + Space + unit : NotMeasured;

    /// <summary>A number with a comma between thousands and a true minus.</summary>
    public static string Number(double value, int decimals)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        var text = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
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
    public static string Bytes(long bytes)
    {
        string[] units = ["bytes", "kB", "MB", "GB", "TB"];
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 999.5 && unit < units.Length - 1; unit++)
        {
            size /= 1000;
        }

        return Number(size, unit > 0 && size < 99.95 ? 1 : 0) + Space + units[unit];
    }

    /// <summary>A count with its noun: 1 run, 3 runs.</summary>
    public static string Count(int count, string one, string many) => Number(count, 0) + Space + (count == 1 ? one : many);

    /// <summary>Time of day in the runner's zone: 07:05.</summary>
    public string TimeOfDay(Instant instant) => instant.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time in the runner's zone: Mon 4 May 2026, 07:05.</summary>
    public string Moment(Instant instant) => DayFormat.WithYear(instant.InZone(zone).Date) + ", " + TimeOfDay(instant);
}
