using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Commands.Contracts;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>Writes an analysis as one JSON document.</summary>
internal static class AnalyzeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The document goes to a file or a pipe, never into a page: names stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(AnalyzedHistory history, AnalyzedDay? day, RunnerFormat format, TextWriter output)
    {
        var ratios = SpikeRatios.Of(history.Runs);
        output.WriteLine(JsonSerializer.Serialize(
            new Document(
                RiskModel.Version,
                history.Files,
                [.. history.Runs.Select(run => AnalyzedRun.Of(run, history.FileOf, ratios))],
                [.. (day?.Weeks ?? []).Select(AnalyzedWeek.Of)],
                day is null ? null : AssessmentContract.Of(day.Assessment, day.Advice, key => history.FileOf[key], format),
                day is { Planned: { } planned } ? AnalyzedPlan.Of(planned, day.Assessment.Ceiling, format) : null),
            Options));
    }

    /// <summary>The whole document; a plan stands in it only where one was asked for.</summary>
    private sealed record Document(
        string ModelVersion,
        IReadOnlyList<AnalyzedFile> Files,
        IReadOnlyList<AnalyzedRun> Runs,
        IReadOnlyList<AnalyzedWeek> Weeks,
        AssessmentContract? Assessment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AnalyzedPlan? Planned);
}

/// <summary>A planned distance judged for today, as <c>analyze --planned --json</c> shows it. The property names are a contract.</summary>
internal sealed record AnalyzedPlan(double Metres, double? Ratio, bool? WithinCeiling, double? HazardRatio, double? Low, double? High, string Finding)
{
    public static AnalyzedPlan Of(PlannedRun plan, Ceiling ceiling, RunnerFormat format) => new(
        plan.Distance.Metres,
        plan.Ratio,
        plan.WithinCeiling,
        plan.Band?.HazardRatio,
        plan.Band?.Low,
        plan.Band?.High,
        CeilingWords.Plan(plan, ceiling, format));
}
