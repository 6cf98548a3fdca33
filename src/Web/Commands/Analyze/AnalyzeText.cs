using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>Writes an analysis for a reader at a terminal: the day first, then the weeks, then the runs.</summary>
/// <param name="format">The language and the units.</param>
/// <param name="output">The terminal.</param>
internal sealed class AnalyzeText(RunnerFormat format, TextWriter output)
{
    private const string Nothing = "-";

    private Language Say => format.Say;

    public static void Write(AnalyzedHistory history, AnalyzedDay? day, RunnerFormat format, TextWriter output) =>
        new AnalyzeText(format, output).Write(history, day);

    private void Write(AnalyzedHistory history, AnalyzedDay? day)
    {
        output.WriteLine(string.Join(", ",
        [
            Say.Count("Analyze.Files", history.Files.Count),
            Say.Count("Analyze.Activities", history.Runs.Count),
            Say.Count("Analyze.Runs", history.Runs.Count(run => run.Counts)),
        ]));
        if (day is null)
        {
            return;
        }

        WriteAssessment(day);
        WriteWeeks(day);
        WriteRuns(history);
    }

    private void WriteAssessment(AnalyzedDay day)
    {
        var assessment = day.Assessment;
        var headline = Headline.Of(assessment, format);
        var dayAndLevel = (Day: Say.Days.WithYear(assessment.AsOf), headline.Level);
        output.WriteLine();
        output.WriteLine(headline.Points is { } points
            ? Say["Analyze.DayWithPoints", ("day", dayAndLevel.Day), ("level", dayAndLevel.Level), ("points", points)]
            : Say["Analyze.Day", ("day", dayAndLevel.Day), ("level", dayAndLevel.Level)]);
        output.WriteLine($"  {headline.Sentence}");
        output.WriteLine("  " + Say[
            "Analyze.Ceiling",
            ("heading", Say["Ceiling.Heading"]),
            ("limit", CeilingWords.Limit(assessment.Ceiling, format)),
            ("reason", CeilingWords.Reason(assessment.Ceiling, assessment.Ladder, format))]);
        if (day.Planned is { } planned)
        {
            output.WriteLine($"  {CeilingWords.Plan(planned, assessment.Ceiling, format)}");
        }

        foreach (var row in assessment.Factors)
        {
            output.WriteLine($"  {FactorWords.Name(row.Id, Say),-18}{RowWords.Points(row, format),8}  {FactorWords.Reason(row, assessment.AsOf, format)}");
        }

        foreach (var item in day.Advice)
        {
            output.WriteLine("  " + Say["Analyze.Advice", ("text", AdviceWords.Text(item, format))]);
        }
    }

    private void WriteWeeks(AnalyzedDay day)
    {
        output.WriteLine();
        WriteLine(
            Say["Analyze.Column.WeekOf"], Say["Analyze.Column.Runs"], Say["Analyze.Column.Distance"], format.KneeLoadUnit,
            Say["Analyze.Column.Longest"], Say["Analyze.Column.OnLast"], Say["Analyze.Column.OnFour"]);
        foreach (var week in day.Weeks)
        {
            WriteLine(
                DayFormat.Iso(week.Week.FirstDay),
                format.Number(week.Runs, 0),
                format.Sum(week.Distance, week.UnknownDistances),
                week.UnknownLoads > 0 ? Nothing : format.Number(format.InUnits(week.KneeKilometres), 1),
                week.Longest is { } longest ? format.Distance(longest) : Nothing,
                Change(week.GrowthOnLastWeek),
                Change(week.GrowthOnFourWeeks));
        }
    }

    private void WriteRuns(AnalyzedHistory history)
    {
        var ratios = SpikeRatios.Of(history.Runs);
        output.WriteLine();
        WriteLine(
            Say["Analyze.Column.Day"], Say["Analyze.Column.Distance"], Say["Analyze.Column.Timer"], format.KneeLoadUnit,
            Say["Analyze.Column.Ratio"], "  " + Say["Analyze.Column.File"]);
        foreach (var run in history.Runs)
        {
            var remark = run.DuplicateOf is { } kept ? "  " + Say["Analyze.DuplicateOf", ("file", history.FileOf[kept])]
                : run.Metrics.IsRun ? ""
                : "  " + Say["Analyze.NoRun"];
            WriteLine(
                DayFormat.Iso(run.Metrics.LocalDate),
                format.ExactDistance(run.Metrics.Distance),
                LanguageFormat.Clock(run.Metrics.Timer),
                run.Load.KneeKilometres is { } load ? format.Number(format.InUnits(load), 1) : Nothing,
                ratios.TryGetValue(run.Key, out var ratio) ? format.Number(ratio, 2) : Nothing,
                $"  {history.FileOf[run.Key]}{remark}");
        }
    }

    // A table: the first column to the left, the others to the right.
    private void WriteLine(params ReadOnlySpan<string> cells)
    {
        output.Write($"{cells[0],-12}");
        foreach (var cell in cells[1..])
        {
            output.Write($"{cell,12}");
        }

        output.WriteLine();
    }

    private string Change(Fraction? growth) => growth is { } known ? format.Change(known) : Nothing;
}
