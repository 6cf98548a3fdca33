using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Method.Constants;

/// <summary>Writes the value of a constant, whatever its type.</summary>
internal static class ConstantFormat
{
    /// <summary>A value with its unit.</summary>
    /// <param name="value">The value.</param>
    /// <param name="unit">Its unit; empty where it has none.</param>
    /// <param name="names">Names of the parts, where it has parts.</param>
    public static string Write(object value, string unit, IReadOnlyList<string?> names) => value switch
    {
        Duration duration => Time(duration),
        ICollection rows when rows.OfType<StressImpulse>().Any() => $"{rows.Count} rows, under Calibration",
        _ => Plain(value, names) + (unit.Length == 0 ? "" : "\u00a0" + unit),
    };

    /// <summary>A number as short as it can be, with the marks of the reader's language.</summary>
    public static string Number(double value, LanguageFormat format)
    {
        var text = Math.Abs(value).ToString("#,0.######", format.Say.Culture);
        return value < 0 ? "\u2212" + text : text;
    }

    /// <summary>A ratio with its interval, with the marks of the reader's language.</summary>
    public static string Ratio(RatioEstimate ratio, LanguageFormat format) =>
        format.Say[
            "Method.Constant.Interval",
            ("value", format.Number(ratio.Value, 2)),
            ("low", format.Number(ratio.Low, 2)),
            ("high", format.Number(ratio.High, 2))];

    /// <summary>A number of the code as short as it can be.</summary>
    private static string Number(double value) => value.ToString("#,0.######", CultureInfo.InvariantCulture);

    private static string Plain(object? value, IReadOnlyList<string?> names) => value switch
    {
        double number => Number(number),
        int number => Number(number),
        Fraction fraction => Number(fraction.Value),
        Speed speed => Number(speed.MetresPerSecond),
        Cadence cadence => Number(cadence.StepsPerMinute),
        Distance distance => Number(distance.Metres),
        CadenceMean mean => $"{Number(mean.Cadence.StepsPerMinute)} steps/min at {Number(mean.Speed.MetresPerSecond)} m/s",
        StressImpulseLine line => $"{Number(line.SlopePerKilometrePerHour)} v + {Number(line.Intercept)} at cadence × {Number(line.CadenceRatio)}",
        RatioEstimate ratio => ratio.ToString(),
        ITuple parts => string.Join(", ", Enumerable.Range(0, parts.Length).Select(i => $"{Name(names, i)}{Plain(parts[i], [])}")),
        IEnumerable items => string.Join("; ", items.Cast<object>().Select(item => Plain(item, names))),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "A constant of a type that the page cannot write yet."),
    };

    private static string Name(IReadOnlyList<string?> names, int part) =>
        part < names.Count && names[part] is { } name
            ? string.Concat(name.Select((sign, i) => i > 0 && char.IsUpper(sign) ? " " + char.ToLowerInvariant(sign) : char.ToLowerInvariant(sign).ToString()))
                + " "
            : "";

    private static string Time(Duration time) =>
        time.TotalDays >= 1 ? Number(time.TotalDays) + "\u00a0d"
        : time.TotalHours >= 1 ? Number(time.TotalHours) + "\u00a0h"
        : time.TotalMinutes >= 1 ? Number(time.TotalMinutes) + "\u00a0min"
        : Number(time.TotalSeconds) + "\u00a0s";
}
