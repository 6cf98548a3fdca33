using System.Collections.Immutable;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Features.Runs.Grounds;

namespace KneeLoad.Web.Tests.Features.Runs;

public sealed class GroundViewTests
{
    private static readonly WaySurface Asphalt = new(SurfaceClass.Asphalt, SurfaceSource.Tag);
    private static readonly WaySurface Gravel = new(SurfaceClass.Gravel, SurfaceSource.Assumed);

    [Fact]
    public void The_strip_joins_neighbours_of_one_surface_and_fills_its_width()
    {
        var view = GroundView.Of(
            Mix(("asphalt", 300), ("gravel", 100)), Ground(Stretch(Asphalt, 100, 7), Stretch(Asphalt, 200, 8), Stretch(Gravel, 100, 9)), correcting: null);

        Assert.Equal([(Asphalt, 0, 0.75), (Gravel, 0.75, 0.25)], view.Parts.Select(part => (part.Surface, part.From, part.Share)));
    }

    [Fact]
    public void A_way_that_is_come_back_to_is_one_way_numbered_where_it_was_first_met()
    {
        var view = GroundView.Of(
            Mix(("asphalt", 300), ("gravel", 100)), Ground(Stretch(Asphalt, 100, 7), Stretch(Gravel, 100, 9), Stretch(Asphalt, 200, 7)), correcting: null);

        Assert.Equal([(1, 7L, 300.0), (2, 9L, 100.0)], view.Ways.Select(way => (way.Number, way.Id, way.Length.Metres)));
        Assert.True(view.IsFromMap);
    }

    [Fact]
    public void What_the_recording_says_is_no_matter_of_the_way()
    {
        var view = GroundView.Of(Mix(("track", 400)), Ground(Stretch(new(SurfaceClass.Track, SurfaceSource.File), 400, 7)), correcting: null);

        Assert.False(Assert.Single(view.Ways).CanBeCorrected);
    }

    [Fact]
    public void A_treadmill_has_a_strip_without_a_map_or_a_position()
    {
        var view = GroundView.Of(Mix(("treadmill", 5000)), ground: null, correcting: null);

        Assert.Equal(SurfaceClass.Treadmill, Assert.Single(view.Parts).Surface.Class);
        Assert.False(view.HasPlaces || view.IsFromMap);
        Assert.Empty(view.Ways);
    }

    [Fact]
    public void Nothing_known_is_nothing_shown()
    {
        var view = GroundView.Of(mix: null, Ground(), correcting: null);

        Assert.Empty(view.Parts);
        Assert.Empty(view.Sums);
        Assert.True(view.HasPlaces);
    }

    private static SurfaceMix Mix(params (string Name, double Metres)[] sums) =>
        new(new(0), new(0), new(0), new(0), sums.ToImmutableSortedDictionary(sum => sum.Name, sum => sum.Metres, StringComparer.Ordinal));

    private static RunGround Ground(params GroundStretch[] stretches) => new([new(0, new GeoPoint(-48, -12)), new(1, new GeoPoint(-48, -12.01))], stretches);

    private static GroundStretch Stretch(WaySurface surface, double metres, long way) => new(0, 1, surface, new(metres), way, "Some Way", HasMap: true);
}
