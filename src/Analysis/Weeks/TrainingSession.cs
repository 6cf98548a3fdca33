using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Weeks;

/// <summary>
/// Runs less than an hour apart, counted as one for the longest, for creep and for descent: a restarted watch is no new run,
/// and a jog to a race, the race and the jog home are one load.
/// </summary>
public sealed record TrainingSession
{
    /// <summary>Keys of its runs, in order of start.</summary>
    public required IReadOnlyList<string> RunKeys { get; init; }

    /// <summary>Local day of the first run.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Start of the first run.</summary>
    public required Instant Start { get; init; }

    /// <summary>Timer time of its runs.</summary>
    public required Duration Timer { get; init; }

    /// <summary>Distances added; null as soon as one is unknown. [m]</summary>
    public Distance? Distance { get; init; }

    /// <summary>Metres down on slopes of over 2 %, added; null as soon as one is unknown. [m]</summary>
    public Distance? DescentOnSlopes { get; init; }

    /// <summary>Key of the first run.</summary>
    public string Key => RunKeys[0];

    /// <summary>Joins runs to sessions.</summary>
    /// <param name="runs">Runs in order of start.</param>
    /// <returns>Sessions in order of start.</returns>
    public static IReadOnlyList<TrainingSession> Of(IReadOnlyList<HistoryRun> runs)
    {
        ArgumentNullException.ThrowIfNull(runs);

        var gap = Duration.FromMinutes(Choices.SessionGapMinutes.Value);
        var sessions = new List<TrainingSession>(runs.Count);
        for (var first = 0; first < runs.Count;)
        {
            var end = EndOf(runs[first]);
            var next = first + 1;
            for (; next < runs.Count && runs[next].Metrics.Start - end < gap; next++)
            {
                end = Instant.Max(end, EndOf(runs[next]));
            }

            sessions.Add(Join(runs, first, next));
            first = next;
        }

        return sessions;
    }

    // A stated elapsed time may span a night; the last record cannot. Without records the timer is the best that is known.
    private static Instant EndOf(HistoryRun run) => run.Metrics.Start + (run.Metrics.Recorded ?? run.Metrics.Timer);

    private static TrainingSession Join(IReadOnlyList<HistoryRun> runs, int first, int next)
    {
        var keys = new string[next - first];
        var timer = Duration.Zero;
        var distance = (Distance?)default(Distance);
        var descent = (Distance?)default(Distance);
        for (var i = first; i < next; i++)
        {
            keys[i - first] = runs[i].Key;
            timer += runs[i].Metrics.Timer;
            distance += runs[i].Metrics.Distance;
            descent += runs[i].Metrics.DescentOnSlopes;
        }

        var metrics = runs[first].Metrics;
        return new()
        {
            RunKeys = keys,
            Day = metrics.LocalDate,
            Start = metrics.Start,
            Timer = timer,
            Distance = distance,
            DescentOnSlopes = descent,
        };
    }
}
