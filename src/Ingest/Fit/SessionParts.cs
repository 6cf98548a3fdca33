using System.Runtime.InteropServices;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Messages;
using KneeLoad.Ingest.Fit.Protocol;

namespace KneeLoad.Ingest.Fit;

/// <summary>Deals a file's records and laps out to its sessions by time.</summary>
/// <remarks>
/// A moment belongs to the last session that began by then, if it is not over; else to the session whose edge is nearest.
/// A record without a time stays with the record before it.
/// </remarks>
internal static class SessionParts
{
    /// <summary>One part a session in the file's order; one part in all for a file that states no session.</summary>
    public static IReadOnlyList<SessionPart> Of(FitContent content, RecordStream records)
    {
        if (content.Sessions.Count <= 1)
        {
            return [new(content.Sessions.Count == 0 ? null : content.Sessions[0], records, content.Laps, content.Beats.All)];
        }

        var spans = new List<(long Start, long End)>(content.Sessions.Count);
        foreach (var session in content.Sessions)
        {
            spans.Add(SpanOf(session));
        }

        var rows = RowsOf(records, spans);
        var beats = content.Beats.Deal(rows, records.Count);
        var laps = content.Laps.ToLookup(lap => lap.Start is { } start ? Nearest(spans, start.ToUnixTimeSeconds() - FitTime.EpochUnixSeconds) : 0);
        var parts = new List<SessionPart>(spans.Count);
        for (var i = 0; i < spans.Count; i++)
        {
            var own = CollectionsMarshal.AsSpan(rows[i]);
            parts.Add(new(content.Sessions[i], records.Pick(own), [.. laps[i]], beats[i], (uint)spans[i].Start, (uint)spans[i].End));
        }

        return parts;
    }

    private static (long Start, long End) SpanOf(SessionMessage session)
    {
        var start = session.Start ?? session.End ?? 0;
        var end = session.Elapsed is { } elapsed ? start + (long)elapsed.TotalSeconds : session.End ?? start;
        return (start, Math.Clamp(end, start, uint.MaxValue));
    }

    private static List<int>[] RowsOf(RecordStream records, List<(long Start, long End)> spans)
    {
        var rows = new List<int>[spans.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = [];
        }

        var owner = 0;
        for (var row = 0; row < records.Count; row++)
        {
            if (records.TimeUnixSeconds?[row] is { } seconds)
            {
                owner = Nearest(spans, (long)seconds - FitTime.EpochUnixSeconds);
            }

            rows[owner].Add(row);
        }

        return rows;
    }

    private static int Nearest(List<(long Start, long End)> spans, long time)
    {
        var best = 0;
        var bestKey = (Distance: long.MaxValue, Age: long.MaxValue);
        for (var i = 0; i < spans.Count; i++)
        {
            var (start, end) = spans[i];
            var key = (Math.Max(0, Math.Max(start - time, time - end)), Math.Abs(time - start));
            if (key.CompareTo(bestKey) < 0)
            {
                (best, bestKey) = (i, key);
            }
        }

        return best;
    }
}

/// <summary>The parts of a file that belong to one session.</summary>
/// <param name="Session">Null for a file that states no session.</param>
/// <param name="Records">Its records.</param>
/// <param name="Laps">Its laps.</param>
/// <param name="BeatIntervalsMilliseconds">Its times between heartbeats. [ms]</param>
/// <param name="Start">From when on timer events are its own. FIT's epoch. [s]</param>
/// <param name="End">Until when timer events are its own. FIT's epoch. [s]</param>
internal sealed record SessionPart(
    SessionMessage? Session,
    RecordStream Records,
    IReadOnlyList<Lap> Laps,
    ReadOnlyMemory<ushort> BeatIntervalsMilliseconds,
    uint Start = uint.MinValue,
    uint End = uint.MaxValue);
