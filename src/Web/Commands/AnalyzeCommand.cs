using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Commands.Analyze;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Words;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Commands;

/// <summary>The verb <c>analyze</c>: files to runs, weeks, score and advice, without a database.</summary>
internal static class AnalyzeCommand
{
    private const int EarliestBirth = 1900;
    private const int LatestBirth = 2100;

    /// <summary>The verb with its options.</summary>
    public static Command Create()
    {
        var asJson = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var map = SurfaceIndex.Option(required: false);
        var zone = new Option<DateTimeZone?>("--zone")
        {
            Description = "Where the runs were (IANA name), for files that do not say it. Without it: the files' own offsets, else UTC.",
            CustomParser = result => Parse(result, text => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text), "no IANA time zone"),
        };
        var weekStart = new Option<IsoDayOfWeek>("--week-start")
        {
            Description = "The day that weeks begin on.",
            DefaultValueFactory = _ => IsoDayOfWeek.Monday,
            CustomParser = result => Parse(result, ToDayOfWeek, "no day of the week") ?? default,
        };
        var injuredKnee = DateOption("--injured-knee", "Day of the last knee injury: lower limits for a year.");
        var injuredOther = DateOption("--injured-other", "Day of the last running injury of another site: lower limits for a year.");
        var birthYear = new Option<int?>("--birth-year")
        {
            Description = "Year of birth. There is no score under 18.",
            CustomParser = result => Parse(result, ToYear, "no year of birth"),
        };
        var longestBefore = DistanceOption("--longest-before", "The longest run of the month before the first file, in metres.");
        var asOf = DateOption("--as-of", "The day to assess. Without it: the local day of the last run.");
        var planned = DistanceOption("--planned", "A planned distance in metres, judged against that day's ceiling.");
        var language = new Option<Language>("--language")
        {
            Description = "The language of texts: " + string.Join(", ", Language.All.Select(one => one.Tag)) + ".",
            DefaultValueFactory = _ => Language.English,
            CustomParser = result => Parse(result, Language.Of, "no language that is spoken here"),
        };
        var units = new Option<UnitSystem>("--units")
        {
            Description = "The units of texts: metric or imperial. Numbers of the JSON stay metric.",
            DefaultValueFactory = _ => UnitSystem.Metric,
            CustomParser = result => Parse(result, ToUnits, "neither metric nor imperial") ?? default,
        };
        var paths = InputFiles.Argument();
        var command = new Command("analyze", "Turns files into runs, weeks, score and advice.")
        {
            asJson, map, zone, weekStart, injuredKnee, injuredOther, birthYear, longestBefore, asOf, planned, language, units, paths,
        };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            if (!SurfaceIndex.TryOpen(parsed.GetValue(map), error, out var index))
            {
                return CommandLine.Refused;
            }

            using var opened = index;
            var options = new AnalyzeOptions(
                parsed.GetValue(zone),
                parsed.GetValue(weekStart),
                new()
                {
                    KneeInjury = parsed.GetValue(injuredKnee),
                    OtherInjury = parsed.GetValue(injuredOther),
                    BirthYear = parsed.GetValue(birthYear),
                    LongestBefore = parsed.GetValue(longestBefore),
                },
                parsed.GetValue(asOf),
                parsed.GetValue(planned),
                parsed.GetRequiredValue(language),
                parsed.GetValue(units),
                index);
            return Run(parsed.GetRequiredValue(paths), options, parsed.GetValue(asJson), output, error);
        });
        return command;
    }

    private static int Run(IEnumerable<string> paths, AnalyzeOptions options, bool asJson, TextWriter output, TextWriter error)
    {
        var report = new FileReport(error, ProgressLine.For(error));
        var history = AnalyzedHistory.Read(report.Read(paths), options.Zone, options.Map, SystemClock.Instance.GetCurrentInstant(), options.Format);
        var day = AnalyzedDay.Of(history, options);
        if (asJson)
        {
            AnalyzeJson.Write(history, day, options.Format, output);
        }
        else
        {
            AnalyzeText.Write(history, day, options.Format, output);
            if (options.Map is not null)
            {
                output.WriteLine(MapIndex.Attribution);
            }
        }

        return report.ExitCode;
    }

    private static Option<LocalDate?> DateOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(
            result, text => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : (LocalDate?)null, "no date like 2026-05-31"),
    };

    private static Option<Distance?> DistanceOption(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Parse(result, ToDistance, "no distance in metres"),
    };

    private static T? Parse<T>(ArgumentResult result, Func<string, T?> parse, string refusal)
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : string.Empty;
        var value = parse(text);
        if (value is null)
        {
            result.AddError($"{text} is {refusal}.");
        }

        return value;
    }

    private static int? ToYear(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= EarliestBirth and <= LatestBirth ? year : null;

    private static UnitSystem? ToUnits(string text) =>
        Enum.GetValues<UnitSystem>()
            .Where(units => string.Equals(units.ToString(), text, StringComparison.OrdinalIgnoreCase))
            .Select(units => (UnitSystem?)units)
            .FirstOrDefault();

    private static IsoDayOfWeek? ToDayOfWeek(string text) =>
        Enum.TryParse<IsoDayOfWeek>(text, ignoreCase: true, out var day) && day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? day : null;

    private static Distance? ToDistance(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres is > 0 and < double.PositiveInfinity
            ? new Distance(metres)
            : null;
}
