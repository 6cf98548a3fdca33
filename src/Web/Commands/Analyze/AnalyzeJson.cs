using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Contracts;
using KneeLoad.Web.Words;

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
                [.. (day?.Weeks ?? []).Select(WeekContract.Of)],
                day is null ? null : AssessmentContract.Of(day.Assessment, day.Advice, key => history.FileOf[key], format),
                day is { Planned: { } planned } ? PlanContract.Of(planned, day.Assessment.Ceiling, format) : null),
            Options));
    }

    /// <summary>The whole document; a plan stands in it only where one was asked for.</summary>
    private sealed record Document(
        string ModelVersion,
        IReadOnlyList<AnalyzedFile> Files,
        IReadOnlyList<AnalyzedRun> Runs,
        IReadOnlyList<WeekContract> Weeks,
        AssessmentContract? Assessment,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] PlanContract? Planned);
}
