using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Tables;

namespace KneeLoad.Web.Tests.Features.Method;

/// <summary>The formulas that are shown compute what the model computes.</summary>
[Collection(MethodPagesCollection.Name)]
public sealed class EquationsTests(MethodPages pages)
{
    [Theory]
    [InlineData(2.78, 1, 0, false)]
    [InlineData(2.2, 0.9, -6, true)]
    [InlineData(5, 1.15, 6, false)]
    [InlineData(3.3, 1.04, -2.5, true)]
    public void The_load_that_is_shown_is_the_load_that_is_computed(double speed, double step, double gradient, bool forefoot)
    {
        var shown = pages.Formula("k").Evaluate(symbol => symbol switch
        {
            "v" => speed,
            "q" => step,
            "d" => gradient,
            "F" => forefoot ? Published.ForefootLoadPerDistance.Value : 1,
            _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, null),
        });

        Assert.Equal(KneeLoadModel.RunningLoadPerKilometre(new Speed(speed), step, gradient, forefoot), shown, 12);
    }

    [Fact]
    public void The_peak_that_is_shown_is_the_peak_that_is_computed()
    {
        var shown = pages.Formula("p").Evaluate(symbol => symbol is "v" ? 4.1 : 1.06);

        Assert.Equal(KneeLoadModel.PeakOfStep(new Speed(4.1), 1.06), shown, 12);
    }

    [Fact]
    public void The_force_that_is_shown_is_the_force_that_is_computed()
    {
        var shown = pages.Formula(@"F_{\text{max}}").Evaluate(symbol => symbol is "s" ? 2.8 : 0.24);

        Assert.Equal(VerticalForce.PeakBodyWeights(new Cadence(60 * 2.8), 0.24), shown, 12);
    }

    [Fact]
    public void The_usual_cadence_that_is_shown_is_the_one_that_is_computed() =>
        Assert.Equal(
            CalibrationTables.Population.At(new Speed(3)).StepsPerMinute,
            pages.Formula(@"c_{0} \left( v \right)").Evaluate(_ => 3),
            12);

    [Fact]
    public void What_is_left_of_a_session_s_points_is_all_of_them_on_the_last_day_that_holds_them_and_nothing_in_the_end()
    {
        double At(int age) => pages.Formula(@"\text{held}").Evaluate(symbol => symbol == @"\text{age}" ? age : 48);

        Assert.Equal(48, At(Choices.HoldDays.Value), 12);
        Assert.Equal(0, At(Choices.FadeDays.Value), 12);
    }

    [Fact]
    public void All_hard_ground_has_the_most_points_that_are_shown() =>
        Assert.Equal(Choices.MostHardSurfacePoints.Value, pages.Formula(@"\text{points}").Evaluate(_ => 1), 12);

    [Fact]
    public void A_formula_is_written_as_mathematics()
    {
        Assert.Equal(
            @"k = \left( \frac{v}{2.78} \right)^{-0.78} \cdot q^{1.3 - 1.1 \cdot \ln \left( \frac{v}{2.78} \right)} \cdot e^{-0.0259 \cdot d + 0.00117 "
                + @"\cdot d^{2}} \cdot F",
            pages.Formula("k").Tex);
        Assert.All(
            pages.Chapters.SelectMany(chapter => chapter.QuerySelectorAll("figure.formula")),
            figure => Assert.Equal("block", figure.QuerySelector("math")?.GetAttribute("display")));
    }
}
