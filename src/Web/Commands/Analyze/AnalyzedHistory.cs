using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Exports;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Plausibility;
using KneeLoad.Ingest.Plausibility.Clocks;
using KneeLoad.Web.Contracts;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Words.Notes;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Commands.Analyze;

/// <summary>One runner's history made of files, without a database: read, analysed, repeats found, loads against the own baseline.</summary>
/// <param name="Files">What became of each file, in the order of reading.</param>
/// <param name="Runs">Every activity of the files, by start.</param>
/// <param name="FileOf">The file that an activity's key stands for.</param>
/// <param name="Zone">Where days end: as asked for, else the last run's own offset, else UTC.</param>
internal sealed record AnalyzedHistory(
    IReadOnlyList<AnalyzedFile> Files,
    IReadOnlyList<HistoryRun> Runs,
    IReadOnlyDictionary<string, string> FileOf,
    DateTimeZone Zone)
{
    /// <summary>Reads and analyses files, one in memory at a time.</summary>
    /// <param name="files">Names and contents.</param>
    /// <param name="zone">Where runs were whose files do not say it; null when nobody said.</param>
    /// <param name="map">The map to match runs with; null for none.</param>
    /// <param name="now">The moment: no run lies far ahead of it.</param>
    /// <param name="format">The language and the units of warnings.</param>
    public static AnalyzedHistory Read(IEnumerable<(string Name, ReadResult Result)> files, DateTimeZone? zone, MapIndex? map, Instant now, RunnerFormat format)
    {
        var context = new BeliefContext(zone, now);
        var listed = new List<AnalyzedFile>();
        var stored = new List<Stored>();
        var fileOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, result) in files)
        {
            var warnings = new HashSet<string>(StringComparer.Ordinal);
            foreach (var activity in BelievedActivities.Of(result.Activities, context))
            {
                if (RunAnalysis.Analyse(activity, zone ?? DateTimeZone.Utc) is not { } analysed)
                {
                    warnings.Add(format.Say["Analyze.Empty"]);
                    continue;
                }

                if (zone is null && activity.UtcOffset is null)
                {
                    warnings.Add(format.Say["Analyze.NoZone"]);
                }

                stored.Add(new(NewKey(name, fileOf), analysed, activity.UtcOffset, SurfaceMixes.Of(activity, analysed.Metrics.Distance, map)));
            }

            listed.Add(AnalyzedFile.Of(name, result, warnings, format));
        }

        var runs = ToHistory(stored);
        return new(listed, runs, fileOf, zone ?? LastOffset(stored, runs));
    }

    // A file of several activities, or one that is named twice, needs a key for each.
    private static string NewKey(string name, Dictionary<string, string> fileOf)
    {
        var key = name;
        for (var number = 2; !fileOf.TryAdd(key, name); number++)
        {
            key = $"{name}#{number}";
        }

        return key;
    }

    private static List<HistoryRun> ToHistory(List<Stored> stored)
    {
        var repeats = Duplicates.Find([.. stored.Select(one => DuplicateCandidate.Of(one.Key, one.Analysed.Metrics))]);
        var activities = stored.ConvertAll(one => new StoredActivity(one.Key, one.Analysed, repeats.GetValueOrDefault(one.Key)) { Surface = one.Surface });
        var joined = JoinedActivities.Of(activities, ShiftedCopies.Find(JoinedActivities.Kept(activities)));
        var loads = RunLoads.Compute([.. joined.Select(one => BaselineRun.Of(one.Analysed.Metrics, one.Analysed.Cells, repeats.ContainsKey(one.Key)))]);
        return
        [
            .. stored
                .Select((one, i) => new HistoryRun(one.Key, joined[i].Analysed.Metrics, loads[i], joined[i].Surface, repeats.GetValueOrDefault(one.Key))
                {
                    JoinedWith = joined[i].JoinedWith,
                })
                .Order(HistoryRun.ByStart),
        ];
    }

    private static DateTimeZone LastOffset(List<Stored> stored, List<HistoryRun> runs) =>
        runs.FindLast(run => run.Counts) is { } last && stored.Find(one => one.Key == last.Key)?.Offset is { } offset
            ? DateTimeZone.ForOffset(offset)
            : DateTimeZone.Utc;

    private sealed record Stored(string Key, AnalysedActivity Analysed, Offset? Offset, SurfaceMix? Surface);
}

/// <summary>One file as <c>analyze --json</c> lists it. The property names are a contract.</summary>
internal sealed record AnalyzedFile(string File, string Status, string? Reason, IReadOnlyList<string> Warnings)
{
    public static AnalyzedFile Of(string name, ReadResult result, IEnumerable<string> further, RunnerFormat format) => new(
        name,
        ContractNames.Of(result.Status),
        result.Status == ReadStatus.LeftAside && ExportMakers.Of(name) is { } maker
            ? ExportWords.Of(maker, format.Say)
            : LineReason.Of(result, format),
        [.. result.Warnings.Select(warning => RemarkWords.Of(warning, format)), .. further]);
}
