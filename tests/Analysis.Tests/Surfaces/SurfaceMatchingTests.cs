using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Tests.Surfaces;

public sealed class SurfaceMatchingTests : IDisposable
{
    private readonly MadeMap map = new();

    public void Dispose() => map.Dispose();

    [Fact]
    public async Task Metres_go_to_the_surface_they_were_run_on()
    {
        map.Way("highway=residential surface=asphalt", (0, 0), (300, 0)).Way("highway=track surface=gravel", (300, 0), (300, 150));

        var match = await map.MatchAsync((0, 0), (300, 0), (300, 150));

        Assert.Equal(300, MadeMap.Classes(match)["asphalt"], 2.0);
        Assert.Equal(150, MadeMap.Classes(match)["gravel"], 2.0);
        Assert.Equal(450, match.Of(SurfaceSource.Tag).Metres, 2.0);
        Assert.Equal(1, match.Coverage?.Value);
    }

    [Fact]
    public async Task A_parallel_way_does_not_steal_a_noisy_track()
    {
        map.Way("highway=residential surface=asphalt", (0, 0), (400, 0)).Way("highway=path surface=grass", (0, 12), (400, 12));

        var match = await map.MatchAsync((0, 0), (100, 1), (140, 8), (160, 8), (200, -2), (400, 0));

        Assert.DoesNotContain("grass", MadeMap.Classes(match).Keys);
    }

    [Fact]
    public async Task Between_a_road_and_its_pavement_the_runner_is_on_the_pavement()
    {
        map.Way("highway=secondary surface=asphalt", (0, 0), (400, 0)).Way("highway=footway footway=sidewalk surface=paving_stones", (0, 7), (400, 7));

        var between = await map.MatchAsync((0, 3.3), (400, 3.3));
        var onTheRoad = await map.MatchAsync((0, -2), (400, -2));

        Assert.Equal(["paving"], MadeMap.Classes(between).Keys);
        Assert.Equal(["asphalt"], MadeMap.Classes(onTheRoad).Keys);
    }

    [Fact]
    public async Task A_bus_lane_takes_no_run_from_the_way_beside_it_but_keeps_one_on_itself()
    {
        map.Way("highway=service access=no bus=designated surface=concrete", (0, 0), (400, 0)).Way("highway=residential surface=asphalt", (0, 8), (400, 8))
            .Way("highway=service access=private surface=gravel", (0, 200), (400, 200));

        var between = await map.MatchAsync((0, 2), (400, 2));
        var alone = await map.MatchAsync((0, 205), (400, 205));

        Assert.Equal(["asphalt"], MadeMap.Classes(between).Keys);
        Assert.Equal(["gravel"], MadeMap.Classes(alone).Keys);
    }

    [Fact]
    public async Task Crossing_ways_take_no_metres()
    {
        map.Way("highway=path surface=dirt", (0, 0), (100, 0), (200, 0)).Way("highway=residential surface=asphalt", (100, -200), (100, 0), (100, 200));

        var match = await map.MatchAsync((0, 0), (200, 0));

        Assert.True(MadeMap.Classes(match).GetValueOrDefault("asphalt") < 1);
    }

    [Fact]
    public async Task A_field_far_from_any_way_is_off_the_network()
    {
        map.Way("highway=path surface=dirt", (0, 0), (200, 0)).Way("highway=path surface=dirt", (0, 400), (200, 400));

        var match = await map.MatchAsync((0, 0), (200, 0), (200, 400), (0, 400));

        Assert.InRange(MadeMap.Classes(match)["off-network"], 280, 400);
        Assert.InRange(MadeMap.Classes(match)["dirt"], 390, 520);
    }

    [Fact]
    public async Task Beyond_the_map_is_unknown_and_not_off_the_network()
    {
        map.Way("highway=path surface=dirt", (0, 0), (500, 0));

        var match = await map.MatchAsync((0, 0), (500, 0), (9_500, 0));

        Assert.True(MadeMap.Classes(match)["unknown"] > 7_000);
        Assert.InRange(match.Coverage!.Value.Value, 0.04, 0.25);
        Assert.All(match.Stretches.Where(stretch => !stretch.HasMap), stretch => Assert.Equal(WaySurface.Unknown, stretch.Surface));
    }

    [Fact]
    public async Task Laps_of_an_oval_all_count()
    {
        (double East, double North)[] oval = [.. Enumerable.Range(0, 41).Select(i => (36 * Math.Cos(i * Math.PI / 20), 60 * Math.Sin(i * Math.PI / 20)))];
        map.Way("leisure=track sport=running", oval).Way("highway=service surface=asphalt", (50, -100), (50, 100));

        var match = await map.MatchAsync([.. oval, .. oval.Skip(1), .. oval.Skip(1)]);

        Assert.Equal(3 * 306, MadeMap.Classes(match)["track"], 30.0);
        Assert.Equal(match.Length.Metres, MadeMap.Classes(match)["track"], 1.0);
    }

    [Fact]
    public async Task There_and_back_counts_twice()
    {
        map.Way("highway=path surface=dirt", (0, 0), (100, 30), (200, 0));

        var match = await map.MatchAsync((0, 0), (100, 30), (200, 0), (100, 30), (0, 0));

        Assert.Equal(418, MadeMap.Classes(match)["dirt"], 15.0);
    }

