using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class LetterSubjectTests
{
    [Fact]
    public void A_calm_week_counts_its_runs() => Assert.Equal("Calm week, 2 runs", Letters.Compose(Letters.Calm).Subject);

    [Fact]
    public void A_calm_week_without_runs_says_so() =>
        Assert.Equal("Quiet week, no runs", Letters.Compose(Letters.Calm, Letters.Of([])).Subject);

    [Fact]
    public void A_long_run_is_named_with_how_far_it_went_beyond() =>
        Assert.Equal("Sunday's run was 34 % beyond your longest", Letters.Compose(Letters.Spike, Letters.SpikeHistory).Subject);

    [Fact]
    public void A_run_of_more_than_six_days_ago_is_named_by_its_date() =>
        Assert.Equal("The run of 15 Nov was 34 % beyond your longest", Letters.Compose(Letters.Spike with { AsOf = Letters.Sunday.PlusDays(7) }, Letters.SpikeHistory).Subject);

    [Fact]
    public void Growth_is_named_with_its_size()
    {
        var growth = Letters.Row(FactorId.LoadIncrease, 35, 75) with { Kind = LoadIncreaseKind.Growth, Measured = 27_600, Usual = 20_000, Unit = "m", Ratio = 1.38 };

        Assert.Equal("Your last 7 days were 38 % above usual", Letters.Compose(Letters.Spike with { Factors = [growth] }).Subject);
    }

    [Fact]
    public void A_return_is_a_long_first_run()
    {
        var history = Letters.Of([Letters.Run(Letters.Sunday, 12)]);

        Assert.Equal("Sunday's run was long for a first run", Letters.Compose(Letters.Spike, history).Subject);
    }

    [Theory]
    [InlineData(RiskLevel.SeeADoctor, "Your week, 2 runs: please read before you run")]
    [InlineData(RiskLevel.NoScoreUnder18, "Your week, 2 runs")]
    [InlineData(RiskLevel.NotEnoughData, "Your week, 2 runs")]
    [InlineData(RiskLevel.NoRecentRuns, "A month without runs")]
    public void Without_a_score_the_subject_tells_nothing_of_anyones_health(RiskLevel level, string expected) =>
        Assert.Equal(expected, Letters.Compose(Letters.Calm with { Level = level, Score = null, Factors = [] }).Subject);

    [Theory]
    [InlineData(GateAction.HoldOrReduce, RiskLevel.Elevated)]
    [InlineData(GateAction.Stop, RiskLevel.High)]
    public void Pain_stays_out_of_the_subject(GateAction action, RiskLevel level) =>
        Assert.Equal(
            "Your week, 2 runs: please read before you run",
            Letters.Compose(Letters.Calm with { Level = level, Gate = new(action, Letters.Sunday, null) }).Subject);

    [Fact]
    public void A_pause_stays_out_of_the_subject() =>
        Assert.Equal("Your week, 2 runs", Letters.Compose(Letters.Spike with { Paused = true }, Letters.SpikeHistory).Subject);

    [Fact]
    public void Every_subject_is_one_line_of_ascii()
    {
        var subjects = Enum.GetValues<RiskLevel>().Select(level => Letters.Compose(Letters.Calm with { Level = level, Score = null }).Subject);

        Assert.All(subjects, subject => Assert.All(subject, letter => Assert.InRange(letter, ' ', '~')));
    }
}
