using System.Collections.Immutable;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Surfaces;

public sealed class SurfaceMixTests
{
    private static readonly SurfaceStretch Asphalt = Stretch(SurfaceClass.Asphalt, SurfaceSource.Tag, 600);
    private static readonly SurfaceStretch Gravel = Stretch(SurfaceClass.Gravel, SurfaceSource.Assumed, 300);
    private static readonly SurfaceStretch Nothing = Stretch(SurfaceClass.OffNetwork, SurfaceSource.None, 100);

    [Fact]
    public void Metres_are_known_assumed_or_unknown_by_their_source_and_hard_by_their_class()
    {
        var mix = SurfaceMixes.Of(new SurfaceMatch([Asphalt, Gravel, Nothing]), new Distance(1000));

        Assert.Equal((600, 300, 100, 600), (mix.Known.Metres, mix.Assumed.Metres, mix.Unknown.Metres, mix.Hard.Metres));
        Assert.Equal(2 / 3.0, mix.HardShare!.Value.Value, 9);
        Assert.Equal(300, mix.Uneven.Metres);
        Assert.Equal(["asphalt", "gravel", "off-network"], mix.MetresByClass.Keys);
    }

    [Theory]
    [InlineData(SurfaceSource.File)]
    [InlineData(SurfaceSource.Corrected)]
    [InlineData(SurfaceSource.Tag)]
    public void The_files_and_the_runners_word_are_knowledge(SurfaceSource source) =>
        Assert.Equal(500, SurfaceMixes.Of(new SurfaceMatch([Stretch(SurfaceClass.Dirt, source, 500)]), new Distance(500)).Known.Metres);

    [Fact]
    public void A_track_is_scaled_to_the_length_of_the_run()
    {
        var mix = SurfaceMixes.Of(new SurfaceMatch([Asphalt, Gravel, Nothing]), new Distance(1100));

        Assert.Equal((660, 330, 110), (Math.Round(mix.Known.Metres, 9), Math.Round(mix.Assumed.Metres, 9), Math.Round(mix.Unknown.Metres, 9)));
    }

    [Fact]
    public void A_track_of_too_little_of_the_run_leaves_the_rest_unknown()
    {
        var mix = SurfaceMixes.Of(new SurfaceMatch([Asphalt]), new Distance(10_000));

        Assert.Equal((600, 9400), (mix.Known.Metres, mix.Unknown.Metres));
    }

    [Fact]
    public void Without_positions_all_is_unknown_and_without_a_length_the_track_is_the_run()
    {
        var none = SurfaceMixes.Of(new SurfaceMatch([]), new Distance(5000));
        Assert.Equal((0, 5000), (none.Known.Metres, none.Unknown.Metres));
        Assert.Null(none.HardShare);
        Assert.Equal(600, SurfaceMixes.Of(new SurfaceMatch([Asphalt]), length: null).Known.Metres);
        Assert.Empty(SurfaceMixes.Of(new SurfaceMatch([]), length: null).MetresByClass);
    }

    [Fact]
    public void A_mix_over_another_length_keeps_its_shares()
    {
        var mix = SurfaceMixes.Of(new SurfaceMatch([Asphalt, Gravel, Nothing]), new Distance(1000)).Times(0.5);

        Assert.Equal((300, 150, 50, 300), (mix.Known.Metres, mix.Assumed.Metres, mix.Unknown.Metres, mix.Hard.Metres));
        Assert.Equal([300.0, 150, 50], mix.MetresByClass.Values);
    }

    [Theory]
    [InlineData("treadmill", SurfaceClass.Treadmill)]
    [InlineData("indoor_running", SurfaceClass.Treadmill)]
    [InlineData("virtual_activity", SurfaceClass.Treadmill)]
    [InlineData("track", SurfaceClass.Track)]
    public void A_treadmill_and_a_track_name_their_ground_and_need_no_map(string subSport, SurfaceClass surface)
    {
        var activity = new Activity { Format = ActivityFormat.Fit, SubSport = subSport, Records = RecordStream.Empty };

        Assert.Equal(new WaySurface(surface, SurfaceSource.File), RecordedSurface.Of(activity));
        Assert.Equal(5000, SurfaceMixes.Of(activity, new Distance(5000), map: null)!.Known.Metres);
        Assert.Null(SurfaceMixes.Of(activity, length: null, map: null));
        Assert.Null(SurfaceMixes.Of(activity, Distance.Zero, map: null));
    }

    [Theory]
    [InlineData("trail")]
    [InlineData("indoor_cycling")]
    [InlineData(null)]
    public void Other_sub_sports_name_none(string? subSport) =>
        Assert.Null(RecordedSurface.Of(new Activity { Format = ActivityFormat.Fit, SubSport = subSport, Records = RecordStream.Empty }));

    [Fact]
    public void A_match_knows_its_length_its_sources_and_how_much_of_it_the_map_covers()
    {
        var match = new SurfaceMatch([Asphalt, Gravel, Nothing with { HasMap = false }]);

        Assert.Equal((1000, 600, 300), (match.Length.Metres, match.Of(SurfaceSource.Tag).Metres, match.Of(SurfaceSource.Assumed).Metres));
        Assert.Equal(0.9, match.Coverage!.Value.Value, 9);
        Assert.Null(new SurfaceMatch([]).Coverage);
    }

    [Fact]
    public void Cobble_is_hard_and_uneven_at_once() => Assert.Equal(
        70, new SurfaceMix(new(100), default, default, new(70), ImmutableSortedDictionary<string, double>.Empty.Add("cobble", 70)).Uneven.Metres);

    private static SurfaceStretch Stretch(SurfaceClass surface, SurfaceSource source, double metres) =>
        new(0, 1, new WaySurface(surface, source), new Distance(metres), Way: 1, HasMap: true);
}
