using System.Collections.Immutable;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Rows without points: the last 28 days beside the 28 before.</summary>
public sealed class InformationRowsTests
{
    private static RiskInformation Row(InformationId id, params HistoryRun[] history) => Assess(history).Information.Single(row => row.Id == id);

    [Fact]
    public void Every_row_is_there_without_a_run_and_measures_nothing()
    {
        var rows = Assess([]).Information;

        Assert.Equal(Enum.GetValues<InformationId>(), rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Null(row.Measured));
        Assert.All(rows.Where(row => row.Id is not (InformationId.Breathing or InformationId.Technique)), row => Assert.NotEmpty(row.Sources));
    }

    [Fact]
    public void Uneven_ground_is_a_share_of_what_is_known()
    {
        var run = Run(1, 10).OnGround(6_000, 2_000, 2_000, 4_000);
        var mix = ImmutableSortedDictionary<string, double>.Empty.Add("asphalt", 4_000).Add("gravel", 3_000).Add("dirt", 500).Add("cobble", 500);

        var row = Row(InformationId.UnevenGround, run with { Surface = run.Surface! with { MetresByClass = mix } });

        Assert.Equal(0.5, row.Measured);
        Assert.Equal(1, row.Runs);
    }

    [Fact]
    public void Gentle_starts_and_ends_are_counted()
    {
        HistoryRun Paced(int daysAgo, double warmUp, double coolDown) =>
            Run(daysAgo, 10).With(metrics => metrics with { WarmUpRatio = new(warmUp), CoolDownRatio = new(coolDown) });
        HistoryRun[] history = [Paced(1, 0.9, 0.85), Paced(2, 0.91, 0.86), Run(3, 10)];

        Assert.Equal((0.5, 2), (Row(InformationId.WarmUp, history).Measured, Row(InformationId.WarmUp, history).Runs));
        Assert.Equal((0.5, 2), (Row(InformationId.CoolDown, history).Measured, Row(InformationId.CoolDown, history).Runs));
    }

    [Fact]
    public void Ratios_that_are_only_drawn_wait_for_28_days()
    {
        Assert.Null(Row(InformationId.AcuteChronicRatio, [.. Steady(10, 1, 27, 0)]).Measured);
        Assert.Equal(1, Row(InformationId.AcuteChronicRatio, [.. Steady(10, 1, 40, 0)]).Measured!.Value, 12);
        Assert.Equal(10, Row(InformationId.Monotony, [.. Steady(10, 1, 40, 0)]).Measured);
    }

    [Fact]
    public void The_usual_is_that_of_the_twenty_eight_days_before_where_something_was_measured_now()
    {
        var now = Run(1, 10).With(metrics => metrics with { WarmUpRatio = new(0.8) });
        var before = Run(30, 10).With(metrics => metrics with { WarmUpRatio = new(1.1) });

        var row = Row(InformationId.WarmUp, now, before);
        var none = Row(InformationId.WarmUp, before);

        Assert.Equal((1, 0, 1), (row.Measured, row.Usual, row.Runs));
        Assert.Equal((null, null, null), (none.Measured, none.Usual, none.Runs));
    }

    [Fact]
    public void Cadence_at_own_pace_names_the_runs_that_it_rests_on()
    {
        var paced = Run(1, 10);
        paced = paced with { Load = paced.Load with { CadenceAtOwnPace = new(168) } };

        var row = Row(InformationId.Cadence, paced, Run(2, 10), Run(3, 10));

        Assert.Equal((168, 1), (Math.Round(row.Measured!.Value, 9), row.Runs));
    }
}

public sealed class RiskInformationTests
{
    [Theory]
    [InlineData(InformationId.UnevenGround, Certainty.D, 1)]
    [InlineData(InformationId.WarmUp, Certainty.D, 1)]
    [InlineData(InformationId.CoolDown, Certainty.D, 1)]
    [InlineData(InformationId.Shoes, Certainty.C, 3)]
    [InlineData(InformationId.BodyMass, Certainty.C, 2)]
    [InlineData(InformationId.FlatFeet, Certainty.D, 1)]
    [InlineData(InformationId.Cadence, Certainty.C, 4)]
    [InlineData(InformationId.Technique, Certainty.C, 2)]
    [InlineData(InformationId.Breathing, Certainty.D, 0)]
    [InlineData(InformationId.Monotony, Certainty.D, 1)]
    [InlineData(InformationId.AcuteChronicRatio, Certainty.D, 3)]
    public void A_row_without_points_names_its_certainty_and_papers(InformationId id, Certainty science, int papers)
    {
        var row = new RiskInformation(id, null, null, FactorUnit.One);

        Assert.Equal((science, papers), (row.Science, row.Sources.Count));
    }
}
