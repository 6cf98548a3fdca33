using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Pipeline;

/// <summary>The second step: one activity of a file to the row of a run.</summary>
internal static class ImportedRun
{
    private const int LongestMemberName = 400;
    private const int LongestWarnings = 4000;

    /// <summary>The rows of a file's activities; those without any time give none.</summary>
    /// <param name="upload">The upload.</param>
    /// <param name="runner">Whose.</param>
    /// <param name="file">What was read.</param>
    /// <param name="map">The map in use; null when there is none.</param>
    public static IEnumerable<Run> Rows(Upload upload, Runner runner, ImportedFile file, MapIndex? map)
    {
        for (var ordinal = 0; ordinal < file.Result.Activities.Count; ordinal++)
        {
            var activity = file.Result.Activities[ordinal];
            if (RunAnalysis.Analyse(activity, runner.Zone) is not { } analysed)
            {
                continue;
            }

            var metrics = analysed.Metrics;
            yield return new Run
            {
                Id = RunKey.Of(runner.Id, upload.ContentHash, file.Member, ordinal),
                RunnerId = runner.Id,
                UploadId = upload.Id,
                MemberName = file.Name is null ? null : PlainText.Of(file.Name, LongestMemberName),
                Ordinal = ordinal,
                Start = metrics.Start,
                End = metrics.Start + metrics.Elapsed,
                LocalDate = metrics.LocalDate,
                IsRun = metrics.IsRun,
                ModelVersion = RiskModel.Version,
                Metrics = StoredJson.Write(metrics),
                Cells = CellTableCodec.Encode(analysed.Cells),
                Traces = TraceCodec.Pack(Traces.Of(activity, metrics.Start)),
                Ground = GroundStep.Ground(activity, map),
                Surface = GroundStep.StatedMix(activity, metrics.Distance),
                Warnings = Warnings(file),
            };
        }
    }

    /// <summary>Writes the runner's word on the kind into a row; null takes it back.</summary>
    public static void Tell(Run row, RunKind? told)
    {
        var metrics = StoredJson.ReadMetrics(row.Metrics) with { Kind = told ?? RunKind.TakenForRun };
        row.ToldKind = told;
        row.IsRun = metrics.IsRun;
        row.Metrics = StoredJson.Write(metrics);
    }

    private static string? Warnings(ImportedFile file)
    {
        List<string> lines = [.. file.Result.Warnings, .. file.Result.Reason is { } reason ? [reason] : Array.Empty<string>()];
        return lines.Count == 0 ? null : PlainText.Of(string.Join('\n', lines.Select(line => line.ReplaceLineEndings(" "))), LongestWarnings);
    }
}
