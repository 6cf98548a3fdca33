using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Maps.Building;
using KneeLoad.Ingest.Maps;
using KneeLoad.Testing;

namespace KneeLoad.Analysis.Tests.Surfaces;

/// <summary>A made map around one place, drawn in metres, and runs over it.</summary>
internal sealed class MadeMap : IDisposable
{
    private const double Latitude = 48, Longitude = 11;
    private const double MetresADegree = 111_195.08;
    private static readonly double MetresADegreeEast = MetresADegree * Math.Cos(double.DegreesToRadians(Latitude));
    private readonly ScratchFolder folder = new();
    private readonly OsmPbfBuilder extract = new();
    private MapIndex? index;

    /// <summary>The map's index, built on first use.</summary>
    public async Task<MapIndex> IndexAsync() => index ??= await BuildAsync();

    public MadeMap Way(string tags, params (double East, double North)[] places)
    {
        extract.Way(tags, [.. places.Select(place => At(place.East, place.North))]);
        return this;
    }

    /// <summary>A place so many metres east and north of the middle.</summary>
    public static (double Latitude, double Longitude) At(double east, double north) =>
        (Math.Round(Latitude + (north / MetresADegree), 7), Math.Round(Longitude + (east / MetresADegreeEast), 7));

    /// <summary>A run at 3 m/s along places, one record a second.</summary>
    public static MadeActivity Run(params (double East, double North)[] places)
    {
        const double speed = 3;
        var track = new List<(double East, double North)>();
        for (var i = 0; i + 1 < places.Length; i++)
        {
            var (east, north) = (places[i + 1].East - places[i].East, places[i + 1].North - places[i].North);
            var steps = Math.Max(1, (int)Math.Round(Math.Sqrt((east * east) + (north * north)) / speed));
            track.AddRange(Enumerable.Range(0, steps).Select(step => (places[i].East + (east * step / steps), places[i].North + (north * step / steps))));
        }

        track.Add(places[^1]);
        return MadeActivity.Lasting(track.Count - 1)
            .Field(RecordField.PositionLat, [.. track.Select(place => At(place.East, place.North).Latitude)])
            .Field(RecordField.PositionLong, [.. track.Select(place => At(place.East, place.North).Longitude)]);
    }

    public async Task<SurfaceMatch> MatchAsync(params (double East, double North)[] places) => SurfaceMatching.Match(Run(places).Build(), await IndexAsync());

    /// <summary>Metres by class name.</summary>
    public static IReadOnlyDictionary<string, double> Classes(SurfaceMatch match) => SurfaceMixes.Of(match, match.Length).MetresByClass;

    public void Dispose()
    {
        index?.Dispose();
        folder.Dispose();
    }

    private async Task<MapIndex> BuildAsync()
    {
        var build = await MapIndexBuilder.BuildAsync([extract.Save(folder["made.osm.pbf"])], folder["index"]);
        Assert.Null(build.Refusal);
        return MapIndex.Open(folder["index"]).Index!;
    }
}
