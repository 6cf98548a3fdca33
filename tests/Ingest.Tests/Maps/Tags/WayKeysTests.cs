using System.Text;
using KneeLoad.Ingest.Maps.Tags;

namespace KneeLoad.Ingest.Tests.Maps.Tags;

public sealed class WayKeysTests
{
    [Theory]
    [InlineData("highway", WayKeys.Highway)]
    [InlineData("surface", WayKeys.Surface)]
    [InlineData("tracktype", WayKeys.TrackType)]
    [InlineData("smoothness", WayKeys.Smoothness)]
    [InlineData("footway", WayKeys.Footway)]
    [InlineData("leisure", WayKeys.Leisure)]
    [InlineData("sport", WayKeys.Sport)]
    [InlineData("name", WayKeys.Name)]
    [InlineData("foot", WayKeys.Foot)]
    [InlineData("access", WayKeys.Access)]
    [InlineData("sac_scale", WayKeys.Grading)]
    [InlineData("mtb:scale", WayKeys.Grading)]
    [InlineData("trail_visibility", WayKeys.Grading)]
    [InlineData("Highway", WayKeys.None)]
    [InlineData("highways", WayKeys.None)]
    [InlineData("bicycle", WayKeys.None)]
    [InlineData("oneway", WayKeys.None)]
    [InlineData("", WayKeys.None)]
    public void A_key_that_is_read_has_a_number(string key, byte number) => Assert.Equal(number, WayKeys.Of(Encoding.UTF8.GetBytes(key)));
}
