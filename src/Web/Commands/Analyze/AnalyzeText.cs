using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Shared.Contracts;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>Writes an analysis for a reader at a terminal: the day first, then the weeks, then the runs.</summary>
internal static class AnalyzeText
{
    private static readonly RunnerFormat Format = new(UnitSystem.Metric, DateTimeZone.Utc);

    public static void Write(AnalyzedHistory history, AnalyzedDay? day, TextWriter output)
    {
        var runs = history.Runs.Count(run => run.Counts);
        output.WriteLine($"{history.Files.Count} files, {history.Runs.Count} activities, {runs} runs that count");
        if (day is null)
        {
            return;
        }

        WriteAssessment(day, output);
        WriteWeeks(day, output);
        WriteRuns(history, output);
    }

    private static void WriteAssessment(AnalyzedDay day, TextWriter output)
    {
        var assessment = day.Assessment;
        output.WriteLine();
        output.WriteLine($"{DayFormat.WithYear(assessment.AsOf)}: {ContractNames.Of(assessment.Level)}{Score(assessment)}");
        output.WriteLine($"  today's ceiling: {Ceiling(assessment.Ceiling)}");
        if (day.Planned is { } planned)
        {
            output.WriteLine($"  planned {Format.ExactDistance(planned.Distance)}: {planned.Finding}");
        }

        foreach (var row in assessment.Factors)
        {
            output.WriteLine($"  {ContractNames.Of(row.Id),-14}{row.Points,3} of {row.MostPoints,2}  {Against(row)}");
            output.WriteLine($"                 {row.Note}");
        }

        foreach (var item in day.Advice)
        {
            output.WriteLine($"  > {item.Text}");
        }
    }

    private static void WriteWeeks(AnalyzedDay day, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"week of",-12}{"runs",5}{"distance",12}{"knee-km",9}{"longest",12}{"on last",9}{"on four",9}");
        foreach (var week in day.Weeks)
        {
            output.WriteLine(
                $"{ContractNames.Of(week.Week.FirstDay),-12}{week.Runs,5}{Format.Distance(week.Distance),12}"
                + $"{RunnerFormat.Number(week.KneeKilometres.Value, 1),9}{(week.Longest is { } longest ? Format.Distance(longest) : "-"),12}"
                + $"{Change(week.GrowthOnLastWeek),9}{Change(week.GrowthOnFourWeeks),9}");
        }
    }

    private static void WriteRuns(AnalyzedHistory history, TextWriter output)
    {
        var ratios = SpikeRatios.Of(history.Runs);
        output.WriteLine();
        output.WriteLine($"{"day",-12}{"distance",12}{"timer",10}{"knee-km",9}{"ratio",7}  file");
        foreach (var run in history.Runs)
        {
            var remark = run.DuplicateOf is { } kept ? $"  = {history.FileOf[kept]}" : run.Metrics.IsRun ? string.Empty : $"  ({run.Metrics.Kind})";
            output.WriteLine(
                $"{ContractNames.Of(run.Metrics.LocalDate),-12}{Format.ExactDistance(run.Metrics.Distance),12}{RunnerFormat.Clock(run.Metrics.Timer),10}"
                + $"{(run.Load.KneeKilometres is { } load ? RunnerFormat.Number(load.Value, 1) : "-"),9}"
                + $"{(ratios.TryGetValue(run.Key, out var ratio) ? RunnerFormat.Number(ratio, 2) : "-"),7}  {history.FileOf[run.Key]}{remark}");
        }
    }

    private static string Score(RiskAssessment assessment) => assessment.Score is { } score
        ? $", {score} points of 91 (elevated from {assessment.ElevatedFrom}, high from {assessment.HighFrom})"
        : string.Empty;

    private static string Ceiling(Ceiling ceiling) => ceiling is { Limit: { } limit, Base: { } @base }
        ? $"{Format.Limit(limit)}, base {Format.ExactDistance(@base)} ({ContractNames.Of(ceiling.Reason)})"
        : $"none ({ContractNames.Of(ceiling.Reason)})";

    private static string Against(RiskFactor row) => row switch
    {
        { Measured: null } => "not measured",
        { Unit: "m" } => $"{Format.ExactDistance(new Distance(row.Measured.Value))} against {Format.ExactDistance(new Distance(row.Usual ?? 0))}",
        _ => RunnerFormat.Share(new Fraction(row.Measured.Value)),
    };

    private static string Change(Fraction? growth) => growth is { } known ? RunnerFormat.Change(known) : "-";
}
