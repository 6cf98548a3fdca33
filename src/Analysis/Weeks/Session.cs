using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>
/// Runs less than 15 minutes apart, counted as one for the longest and for spikes: a restarted watch is no new run.
/// </summary>
public sealed record Session
{
    /// <summary>Keys of its runs, in order of start.</summary>
    public required IReadOnlyList<string> RunKeys { get; init; }

    /// <summary>Local day of the first run.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Start of the first run.</summary>
    public required Instant Start { get; init; }

    /// <summary>Distances added; null as soon as one is unknown. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>Key of the first run.</summary>
    public string Key => RunKeys[0];

    /// <summary>Joins runs to sessions.</summary>
    /// <param name="runs">Runs in order of start.</param>
    /// <returns>Sessions in order of start.</returns>
    public static IReadOnlyList<Session> Of(IReadOnlyList<HistoryRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);

        var gap = Duration.FromMinutes(Choices.SessionGapMinutes.Value);
        var sessions = new List<Session>(runs.Count);
        for (var first = 0; first < runs.Count;)
        {
            var end = runs[first].Metrics.Start + runs[first].Metrics.Elapsed;
            var next = first + 1;
            for (; next < runs.Count && runs[next].Metrics.Start - end < gap; next++)
            {
                end = Instant.Max(end, runs[next].Metrics.Start + runs[next].Metrics.Elapsed);
            }

            sessions.Add(Join(runs, first, next));
            first = next;
        }

        return sessions;
    }

    private static Session Join(IReadOnlyList<HistoryRun> runs, int first, int next)
    {
        var keys = new string[next - first];
        var distance = (Distance?)default(Distance);
        for (var i = first; i < next; i++)
        {
            keys[i - first] = runs[i].Key;
            distance += runs[i].Metrics.Distance;
        }

        var metrics = runs[first].Metrics;
        return new() { RunKeys = keys, Day = metrics.LocalDate, Start = metrics.Start, Distance = distance };
    }
}
