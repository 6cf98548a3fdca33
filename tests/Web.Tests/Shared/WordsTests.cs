using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Shared;

public sealed class WordsTests
{
    private static readonly RunnerFormat Format = new(UnitSystem.Metric, DateTimeZone.Utc);

    [Fact]
    public void Every_value_has_its_words_and_every_tone_its_icon()
    {
        Assert.All(Enum.GetValues<RiskLevel>(), level =>
        {
            Assert.NotEmpty(RiskWords.Level(level));
            Assert.NotEmpty(RiskWords.Sentence(level));
            Assert.NotEmpty(Icons.PathOf(RiskWords.Tone(level)));
        });
        Assert.All(Enum.GetValues<GateAction>(), action => Assert.NotEmpty(RiskWords.Action(action)));
        Assert.All(Enum.GetValues<Certainty>(), certainty => Assert.NotEmpty(RiskWords.Science(certainty)));
        Assert.All(Enum.GetValues<MeasurementQuality>(), quality => Assert.NotEmpty(RiskWords.Measurement(quality)));
        Assert.All(Enum.GetValues<FactorId>(), factor => Assert.NotEmpty(RiskWords.Factor(factor)));
        Assert.All(Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None), flag => Assert.NotEmpty(RiskWords.RedFlag(flag)));
        Assert.All(Enum.GetValues<CeilingReason>(), reason => Assert.NotEmpty(CeilingWords.Reason(new(null, null, null, reason, []), Format)));
    }

    [Fact]
    public void A_spike_is_told_with_its_run_its_share_and_its_base()
    {
        var row = Row(LoadIncreaseKind.Spike, measured: 13_400, usual: 10_000);

        var text = FactorWords.Reason(row, Format, "Sunday\u2019s run");

        Assert.Equal("Sunday\u2019s run of 13.4\u00a0km was 34\u00a0% beyond your longest of the 30 days before it (10.0\u00a0km).", text);
    }

    [Fact]
    public void A_shorter_run_stays_within()
    {
        var text = FactorWords.Reason(Row(LoadIncreaseKind.Spike, measured: 9_000, usual: 10_000), Format);

        Assert.Equal("Your longest run of 9.0\u00a0km stayed within your longest of the 30 days before it (10.0\u00a0km).", text);
    }

    [Fact]
    public void What_was_not_judged_is_said_so()
    {
        var row = Row(null, null, null);

        Assert.Equal("Sudden load increase: not judged.", FactorWords.Reason(row, Format));
        Assert.Equal("none yet", FactorWords.Usual(row, Format));
    }

    [Fact]
    public void Who_ran_today_is_told_that_the_ceiling_is_of_one_run()
    {
        var ceiling = new Ceiling(new Distance(14_300), new Distance(13_000), "run", CeilingReason.Normal, []);

        Assert.StartsWith("You have run 15.9\u00a0km today already. The ceiling is for one run;", CeilingWords.AlreadyRun(ceiling, new Distance(15_900), Format), StringComparison.Ordinal);
        Assert.Null(CeilingWords.AlreadyRun(ceiling, today: null, Format));
        Assert.Null(CeilingWords.AlreadyRun(ceiling with { Limit = null, Reason = CeilingReason.Stop }, new Distance(15_900), Format));
    }

    [Fact]
    public void Without_enough_runs_no_ceiling_is_said_to_need_them()
    {
        var none = new Ceiling(null, null, null, CeilingReason.NoData, []);

        Assert.Equal("It needs 3 runs over 14 days whose distance is known.", CeilingWords.Reason(none, Format));
    }

    [Fact]
    public void The_ceiling_is_told_in_one_sentence_with_its_bands()
    {
        var ceiling = new Ceiling(new Distance(11_000), new Distance(10_000), "run", CeilingReason.Normal,
        [
            new(1.3, new Distance(13_000), 1.64, 1.31, 2.05), new(2, new Distance(20_000), 1.52, 1.16, 2.00), new(null, null, 2.28, 1.50, 3.48),
        ]);

        Assert.Equal("Up to 11.0\u00a0km", CeilingWords.Headline(ceiling, Format));
        Assert.Contains("1.6 times as often up to 13.0\u00a0km, 1.5 times as often up to 20.0\u00a0km, 2.3 times as often beyond that", CeilingWords.Bands(ceiling, Format), StringComparison.Ordinal);
        Assert.Null(CeilingWords.Bands(ceiling with { Limit = null, Bands = [] }, Format));
    }

    [Theory]
    [InlineData(0, "Today\u2019s run")]
    [InlineData(1, "Yesterday\u2019s run")]
    [InlineData(3, "Sunday\u2019s run")]
    [InlineData(7, "The run of Wed 29 Apr 2026")]
    public void A_run_is_named_by_its_day(int daysAgo, string expected)
    {
        var today = new LocalDate(2026, 5, 6);

        Assert.Equal(expected, RunWords.Whose(today.PlusDays(-daysAgo), today));
    }

    private static RiskFactor Row(LoadIncreaseKind? kind, double? measured, double? usual) => new()
    {
        Id = FactorId.LoadIncrease,
        Kind = kind,
        Measured = measured,
        Usual = usual,
        Unit = "m",
        Ratio = measured / usual,
        Points = 0,
        MostPoints = 75,
        Rule = "",
        Science = Certainty.B,
        Measurement = MeasurementQuality.Good,
        Note = "",
        Sources = [],
    };
}
