using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class SurfaceRulesTests
{
    [Theory]
    [InlineData("asphalt", "asphalt")]
    [InlineData("chipseal", "asphalt")]
    [InlineData("tarmac", "asphalt")]
    [InlineData("concrete", "concrete")]
    [InlineData("concrete:plates", "concrete")]
    [InlineData("concrete:lanes", "concrete")]
    [InlineData("cement", "concrete")]
    [InlineData("paving_stones", "paving")]
    [InlineData("paving_stones:30", "paving")]
    [InlineData("bricks", "paving")]
    [InlineData("tiles", "paving")]
    [InlineData("grass_paver", "paving")]
    [InlineData("cobblestone:flattened", "paving")]
    [InlineData("sett", "cobble")]
    [InlineData("cobblestone", "cobble")]
    [InlineData("unhewn_cobblestone", "cobble")]
    [InlineData("compacted", "compacted")]
    [InlineData("fine_gravel", "compacted")]
    [InlineData("gravel", "gravel")]
    [InlineData("pebblestone", "gravel")]
    [InlineData("rock", "gravel")]
    [InlineData("stone", "gravel")]
    [InlineData("scree", "gravel")]
    [InlineData("ground", "dirt")]
    [InlineData("dirt", "dirt")]
    [InlineData("earth", "dirt")]
    [InlineData("mud", "dirt")]
    [InlineData("clay", "dirt")]
    [InlineData("woodchips", "dirt")]
    [InlineData("bark", "dirt")]
    [InlineData("grass", "grass")]
    [InlineData("artificial_turf", "grass")]
    [InlineData("sand", "sand")]
    [InlineData("wood", "wood")]
    [InlineData("boardwalk", "wood")]
    [InlineData("tartan", "track")]
    [InlineData("rubber", "track")]
    [InlineData("acrylic", "track")]
    [InlineData("metal", "other")]
    [InlineData("snow", "other")]
    [InlineData("ice", "other")]
    [InlineData("plastic", "other")]
    [InlineData("gravel;dirt", "gravel")]
    [InlineData(" asphalt ; concrete", "asphalt")]
    public void A_material_is_known_whatever_the_way(string surface, string expected)
    {
        var found = SurfaceRules.Classify(new() { Highway = "footway", Surface = surface, TrackType = "grade5", Smoothness = "horrible" });

        Assert.Equal(expected, SurfaceClasses.NameOf(found.Class));
        Assert.Equal(SurfaceSource.Tag, found.Source);
    }

    [Theory]
    [InlineData("residential", "asphalt", SurfaceSource.Assumed)]
    [InlineData("cycleway", "asphalt", SurfaceSource.Assumed)]
    [InlineData("track", "asphalt", SurfaceSource.Assumed)]
    [InlineData("pedestrian", "paving", SurfaceSource.Assumed)]
    [InlineData("living_street", "paving", SurfaceSource.Assumed)]
    [InlineData("footway", "paved", SurfaceSource.Tag)]
    [InlineData("path", "paved", SurfaceSource.Tag)]
    public void Plain_paved_goes_by_the_way(string highway, string expected, SurfaceSource source) =>
        Expect(expected, source, new() { Highway = highway, Surface = "paved" });

    [Theory]
    [InlineData("track", "grade2", "compacted", SurfaceSource.Assumed)]
    [InlineData("track", "grade3", "gravel", SurfaceSource.Assumed)]
    [InlineData("path", "grade4", "dirt", SurfaceSource.Assumed)]
    [InlineData("track", "grade5", "dirt", SurfaceSource.Assumed)]
    [InlineData("track", "grade1", "unpaved", SurfaceSource.Tag)]
    [InlineData("path", null, "dirt", SurfaceSource.Assumed)]
    [InlineData("path", "grade1", "dirt", SurfaceSource.Assumed)]
    [InlineData("footway", null, "unpaved", SurfaceSource.Tag)]
    public void Plain_unpaved_goes_by_grade_then_way(string highway, string? grade, string expected, SurfaceSource source) =>
        Expect(expected, source, new() { Highway = highway, Surface = "unpaved", TrackType = grade });

    [Theory]
    [InlineData("grade1", "asphalt")]
    [InlineData("grade2", "compacted")]
    [InlineData("grade3", "gravel")]
    [InlineData("grade4", "dirt")]
    [InlineData("grade5", "dirt")]
    [InlineData("grade5;grade3", "dirt")]
    public void Without_a_surface_the_grade_lets_assume(string grade, string expected) =>
        Expect(expected, SurfaceSource.Assumed, new() { Highway = "service", TrackType = grade, IsGradedPath = true, Smoothness = "excellent" });

    [Fact]
    public void A_graded_mountain_path_is_dirt() =>
        Expect("dirt", SurfaceSource.Assumed, new() { Highway = "footway", IsGradedPath = true, Smoothness = "excellent" });

    [Theory]
    [InlineData("residential", "excellent", "asphalt")]
    [InlineData("cycleway", "good", "asphalt")]
    [InlineData("footway", "good", "paved")]
    [InlineData("residential", "horrible", "dirt")]
    [InlineData("footway", "very_horrible", "dirt")]
    [InlineData("track", "impassable", "dirt")]
    public void Smoothness_lets_assume(string highway, string smoothness, string expected) =>
        Expect(expected, SurfaceSource.Assumed, new() { Highway = highway, Smoothness = smoothness });

    [Theory]
    [InlineData("primary", null, "asphalt", SurfaceSource.Assumed)]
    [InlineData("residential", null, "asphalt", SurfaceSource.Assumed)]
    [InlineData("service", null, "asphalt", SurfaceSource.Assumed)]
    [InlineData("living_street", null, "asphalt", SurfaceSource.Assumed)]
    [InlineData("cycleway", null, "asphalt", SurfaceSource.Assumed)]
    [InlineData("pedestrian", null, "paving", SurfaceSource.Assumed)]
    [InlineData("path", null, "dirt", SurfaceSource.Assumed)]
    [InlineData("bridleway", null, "dirt", SurfaceSource.Assumed)]
    [InlineData("track", null, "dirt", SurfaceSource.Assumed)]
    [InlineData("footway", "sidewalk", "paved", SurfaceSource.Assumed)]
    [InlineData("footway", "crossing", "asphalt", SurfaceSource.Assumed)]
    [InlineData("footway", null, "unknown", SurfaceSource.None)]
    [InlineData("steps", null, "unknown", SurfaceSource.None)]
    public void The_kind_of_way_comes_last_and_a_plain_footway_is_never_guessed(string highway, string? footway, string expected, SurfaceSource source) =>
        Expect(expected, source, new() { Highway = highway, Footway = footway, Smoothness = "intermediate", Surface = "nobody knows" });

    [Theory]
    [InlineData(null, null, "track")]
    [InlineData("running", null, "track")]
    [InlineData("soccer;athletics", "unpaved", "track")]
    [InlineData("running", "asphalt", "asphalt")]
    public void A_running_track_is_a_track_unless_its_material_is_another(string? sport, string? surface, string expected) =>
        Expect(expected, SurfaceSource.Tag, new() { Leisure = "track", Sport = sport, Surface = surface });

    [Theory]
    [InlineData("motorway", false)]
    [InlineData("construction", false)]
    [InlineData("raceway", false)]
    [InlineData("trunk", true)]
    [InlineData("footway", true)]
    [InlineData("steps", true)]
    public void Ways_for_feet_and_wheels_are_on_the_map(string highway, bool expected) =>
        Assert.Equal(expected, SurfaceRules.IsRunnable(new() { Highway = highway }));

    [Theory]
    [InlineData("running", true)]
    [InlineData(null, true)]
    [InlineData("horse_racing", false)]
    [InlineData("cycling", false)]
    public void A_track_is_on_the_map_when_it_is_for_running(string? sport, bool expected) =>
        Assert.Equal(expected, SurfaceRules.IsRunnable(new() { Leisure = "track", Sport = sport }));

    [Fact]
    public void Every_class_has_a_name_of_its_own_and_hard_ones_are_five()
    {
        var classes = Enum.GetValues<SurfaceClass>();

        Assert.Equal(classes.Length, classes.Select(SurfaceClasses.NameOf).Distinct().Count());
        Assert.Equal(["asphalt", "concrete", "paving", "cobble", "paved"], classes.Where(SurfaceClasses.IsHard).Select(SurfaceClasses.NameOf));
    }

    private static void Expect(string surface, SurfaceSource source, WayTags tags)
    {
        var found = SurfaceRules.Classify(tags);

        Assert.Equal((surface, source), (SurfaceClasses.NameOf(found.Class), found.Source));
    }
}
