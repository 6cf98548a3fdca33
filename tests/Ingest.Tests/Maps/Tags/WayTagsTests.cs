using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class WayTagsTests
{
    [Theory]
    [InlineData("service", null, "no", true)]
    [InlineData("service", null, "private", true)]
    [InlineData("service", "yes", "no", false)]
    [InlineData("primary", "no", null, true)]
    [InlineData("primary", "use_sidepath", "yes", true)]
    [InlineData("busway", null, null, true)]
    [InlineData("track", null, "agricultural", false)]
    [InlineData("path", null, null, false)]
    public void Walkers_are_barred_by_their_own_tag_or_where_nobody_is_let_in(string highway, string? foot, string? access, bool expected) =>
        Assert.Equal(expected, new WayTags { Highway = highway, Foot = foot, Access = access }.IsBarred);
}
