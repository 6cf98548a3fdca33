using System.Globalization;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Words;

/// <summary>Writes quantities and times the way one runner reads them. The one place for pages, mail and charts.</summary>
/// <param name="language">The language.</param>
/// <param name="units">The runner's units.</param>
/// <param name="zone">The runner's zone.</param>
public sealed class RunnerFormat(Language language, UnitSystem units, DateTimeZone zone) : LanguageFormat(language)
{
    private const double MetresPerMile = 1609.344;
    private const double MetresPerFoot = 0.3048;
    private const double MetresPerKilometre = 1000;
    private const double KilogramsPerPound = 0.45359237;

    /// <summary>The runner's units.</summary>
    public UnitSystem Units => units;

    /// <summary>Metres in one unit of distance.</summary>
    public double MetresPerUnit => units is UnitSystem.Metric ? MetresPerKilometre : MetresPerMile;

    /// <summary>Unit of distance, short: km or mi.</summary>
    public string DistanceUnit => Say[units is UnitSystem.Metric ? "Units.Kilometre" : "Units.Mile"];

    /// <summary>Metres in one unit of height.</summary>
    public double MetresPerHeightUnit => units is UnitSystem.Metric ? 1 : MetresPerFoot;

    /// <summary>Unit of height, short: m or ft.</summary>
    public string HeightUnit => Say[units is UnitSystem.Metric ? "Units.Metre" : "Units.Foot"];

    /// <summary>Unit of knee load, short: knee-km or knee-mi.</summary>
    public string KneeLoadUnit => Say[units is UnitSystem.Metric ? "Units.KneeKilometre" : "Units.KneeMile"];

    /// <summary>A distance to a tenth: 12.3 km, 850 m.</summary>
    public string Distance(Distance? distance) => distance switch
    {
        null => NotMeasured,
        { Metres: < 995 } metres when units is UnitSystem.Metric => Value(metres.Metres, 0, "Units.Metre"),
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

    /// <summary>A body mass: 72 kg, 159 lb. [kg]</summary>
    public string Mass(double? kilograms) => units is UnitSystem.Metric
        ? Value(kilograms, 0, "Units.Kilogram")
        : Value(kilograms / KilogramsPerPound, 0, "Units.Pound");

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

    /// <summary>Knee load with two digits: 34 knee-km, 8.3 knee-km. A knee-mile is the load of a level mile.</summary>
    public string KneeLoad(KneeKilometres? load) => load is { } known
        ? Number(Rounded(InUnits(known), InUnits(known)), Decimals(InUnits(known))) + Space + KneeLoadUnit
        : NotMeasured;

    /// <summary>Knee load with the interval that the laboratories' differences leave for it: 34 knee-km, give or take 3.</summary>
    public string KneeLoad(KneeKilometres? load, KneeKilometresRange? range)
    {
        if (load is not { } known || range is not { } between)
        {
            return KneeLoad(load);
        }

        // A half below the load's second digit is finer than the load is told, and than a watch measures.
        var half = Rounded((InUnits(between.High) - InUnits(between.Low)) / 2, InUnits(known));
        return half > 0
            ? Say["Units.GiveOrTake", ("value", KneeLoad(load)), ("half", Number(half, Decimals(InUnits(known))))]
            : KneeLoad(load);
    }

    /// <summary>A sum of distances: at least 12.3 km where some are unknown, not measured where all are.</summary>
    /// <param name="known">Sum of those that are known. [m]</param>
    /// <param name="unknown">How many are not. [1]</param>
    public string Sum(Distance known, int unknown) =>
        unknown == 0 ? Distance(known) : known.Metres > 0 ? Say["Units.AtLeast", ("value", Distance(known))] : NotMeasured;

    /// <summary>A sum of knee loads: at least 12 knee-km where some are unknown, not measured where all are.</summary>
    /// <param name="known">Sum of those that are known.</param>
    /// <param name="unknown">How many are not. [1]</param>
    /// <param name="range">Its interval; null where none is said.</param>
    public string Sum(KneeKilometres known, int unknown, KneeKilometresRange? range = null) =>
        unknown == 0 ? KneeLoad(known, range) : known.Value > 0 ? Say["Units.AtLeast", ("value", KneeLoad(known))] : NotMeasured;

    /// <summary>Knee load of one kilometre or mile of running over that of a level one: 0.97. [knee-km/km, knee-mi/mi]</summary>
    public string KneeLoadPerUnit(double? perKilometre) => Value(perKilometre, 2);

    /// <summary>Knee load in the runner's unit. [knee-km or knee-mi]</summary>
    public double InUnits(KneeKilometres load) => load.Value * MetresPerKilometre / MetresPerUnit;

    /// <summary>Time of day in the runner's zone: 07:05.</summary>
    public string TimeOfDay(Instant instant) => instant.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Day and time in the runner's zone: Mon 4 May 2026, 07:05.</summary>
    public string Moment(Instant instant) =>
        Say["Units.Day.Moment", ("day", Days.WithYear(instant.InZone(zone).Date)), ("time", TimeOfDay(instant))];

    // Laboratories differ by a tenth: a third digit would say nothing.
    private static double Rounded(double value, double size)
    {
        var step = Math.Pow(10, Place(size));
        return Math.Round(value / step, MidpointRounding.AwayFromZero) * step;
    }

    private static int Decimals(double size) => Math.Max(0, -Place(size));

    /// <summary>The place of the second digit: 0 for ones, -1 for tenths; tenths at the finest.</summary>
    private static int Place(double size) => size < 9.95 ? -1 : (int)Math.Floor(Math.Log10(size * 1.005)) - 1;
}

/// <summary>Units that a runner reads.</summary>
public enum UnitSystem
{
    /// <summary>Kilometres and kilograms.</summary>
    Metric,

    /// <summary>Miles and pounds.</summary>
    Imperial,
}
