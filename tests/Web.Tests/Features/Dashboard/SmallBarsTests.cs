using KneeLoad.Web.Features.Dashboard;

namespace KneeLoad.Web.Tests.Features.Dashboard;

public sealed class SmallBarsTests
{
    [Fact]
    public void Not_measured_is_a_line_of_its_own_kind()
    {
        var svg = SmallBars.Of([100, null, 50])!.Svg().ToString()!;

        Assert.Contains("<rect x=\"1\" y=\"0\" width=\"8\" height=\"40\"/>", svg, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"empty\" x=\"11\" y=\"39\" width=\"8\" height=\"1\"/>", svg, StringComparison.Ordinal);
        Assert.Contains("<rect x=\"21\" y=\"20\" width=\"8\" height=\"20\"/>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_measured_makes_no_strip() => Assert.Null(SmallBars.Of([null, null]));
}
