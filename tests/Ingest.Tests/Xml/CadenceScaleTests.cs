using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class CadenceScaleTests
{
    [Fact]
    public void Where_the_custom_counts_one_leg_and_the_numbers_agree_nothing_is_said() =>
        Assert.Equal((CadenceUnit.StridesPerMinute, null), Decide("running", isOneLeg: true, 85, 86));

    [Fact]
    public void Without_a_custom_one_leg_is_a_guess_and_said() =>
        Assert.Equal((CadenceUnit.StridesPerMinute, RemarkKind.CadenceOfOneLeg), Decide("running", isOneLeg: false, 85, 86));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Numbers_that_no_leg_reaches_speak_against_any_custom(bool isOneLeg) =>
        Assert.Equal((CadenceUnit.StepsPerMinute, RemarkKind.CadenceOfBothLegs), Decide("running", isOneLeg, 170, 171));

    [Theory]
    [InlineData("running", 120, CadenceUnit.StridesPerMinute)]
    [InlineData("running", 121, CadenceUnit.StepsPerMinute)]
    [InlineData(null, 120, CadenceUnit.StridesPerMinute)]
    [InlineData("walking", 80, CadenceUnit.StridesPerMinute)]
    [InlineData("walking", 81, CadenceUnit.StepsPerMinute)]
    [InlineData("hiking", 81, CadenceUnit.StepsPerMinute)]
    public void Runners_are_told_at_120_and_walkers_at_80(string? sport, double cadence, CadenceUnit unit) =>
        Assert.Equal(unit, Decide(sport, isOneLeg: true, cadence).Unit);

    [Fact]
    public void Turns_of_a_crank_are_one_legs_however_fast() =>
        Assert.Equal((CadenceUnit.StridesPerMinute, null), Decide("cycling", isOneLeg: false, 180, 181));

    [Theory]
    [InlineData("running")]
    [InlineData("cycling")]
    public void Without_cadences_there_is_no_unit(string sport) => Assert.Equal((CadenceUnit.None, null), Decide(sport, isOneLeg: true));

    [Fact]
    public void Zeros_and_gaps_alone_decide_nothing() =>
        Assert.Equal((CadenceUnit.StridesPerMinute, null), Decide("running", isOneLeg: false, 0, double.NaN));

    private static (CadenceUnit Unit, RemarkKind? Said) Decide(string? sport, bool isOneLeg, params double[] cadences)
    {
        var warnings = new ReadWarnings();
        var unit = CadenceScale.Decide(cadences, sport, isOneLeg, warnings);
        return (unit, warnings.ToRemarks() is [var said] ? said.Kind : null);
    }
}
