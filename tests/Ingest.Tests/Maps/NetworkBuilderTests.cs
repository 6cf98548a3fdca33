using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Maps.Places;

namespace KneeLoad.Ingest.Tests.Maps;

public sealed class NetworkBuilderTests
{
    [Fact]
    public void Places_between_two_records_are_a_step_apart_at_most()
    {
        // 100 m in steps of 30: four parts of 25.
        Assert.Equal([new(25, 0), new(50, 0), new(75, 0)], Between(100, 30));
    }

    [Theory]
    [InlineData(30)]
    [InlineData(10)]
    [InlineData(0)]
    public void Within_a_step_there_is_nothing_between(double gap) => Assert.Empty(Between(gap, 30));

    [Fact]
    public void Just_over_a_step_has_one_place_in_the_middle() => Assert.Equal(15.5, Assert.Single(Between(31, 30)).EastMetres);

    [Fact]
    public void Over_more_than_three_kilometres_nobody_knows_the_way()
    {
        Assert.Equal(2, Between(3000, 1000).Count);
        Assert.Empty(Between(3000.1, 1000));
    }

    [Fact]
    public void Before_the_first_record_there_is_nothing() => Assert.Empty(NetworkBuilder.Between(null, new PlanePoint(100, 0), 30));

    private static List<PlanePoint> Between(double gap, double step) => [.. NetworkBuilder.Between(new PlanePoint(0, 0), new PlanePoint(gap, 0), step)];
}
