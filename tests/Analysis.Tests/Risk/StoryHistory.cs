using System.Collections.Concurrent;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest;
using KneeLoad.Testing.Stories;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>A story read from its files and analysed as the product does.</summary>
internal static class StoryHistory
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<HistoryRun>> Read = new(StringComparer.Ordinal);

    /// <summary>The history of a story.</summary>
    public static IReadOnlyList<HistoryRun> Of(string name) => Read.GetOrAdd(name, static name => Analyse(MadeStories.Named(name)));

    /// <summary>The assessment of one day of a story. [d since its first]</summary>
    public static RiskAssessment On(string name, int day, RunnerProfile? profile = null) => RiskModel.Assess(
        Of(name), [], (profile ?? RunnerProfile.Unknown) with { Zone = StoryFiles.Zone }, StoryFiles.FirstDay.PlusDays(day));

    /// <summary>One assessment a day.</summary>
    public static IReadOnlyList<RiskAssessment> EachDay(string name, RunnerProfile? profile = null) =>
        [.. Enumerable.Range(0, StoryFiles.Days).Select(day => On(name, day, profile))];

    private static List<HistoryRun> Analyse(Story story)
    {
        var analysed = story.Runs
            .Select((run, i) => (Key: $"{story.Name}/{i:000}", Activity: RunAnalysis.Analyse(
                ActivityReader.Read(StoryFiles.Fit(run)).Activities[0], StoryFiles.Zone)!))
            .ToList();
        var loads = RunLoads.Compute([.. analysed.Select(one => BaselineRun.Of(one.Activity.Metrics, one.Activity.Cells, isSetAside: false))]);
        return [.. analysed.Select((one, i) => new HistoryRun(one.Key, one.Activity.Metrics, loads[i], Surface: null, DuplicateOf: null))];
    }
}
