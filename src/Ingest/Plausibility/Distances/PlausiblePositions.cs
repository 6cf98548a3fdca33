using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Plausibility.Clocks;

namespace KneeLoad.Ingest.Plausibility.Distances;

/// <summary>
/// Leaves out positions that no runner can have reached. A point on its own or a burst of them is bridged straight to the next that
/// fits; where the way goes on elsewhere, as after a train, the way between is cut out like a pause.
/// </summary>
internal static class PlausiblePositions
{
    private const double MetresPerDegree = 111_195;

    // Receivers catch up by so much at once after trees and houses, and apps begin with the last place that they knew: the way may
    // have been gone. Only farther off it cannot.
    private const double CatchUp = 250;

    // A car leaves out most of its way, a runner a point or two. [1]
    private const double MostLeftOutOfUnknown = 0.1;

    // A stretch so long is a way that was gone, not a burst.
    private const double LeastWay = 30;

    /// <summary>The activity with the positions that can be, and the metres between them.</summary>
    /// <returns>The same activity where all can be; null metres where it has no positions.</returns>
    public static (Activity Activity, double? Metres) Of(Activity activity, RecordClock clock)
    {
        if (Positions.Of(activity.Records) is not (var latitudes, var longitudes))
        {
            return (activity, null);
        }

        var track = new Track(clock.Seconds, latitudes, longitudes);
        var pieces = Pieces(track, clock, out var metres, out var allMetres);
        if (pieces.Count < 2)
        {
            return (activity, pieces.Count == 0 ? null : metres);
        }

        var (kept, breaks) = Choose(pieces, track);
        var left = 0;
        foreach (var piece in pieces.Where(piece => !kept.Contains(piece)))
        {
            for (var i = piece.First; i <= piece.Last; i++)
            {
                left += double.IsNaN(latitudes[i]) ? 0 : 1;
                (latitudes[i], longitudes[i]) = (double.NaN, double.NaN);
            }
        }

        if (left == 0 && breaks.Count == 0)
        {
            return (activity, metres);
        }

        if (activity.Sport is null && left > MostLeftOutOfUnknown * clock.Seconds.Length)
        {
            // Something faster than a runner: its speed shall show.
            return (activity, allMetres);
        }

        var cleaned = activity with
        {
            Records = activity.Records.With(RecordField.PositionLat, Column.Of(latitudes)).With(RecordField.PositionLong, Column.Of(longitudes)),
            Pauses = WithBreaks(activity.Pauses, breaks),
        };
        Pieces(track, RecordClock.Of(cleaned) ?? clock, out var bridged, out _);
        return (cleaned.Noting(NoteKind.PointsLeftOut, left), bridged);
    }

    /// <summary>Stretches of points each of which can be reached from the one before; metres of the steps that can be, and of all.</summary>
    private static List<Piece> Pieces(Track track, RecordClock clock, out double metres, out double allMetres)
    {
        (metres, allMetres) = (0, 0);
        var pieces = new List<Piece>();
        var walk = clock.Walk();
        var (first, previous) = (-1, -1);
        for (var i = 0; i < track.Seconds.Length; i++)
        {
            // A record that is late, or without a place or time, says nothing of the way.
            if (double.IsNaN(track.Latitudes[i]) || double.IsNaN(track.Seconds[i]) || (previous >= 0 && track.Seconds[i] < track.Seconds[previous]))
            {
                continue;
            }

            if (previous < 0)
            {
                first = i;
            }
            else if (!walk.IsPaused(track.Seconds[previous], track.Seconds[i]))
            {
                var step = track.Between(previous, i);
                allMetres += step;
                if (step > Reach(track, previous, i))
                {
                    pieces.Add(new(first, previous));
                    first = i;
                }
                else
                {
                    metres += step;
                }
            }

            previous = i;
        }

        if (first >= 0)
        {
            pieces.Add(new(first, previous));
        }

        return pieces;
    }

    private static double Reach(Track track, int from, int to) =>
        PlausibleLimits.FastestStep * Math.Max(1, track.Seconds[to] - track.Seconds[from]);

