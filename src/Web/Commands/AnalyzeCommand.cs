using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Commands.Analyze;
using NodaTime;
using NodaTime.Text;

namespace KneeLoad.Web.Commands;

/// <summary>The verb <c>analyze</c>: files to runs, weeks, score and advice, without a database.</summary>
internal static class AnalyzeCommand
{
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
        var asOf = DateOption("--as-of", "The day to assess. Without it: the local day of the last run.");
        var planned = new Option<Distance?>("--planned")
        {
            Description = "A planned distance in metres, judged against that day's ceiling.",
            CustomParser = result => Parse(result, ToDistance, "no distance in metres"),
        };
        var paths = InputFiles.Argument();
        var command = new Command("analyze", "Turns files into runs, weeks, score and advice.")
        {
            asJson, map, zone, weekStart, injuredKnee, asOf, planned, paths,
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
                parsed.GetValue(injuredKnee),
                parsed.GetValue(asOf),
                parsed.GetValue(planned),
                index);
            return Run(parsed.GetRequiredValue(paths), options, parsed.GetValue(asJson), output, error);
        });
        return command;
    }

    private static int Run(IEnumerable<string> paths, AnalyzeOptions options, bool asJson, TextWriter output, TextWriter error)
    {
        var report = new FileReport(error, ProgressLine.For(error));
        var history = AnalyzedHistory.Read(report.Read(paths), options.Zone, options.Map);
        var day = AnalyzedDay.Of(history, options);
        if (asJson)
        {
            AnalyzeJson.Write(history, day, output);
        }
        else
        {
            AnalyzeText.Write(history, day, output);
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

    private static IsoDayOfWeek? ToDayOfWeek(string text) =>
        Enum.TryParse<IsoDayOfWeek>(text, ignoreCase: true, out var day) && day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday ? day : null;

    private static Distance? ToDistance(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && metres is > 0 and < double.PositiveInfinity
            ? new Distance(metres)
            : null;
}
