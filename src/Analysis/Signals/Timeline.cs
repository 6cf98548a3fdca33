using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Signals;

/// <summary>
/// The records of a file that lie in order of time, how long each stands for, and where the timer stopped between them.
/// A record stands for the time to the next one, at most a stated time and never across a pause.
/// </summary>
internal sealed class Timeline
{
    private readonly int[] recordOf;
    private readonly int recordsInFile;

    private Timeline(int[] recordOf, int recordsInFile, double firstUnixSeconds, double[] seconds, double[] stands, double[] gaps, Range[] segments)
    {
        this.recordOf = recordOf;
        this.recordsInFile = recordsInFile;
        FirstUnixSeconds = firstUnixSeconds;
        Seconds = seconds;
        RecordSeconds = stands;
        Gaps = gaps;
        Segments = segments;
    }

    /// <summary>Number of records kept.</summary>
    public int Count => Seconds.Length;

    /// <summary>Time of the first record since 1970. [s]</summary>
    public double FirstUnixSeconds { get; }

    /// <summary>Time since the first record, never falling. [s]</summary>
    public double[] Seconds { get; }

    /// <summary>Time that each record stands for. [s]</summary>
    public double[] RecordSeconds { get; }

    /// <summary>Time from each record to the next or to the pause before it, however long. [s]</summary>
    public double[] Gaps { get; }

    /// <summary>Stretches of records without a pause between them, in order, none empty.</summary>
    public Range[] Segments { get; }

    /// <summary>Lays the records of a file on a line of time. Late records are left out; where the clock was set back it goes on.</summary>
    public static Timeline Of(RecordStream records, IReadOnlyList<Pause> pauses, StandRule stand, Duration clockSetBack)
    {
        var time = records.TimeUnixSeconds?.ToArray() ?? [];
        var kept = new int[time.Length];
        var seconds = new double[time.Length];
        var count = 0;
        double latest = double.NaN, clock = 0;
        for (var i = 0; i < time.Length; i++)
        {
            if (double.IsNaN(time[i]))
            {
                continue;
            }

            var step = double.IsNaN(latest) ? 0 : time[i] - latest;
            if (step < 0 && step > -clockSetBack.TotalSeconds)
            {
                continue;
            }

            clock += Math.Max(0, step);
            latest = time[i];
            kept[count] = i;
            seconds[count++] = clock;
        }

        var gaps = new double[count];
        var stands = new double[count];
        var segments = new List<Range>();
        var from = 0;
        var pause = 0;
        for (var i = 0; i + 1 < count; i++)
        {
            var start = time[kept[i]];
            var end = start + (seconds[i + 1] - seconds[i]);
            while (pause < pauses.Count && UnixSeconds(pauses[pause].End) <= start)
            {
                pause++;
            }

            var stopped = pause < pauses.Count && UnixSeconds(pauses[pause].Start) < end;
            gaps[i] = stopped ? Math.Max(0, UnixSeconds(pauses[pause].Start) - start) : end - start;
            stands[i] = gaps[i];
            if (stopped)
            {
                segments.Add(from..(i + 1));
                from = i + 1;
            }
        }

        if (count > 0)
        {
            segments.Add(from..count);
        }

        var longest = LongestStand(gaps, stand);
        foreach (ref var lasting in stands.AsSpan())
        {
            lasting = Math.Min(lasting, longest);
        }

        return new Timeline(
            kept[..count], records.Count, count == 0 ? 0 : time[kept[0]], seconds[..count], stands, gaps, [.. segments]);
    }

    /// <summary>A recorder that takes a record a minute means each for that minute. [s]</summary>
    private static double LongestStand(double[] gaps, StandRule rule)
    {
        var usual = rule.Longest.TotalSeconds;

        // PERF: the median is asked for only where the mean says that it may be long.
        if (gaps.Length <= 2 || gaps.Sum() <= usual / 2 * gaps.Length)
        {
            return usual;
        }

        var sorted = gaps[..^1];
        Array.Sort(sorted);
        return Math.Max(usual, Math.Min(rule.LongestWhereRare.TotalSeconds, rule.AllowanceWhereRare.Value * sorted[sorted.Length / 2]));
    }

    /// <summary>A column at the records kept, NaN where not measured; null when no record has it.</summary>
    public double[]? Gather(Column? column) => column is null || column.MeasuredCount == 0 ? null : Gather(column.ToArray());

    /// <summary>The values of a whole file's records at the records of the timeline.</summary>
    public double[] Gather(double[] all) => recordOf.Length == recordsInFile ? all : Array.ConvertAll(recordOf, record => all[record]);

    /// <summary>Seconds since 1970. [s]</summary>
    public static double UnixSeconds(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalSeconds;
}

/// <summary>Tells how long a record stands for at most.</summary>
/// <param name="Longest">The longest time where records are frequent.</param>
/// <param name="AllowanceWhereRare">The longest time where records are rare, over the median time between two. [1]</param>
/// <param name="LongestWhereRare">The longest time of all.</param>
internal readonly record struct StandRule(Duration Longest, Fraction AllowanceWhereRare, Duration LongestWhereRare);
