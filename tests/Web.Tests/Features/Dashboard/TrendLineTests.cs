using KneeLoad.Web.Features.Dashboard;

namespace KneeLoad.Web.Tests.Features.Dashboard;

public sealed class TrendLineTests
{
    [Fact]
    public void A_week_without_a_value_breaks_the_line()
    {
        var line = TrendLine.Of([160, 166, null, 160]);

        Assert.Equal("M0 27L33.3 3M100 27", line!.Path);
    }

    [Fact]
    public void A_change_of_one_step_is_no_cliff()
    {
        var line = TrendLine.Of([160, 161]);

        Assert.Equal("M0 17L100 13", line!.Path);
    }

    [Fact]
    public void One_value_makes_no_line() => Assert.Null(TrendLine.Of([null, 160, null]));
}
