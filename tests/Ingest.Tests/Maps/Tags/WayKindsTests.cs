using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class WayKindsTests
{
    [Theory]
    [InlineData("secondary_link", null, null, WayKind.Road)]
    [InlineData("living_street", null, null, WayKind.Street)]
    [InlineData("service", null, null, WayKind.Service)]
    [InlineData("track", null, null, WayKind.Track)]
    [InlineData("bridleway", null, null, WayKind.Path)]
    [InlineData("path", "sidewalk", null, WayKind.Pavement)]
    [InlineData("footway", "sidewalk", null, WayKind.Pavement)]
    [InlineData("footway", "crossing", null, WayKind.Crossing)]
    [InlineData("footway", "access_aisle", null, WayKind.Footway)]
    [InlineData("steps", null, null, WayKind.Steps)]
    [InlineData(null, null, "track", WayKind.RunningTrack)]
    [InlineData("corridor", null, null, WayKind.Other)]
    public void A_kind_follows_from_the_tags(string? highway, string? footway, string? leisure, WayKind expected) =>
        Assert.Equal(expected, WayKinds.Of(new() { Highway = highway, Footway = footway, Leisure = leisure }));
}
