using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports.Values;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Exports.Tables;

/// <summary>
/// The table that Garmin Connect makes of its list of activities: totals alone, on the runner's own clock. The first seven columns
/// are the same in every language. No header states the unit of length; steps times their length tell it, where the table has them.
/// </summary>
internal static class GarminTable
{
    private const int Kind = 0;
    private const int Date = 1;
    private const int Favourite = 2;
    private const int Title = 3;
    private const int Length = 4;
    private const int Time = 6;
    private const double MetresPerKilometre = 1_000;
    private const double MetresPerMile = 1_609.344;
    private const double SecondsPerMinute = 60;

    // A mile is more than half as long again as a kilometre. [1]
    private const double Tolerance = 0.1;

    // No step is longer; what is more is in another unit. [m]
    private const double LongestStride = 3;

    // No run is slower or faster on average. [m/s]
    private const double Slowest = 0.5;
    private const double Fastest = 12;

    private static readonly string[] Strides =
        ["stride length", "schrittlänge", "longueur moyenne des foulées", "longueur de foulée", "longitud media de zancada", "zancada", "lunghezza passo",
            "falcata", "staplengte", "comprimento médio da passada", "passada", "steglängd", "skridtlængde", "stegleng", "długość kroku", "步幅", "歩幅"];

    private static readonly string[] Cadences =
        ["run cadence", "schrittfrequenz", "cadence de course", "cadencia de carrera", "cadenza di corsa", "loopcadans", "cadência de corrida",
            "löpkadens", "løbekadence", "løpekadens", "rytm biegu", "步频", "步頻", "ランニングピッチ"];

    /// <summary>Whether a file is such a table, by its first line behind the headers: a day and its time, yes or no, a time.</summary>
    public static bool IsOne(TableRow row) =>
        row.Cells.Count > Time && bool.TryParse(row.At(Favourite), out _) && ExportTimes.Of(row.At(Date)) is { IsLocal: true } && row.Seconds(Time) is not null;

    /// <summary>The runs.</summary>
    public static IEnumerable<Activity?> Runs(IEnumerable<TableRow> rows)
    {
        var all = rows.ToList();
        var units = all.Select(Unit).OfType<double>().Order().ToList();
        var unit = units.Count > 0 ? units[units.Count / 2] : default(double?);
        return all.Select(row => Run(row, unit));
    }

    private static Activity Run(TableRow row, double? unit)
    {
        var (start, time) = (ExportTimes.Of(row.At(Date)), JsonValues.ToDuration(row.Seconds(Time)));
        var (sport, subSport) = XmlSportNames.Find(row.At(Kind), new ReadWarnings());
        return new Activity
        {
            Format = ActivityFormat.GarminCsv,
            Sport = sport,
            SubSport = subSport,
            SportText = row.At(Kind),
            Name = row.At(Title),
            Maker = "Garmin",
            Start = start?.Instant,
            IsLocalTime = true,
            IsDayUnsure = start is { IsDayUnsure: true },
            HasSession = true,
            TotalElapsed = time,
            TotalTimer = time,
            TotalDistance = JsonValues.ToDistance(Metres(row.Number(Length), unit, row.Seconds(Time))),
            Records = RecordStream.Empty,
        };
    }

    /// <summary>The length; one that nobody runs in its time is metres, as those of a track, or unknown. [m]</summary>
    private static double? Metres(double? length, double? unit, double? seconds) =>
        length * (unit ?? MetresPerKilometre) / seconds is not > Fastest ? length * unit
        : length / seconds is >= Slowest and <= Fastest ? length
        : null;

    /// <summary>The unit in which a line shows its length; null where steps and their length do not tell. [m]</summary>
    private static double? Unit(TableRow row)
    {
        var (stride, cadence) = (Column(row, Strides), Column(row, Cadences));
        var metres = stride is > 0 and < LongestStride ? stride * cadence * row.Seconds(Time) / SecondsPerMinute : null;
        var ratio = metres / row.Number(Length);
        return ratio is null ? null
            : Math.Abs((ratio.Value / MetresPerKilometre) - 1) < Tolerance ? MetresPerKilometre
            : Math.Abs((ratio.Value / MetresPerMile) - 1) < Tolerance ? MetresPerMile
            : null;
    }

    /// <summary>The number of the first column whose name holds one of some words, as averages come before greatest values.</summary>
    private static double? Column(TableRow row, string[] words)
    {
        for (var i = 0; i < row.Headers.Count; i++)
        {
            if (Array.Exists(words, word => row.Headers[i].Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return row.Number(i);
            }
        }

        return null;
    }
}
