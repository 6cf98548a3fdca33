using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>A run's map as its drawing takes it.</summary>
/// <param name="Attribution">Who made the map; null where none is shown.</param>
/// <param name="Parts">The run, from start to end.</param>
/// <param name="Ways">The ways around it.</param>
public sealed record GroundChart(string? Attribution, IReadOnlyList<GroundStroke> Parts, IReadOnlyList<GroundRoad> Ways)
{
    /// <summary>So far around the run its map shows ways. [m]</summary>
    private const double ReachMetres = 600;

    /// <summary>So many places the ways around may have, for a map that a telephone draws at once. [1]</summary>
    private const int MostPlaces = 4_000;

    /// <summary>So many strokes a run is drawn with at most. [1]</summary>
    private const int MostStrokes = 400;

    /// <summary>Decimals of a degree that are sent: a tenth of a metre. [1]</summary>
    private const int Decimals = 6;

    /// <summary>Decimals of a degree of the ways around: a metre. [1]</summary>
    private const int DecimalsAround = 5;

    /// <summary>Lays out the map of a run.</summary>
    /// <param name="ground">Where it went and what on.</param>
    /// <param name="map">The index to take the ways around from; null without one.</param>
    /// <param name="format">How the runner reads quantities.</param>
    public static GroundChart Of(RunGround ground, MapIndex? map, RunnerFormat format)
    {
        var parts = ground.Stretches.Count > 0 ? Strokes(ground, format) : [Whole(ground.Places, format.Say)];
        var around = map?.WaysAlong([.. ground.Places.Select(place => place.Place)], new(ReachMetres), MostPlaces) ?? [];
        return new(
            around.Count > 0 || ground.Stretches.Any(stretch => stretch.WayId is not null) ? MapIndex.Attribution : null,
            parts,
            [.. around.Select(way => new GroundRoad(KindOf(way.Kind), [.. way.Places.Select(place => Lay(place, DecimalsAround))]))]);
    }

    private static List<GroundStroke> Strokes(RunGround ground, RunnerFormat format)
    {
        var rows = GroundView.WaysOf(ground.Stretches).ToDictionary(way => way.Id);
        var places = ground.Places;
        var strokes = new List<GroundStroke>();
        var drawn = new DrawnWays();
        var next = 0;
        foreach (var stretch in GroundView.Joined(ground.Stretches, MostStrokes))
        {
            while (next > 0 && places[next - 1].Record >= stretch.FromRecord)
            {
                next--;
            }

            while (next < places.Count && places[next].Record < stretch.FromRecord)
            {
                next++;
            }

            var row = stretch.WayId is { } id && rows[id] is { CanBeCorrected: true } way ? way : null;
            strokes.AddRange(drawn.Fresh(stretch.WayId, [.. places.Skip(next).TakeWhile(place => place.Record <= stretch.ToRecord)])
                .Select(line => new GroundStroke(
                    SurfaceClasses.NameOf(stretch.Surface.Class), Name(SurfaceWords.FirmnessOf(stretch.Surface)), Lay(line), stretch.WayName,
                    format.Say["Surfaces.Stretch", ("surface", Surface(stretch, format.Say)), ("distance", format.Distance(row?.Length ?? stretch.Length))],
                    row is null ? null : $"?way={row.Number}#{row.Row}")));
        }

        return strokes;
    }

    private static GroundStroke Whole(IReadOnlyList<GroundPlace> places, Language say) => new(
        SurfaceClasses.NameOf(SurfaceClass.Unknown), Name(SurfaceHardness.Hard), Lay(places), null, SurfaceWords.Of(SurfaceClass.Unknown, say), null);

    private static string Surface(GroundStretch stretch, Language say) => stretch switch
    {
        { HasMap: false, Surface.Source: SurfaceSource.None } => say["Surfaces.NoMap"],
        { Surface.Source: SurfaceSource.None } => SurfaceWords.Of(stretch.Surface.Class, say),
        _ => say["Surfaces.Known", ("surface", SurfaceWords.Of(stretch.Surface.Class, say)), ("source", SurfaceWords.Of(stretch.Surface.Source, say))],
    };

    private static string KindOf(WayKind kind) => kind switch
    {
        WayKind.Road => "road",
        WayKind.Street or WayKind.Service or WayKind.Pedestrian => "street",
        _ => "path",
    };

    private static string Name(SurfaceHardness hardness) => hardness switch
    {
        SurfaceHardness.Hard => "hard",
        SurfaceHardness.Soft => "soft",
        _ => "unknown",
    };

    private static double[][] Lay(IReadOnlyList<GroundPlace> line) => [.. line.Select(place => Lay(place.Place, Decimals))];

    private static double[] Lay(GeoPoint place, int decimals) => [Math.Round(place.LongitudeDegrees, decimals), Math.Round(place.LatitudeDegrees, decimals)];
}

/// <summary>A way around a run on its map.</summary>
/// <param name="Kind">road, street or path.</param>
/// <param name="Line">Its places: longitude and latitude of each. [degrees]</param>
public sealed record GroundRoad(string Kind, IReadOnlyList<double[]> Line);

/// <summary>A stretch of the run on its map.</summary>
/// <param name="Surface">Name of its surface.</param>
/// <param name="Firmness">hard, soft or unknown.</param>
/// <param name="Line">Its places: longitude and latitude of each. [degrees]</param>
/// <param name="Name">Name of the way; null without one.</param>
/// <param name="Words">Surface, how it is known, and length, ready to read.</param>
/// <param name="Link">Where the page lets the runner correct it; null when it lies on no way.</param>
public sealed record GroundStroke(string Surface, string Firmness, IReadOnlyList<double[]> Line, string? Name, string Words, string? Link);
