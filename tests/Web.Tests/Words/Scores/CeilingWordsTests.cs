using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Tests.Words.Scores;

public sealed class CeilingWordsTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    private static readonly Ceiling Normal = new(new Distance(11_000), new Distance(10_000), "run", CeilingReason.Normal,
    [
        new(1.3, new Distance(13_000), 1.64, 1.31, 2.05), new(2, new Distance(20_000), 1.52, 1.16, 2.00), new(null, null, 2.28, 1.50, 3.48),
    ]);

    [Fact]
    public void Every_reason_has_its_sentence() =>
        Assert.All(Enum.GetValues<CeilingReason>(), reason => Assert.NotEmpty(CeilingWords.Reason(Normal with { Reason = reason }, null, Format)));

    [Fact]
    public void The_first_two_bands_are_told_as_one_and_name_the_outcome()
    {
        Assert.Equal("Up to 11.0\u00a0km", CeilingWords.Limit(Normal, Format));
        Assert.Equal(
            "Among 5,205 runners, overuse injuries of any site came about 1.5 to 1.6 times as often in runs beyond this and up to 20.0\u00a0km as in "
                + "shorter ones, and 2.3 times as often in runs beyond that.",
            CeilingWords.Bands(Normal, Format));
        Assert.Null(CeilingWords.Bands(Normal with { Limit = null, Bands = [] }, Format));
    }

    [Fact]
    public void After_a_hard_session_recovery_is_said_not_to_be_in_it()
    {
        Assert.Null(CeilingWords.Recovery(Normal, Language.English));
        Assert.StartsWith(
            "Recovery is not in this number", CeilingWords.Recovery(Normal with { AfterHardSession = true }, Language.English), StringComparison.Ordinal);
        Assert.Null(CeilingWords.Recovery(Normal with { AfterHardSession = true, Limit = null }, Language.English));
    }

    [Fact]
    public void On_the_way_back_it_is_half_of_the_usual_session()
    {
        var ladder = new ReturnLadder(LadderStep.HalfSession, new(2026, 5, 1), FreeingActivity.HalfSession);

        Assert.Contains(
            "half of your usual session", CeilingWords.Reason(Normal with { Reason = CeilingReason.Hold }, ladder, Format), StringComparison.Ordinal);
        Assert.Contains("your usual session", CeilingWords.Reason(Normal with { Reason = CeilingReason.Hold }, null, Format), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_ran_today_is_told_that_it_is_of_one_run()
    {
        Assert.StartsWith("You have run 15.9\u00a0km today already.", CeilingWords.AlreadyRun(Normal, new Distance(15_900), Format), StringComparison.Ordinal);
        Assert.StartsWith(
            "You had run 15.9\u00a0km on that day already.",
            CeilingWords.AlreadyRun(Normal, new Distance(15_900), Format, readLater: true),
            StringComparison.Ordinal);
        Assert.Null(CeilingWords.AlreadyRun(Normal, ran: null, Format));
        Assert.Null(CeilingWords.AlreadyRun(Normal with { Limit = null, Reason = CeilingReason.Stop }, new Distance(15_900), Format));
    }

    [Theory]
    [InlineData(9_000, "9.0\u00a0km: no jump.")]
    [InlineData(
        12_500,
        "12.5\u00a0km: 1.25 times as far as 10.0\u00a0km, which counts as your longest. In the study overuse injuries of any site came 1.6 times as "
            + "often there (1.3 to 2.1).")]
    public void A_planned_run_is_told_in_one_sentence(double metres, string expected) =>
        Assert.Equal(expected, CeilingWords.Plan(PlannedRun.Judge(new Distance(metres), Normal), Normal, Format));

    [Fact]
    public void A_plan_beyond_what_the_diary_allows_says_so()
    {
        var hold = Normal with { Bands = [], Reason = CeilingReason.Hold };
        var none = Normal with { Limit = null, Base = null, Bands = [], Reason = CeilingReason.Stop };

        Assert.Contains(
            "further than your diary allows", CeilingWords.Plan(PlannedRun.Judge(new Distance(12_000), hold), hold, Format), StringComparison.Ordinal);
        Assert.Contains(
            "there is no distance to hold it against",
            CeilingWords.Plan(PlannedRun.Judge(new Distance(12_000), none), none, Format),
            StringComparison.Ordinal);
    }
}