    [Fact]
    public async Task A_jump_at_impossible_speed_adds_no_metres()
    {
        map.Way("highway=path surface=dirt", (0, 0), (100, 0)).Way("highway=residential surface=asphalt", (5_000, 0), (5_100, 0));
        var made = MadeMap.Run((0, 0), (100, 0), (100.001, 0)).Build();
        var jump = MadeMap.Run((5_000, 0), (5_100, 0)).Build();
        double[] Both(RecordField field) => [.. made.Records[field]!.ToArray(), .. jump.Records[field]!.ToArray()];

        var match = SurfaceMatching.Match(
            MadeActivity.Lasting(made.Records.Count + jump.Records.Count - 1)
                .Field(RecordField.PositionLat, Both(RecordField.PositionLat)).Field(RecordField.PositionLong, Both(RecordField.PositionLong)).Build(),
            await map.IndexAsync());

        Assert.Equal(200, match.Length.Metres, 5.0);
        Assert.Equal(100, MadeMap.Classes(match)["asphalt"], 3.0);
    }

    [Fact]
    public async Task One_stray_position_changes_nothing()
    {
        map.Way("highway=path surface=dirt", (0, 0), (300, 0)).Way("highway=residential surface=asphalt", (0, 500), (300, 500));
        var made = MadeMap.Run((0, 0), (300, 0)).Build();
        var latitude = made.Records[RecordField.PositionLat]!.ToArray();
        latitude[50] = MadeMap.At(0, 500).Latitude;

        var match = SurfaceMatching.Match(
            MadeActivity.Lasting(made.Records.Count - 1).Field(RecordField.PositionLat, latitude)
                .Field(RecordField.PositionLong, made.Records[RecordField.PositionLong]!.ToArray()).Build(),
            await map.IndexAsync());

        Assert.Equal(["dirt"], MadeMap.Classes(match).Keys);
        Assert.Equal(300, match.Length.Metres, 3.0);
    }

    [Fact]
    public async Task No_metres_are_run_in_a_pause()
    {
        map.Way("highway=path surface=dirt", (0, 0), (300, 0));

        var match = SurfaceMatching.Match(MadeMap.Run((0, 0), (300, 0)).Pause(50.2, 59.8).Build(), await map.IndexAsync());

        Assert.Equal(270, match.Length.Metres, 4.0);
    }

    [Fact]
    public async Task Stretches_follow_one_another_over_the_records()
    {
        map.Way("highway=residential surface=asphalt", (0, 0), (100, 0)).Way("highway=track surface=gravel", (100, 0), (200, 0));

        var match = await map.MatchAsync((0, 0), (200, 0));

        Assert.Equal(0, match.Stretches[0].FromRecord);
        Assert.All(
            match.Stretches.Zip(match.Stretches.Skip(1)),
            pair => Assert.True(pair.First.ToRecord <= pair.Second.ToRecord && pair.First.FromRecord <= pair.Second.FromRecord));
        Assert.Equal(67, match.Stretches[^1].ToRecord);
    }

    [Fact]
    public async Task The_matched_way_has_its_name()
    {
        map.Way("highway=residential surface=asphalt name=Am_Bach", (0, 0), (100, 0));

        var match = await map.MatchAsync((0, 2), (100, 2));

        Assert.Equal("Am Bach", (await map.IndexAsync()).WayAt(match.Stretches[0].Way!.Value).Name);
    }

    [Fact]
    public async Task A_run_on_a_track_is_on_rubber_whatever_lies_beside_it()
    {
        map.Way("highway=residential surface=asphalt", (0, 0), (100, 0));

        var match = SurfaceMatching.Match(MadeMap.Run((0, 0), (100, 0)).With(activity => activity with { SubSport = "track" }).Build(), await map.IndexAsync());

        Assert.Equal(new WaySurface(SurfaceClass.Track, SurfaceSource.File), Assert.Single(match.Stretches).Surface);
    }

    [Fact]
    public async Task A_run_without_positions_matches_nothing()
    {
        map.Way("highway=path", (0, 0), (100, 0));

        var match = SurfaceMatching.Match(MadeActivity.Lasting(60).Speed(3).Build(), await map.IndexAsync());

        Assert.Empty(match.Stretches);
        Assert.Null(match.Coverage);
    }

    [Fact]
    public void A_treadmill_counts_whole_without_a_map()
    {
        var treadmill = MadeActivity.Lasting(60).Speed(3).With(activity => activity with { SubSport = "treadmill" }).Build();

        var mix = SurfaceMixes.Of(treadmill, new Distance(180), map: null);

        Assert.Equal((180, 0, 180), (mix!.Known.Metres, mix.Hard.Metres, mix.MetresByClass["treadmill"]));
    }

    [Fact]
    public void Without_a_map_a_run_outside_has_no_mix() =>
        Assert.Null(SurfaceMixes.Of(MadeMap.Run((0, 0), (100, 0)).Build(), new Distance(100), map: null));

    [Fact]
    public async Task A_mix_sums_up_to_the_run()
    {
        map.Way("highway=residential", (0, 0), (300, 0)).Way("highway=footway", (300, 0), (300, 100));
        var run = MadeMap.Run((0, 0), (300, 0), (300, 100)).Build();

        var whole = SurfaceMixes.Of(run, new Distance(410), await map.IndexAsync())!;
        var part = SurfaceMixes.Of(run, new Distance(1_000), await map.IndexAsync())!;

        Assert.Equal((0, 307.5, 102.5), (whole.Known.Metres, whole.Assumed.Metres, whole.Unknown.Metres), Within(3));
        Assert.Equal((0, 300, 700), (part.Known.Metres, part.Assumed.Metres, part.Unknown.Metres), Within(3));
        Assert.Equal(1, whole.HardShare?.Value);
    }

    private static Func<(double, double, double), (double, double, double), bool> Within(double metres) => (expected, actual) =>
        Math.Abs(expected.Item1 - actual.Item1) <= metres
            && Math.Abs(expected.Item2 - actual.Item2) <= metres
            && Math.Abs(expected.Item3 - actual.Item3) <= metres;
}