    private static bool CatchesUp(Track track, Piece from, Piece to) => track.Between(from.Last, to.First) <= CatchUp;

    /// <summary>The pieces that are the way, and the breaks between such as cannot be reached from one another.</summary>
    private static (HashSet<Piece> Kept, List<(double From, double To)> Breaks) Choose(List<Piece> pieces, Track track)
    {
        var longest = pieces.MaxBy(piece => piece.Last - piece.First)!;
        var isWay = pieces.ConvertAll(piece => piece == longest || track.Seconds[piece.Last] - track.Seconds[piece.First] >= LeastWay);
        var kept = new HashSet<Piece>();
        var breaks = new List<(double, double)>();
        Piece? last = null;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (last is null || i == pieces.Count - 1 ? isWay[i] || IsNear(i) : isWay[i] || (Fits(last, piece) && Fits(piece, NextWay(i))))
            {
                if (last is not null && !Fits(last, piece))
                {
                    if (!CatchesUp(track, last, piece) && Rejoins(i, last) is { } rejoining)
                    {
                        i = rejoining - 1;
                        continue;
                    }

                    if (!CatchesUp(track, last, piece))
                    {
                        breaks.Add((track.Seconds[last.Last], track.Seconds[piece.First]));
                    }
                }

                kept.Add(piece);
                last = piece;
            }
        }

        return (kept, breaks);

        bool Fits(Piece from, Piece? to) => to is null || track.Between(from.Last, to.First) <= Reach(track, from.Last, to.First);

        Piece? NextWay(int after)
        {
            var next = isWay.FindIndex(after + 1, way => way);
            return next < 0 ? null : pieces[next];
        }

        // The first point and the last are believed up to where they can be explained.
        bool IsNear(int i) => (i == 0 || CatchesUp(track, pieces[i - 1], pieces[i])) && (i == pieces.Count - 1 || CatchesUp(track, pieces[i], pieces[i + 1]));

        // A longer burst far off, from which the way comes back to where it was.
        int? Rejoins(int from, Piece before)
        {
            for (var i = from + 1; i < pieces.Count; i++)
            {
                var skipped = pieces[i - 1].Last - pieces[from].First;
                if (isWay[i] && skipped < pieces[i].Last - pieces[i].First + before.Last - before.First && Fits(before, pieces[i]))
                {
                    return i;
                }
            }

            return null;
        }
    }

    private static List<Pause> WithBreaks(IReadOnlyList<Pause> pauses, List<(double From, double To)> breaks)
    {
        var all = pauses
            .Concat(breaks.Select(part => new Pause(ActivityChanges.ToInstant(part.From), ActivityChanges.ToInstant(part.To))))
            .OrderBy(pause => pause.Start)
            .ThenBy(pause => pause.End);
        var merged = new List<Pause>(pauses.Count + breaks.Count);
        foreach (var pause in all)
        {
            if (merged.Count > 0 && pause.Start < merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = NodaTime.Instant.Max(merged[^1].End, pause.End) };
            }
            else
            {
                merged.Add(pause);
            }
        }

        return merged;
    }

    private sealed record Piece(int First, int Last);

    private sealed record Track(double[] Seconds, double[] Latitudes, double[] Longitudes)
    {
        private double cosine = double.NaN;
        private double cosineAt = double.NaN;

        /// <summary>Metres between two points, on a plane: true to a few parts in ten thousand over the steps of a run. [m]</summary>
        public double Between(int from, int to)
        {
            // PERF: a cosine serves all points within a tenth of a degree.
            if (!(Math.Abs(Latitudes[to] - cosineAt) < 0.1))
            {
                (cosineAt, cosine) = (Latitudes[to], Math.Cos(double.DegreesToRadians(Latitudes[to])));
            }

            var north = Latitudes[to] - Latitudes[from];
            var east = Math.Abs(Longitudes[to] - Longitudes[from]);
            east = (east > 180 ? 360 - east : east) * cosine;
            return MetresPerDegree * Math.Sqrt((north * north) + (east * east));
        }
    }
}
