using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>The parts of each way that a map shows so far. A way that is run again is drawn once: two rows of dashes over each other look like none.</summary>
internal sealed class DrawnWays
{
    /// <summary>Within so many degrees two places of one way are the same to the eye: some 20 m.</summary>
    private const double Cell = 2e-4;

    /// <summary>A line counts as drawn from so many places behind its end, or it would cover itself. [1]</summary>
    private const int Behind = 20;

    private readonly HashSet<(long Way, int North, int East)> drawn = [];

    /// <summary>The pieces of a line that nothing of the same way covers yet.</summary>
    /// <param name="way">The way; null off the ways, where everything is drawn.</param>
    /// <param name="line">The line's places.</param>
    /// <returns>Pieces of two places or more; each begins and ends where the covered part does.</returns>
    public IReadOnlyList<IReadOnlyList<GroundPlace>> Fresh(long? way, IReadOnlyList<GroundPlace> line)
    {
        if (way is not { } id)
        {
            return line.Count > 1 ? [line] : [];
        }

        var pieces = new List<IReadOnlyList<GroundPlace>>();
        var from = -1;
        for (var i = 0; i <= line.Count; i++)
        {
            if (i >= Behind)
            {
                drawn.Add(CellOf(id, line[i - Behind].Place));
            }

            var fresh = i < line.Count && !IsDrawn(id, line[i].Place);
            if (fresh && from < 0)
            {
                from = Math.Max(0, i - 1);
            }
            else if (!fresh && from >= 0)
            {
                pieces.Add([.. line.Skip(from).Take(Math.Min(i + 1, line.Count) - from)]);
                from = -1;
            }
        }

        drawn.UnionWith(line.TakeLast(Behind).Select(place => CellOf(id, place.Place)));
        return pieces.FindAll(piece => piece.Count > 1);
    }

    private bool IsDrawn(long way, GeoPoint place)
    {
        var (_, north, east) = CellOf(way, place);
        for (var i = 0; i < 9; i++)
        {
            if (drawn.Contains((way, north + (i / 3) - 1, east + (i % 3) - 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static (long Way, int North, int East) CellOf(long way, GeoPoint place) =>
        (way, (int)Math.Floor(place.LatitudeDegrees / Cell), (int)Math.Floor(place.LongitudeDegrees / Cell));
}
