using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Tests.Words.Scores;

/// <summary>Levels, rows and information rows in words.</summary>
public sealed class ScoreWordsTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
    private static readonly Language Say = Language.English;

    [Fact]
    public void Every_value_has_its_words()
    {
        Assert.All(Enum.GetValues<RiskLevel>(), level => Assert.NotEmpty(RiskWords.Level(level, Say)));
        Assert.All(Enum.GetValues<GateAction>(), action => Assert.NotEmpty(PainWords.Action(action, Say)));
        Assert.All(Enum.GetValues<Certainty>(), certainty => Assert.NotEmpty(RiskWords.Science(certainty, Say)));
        Assert.All(Enum.GetValues<MeasurementQuality>(), quality => Assert.NotEmpty(RiskWords.Measurement(quality, Say)));
        Assert.All(Enum.GetValues<NotJudged>(), reason => Assert.NotEmpty(FactorWords.NotJudged(reason, Say)));
        Assert.All(Enum.GetValues<FactorId>(), id =>
        {
            Assert.NotEmpty(FactorWords.Name(id, Say));
            Assert.NotEmpty(RowWords.Rule(id, Format));
            Assert.NotEmpty(RowWords.Research(id, Format));
        });
        Assert.All(Enum.GetValues<InformationId>(), id =>
        {
            Assert.NotEmpty(InformationWords.Name(id, Say));
            Assert.NotEmpty(InformationWords.Research(id, Format));
        });
        var ladders = from step in Enum.GetValues<LadderStep>()
                      from activity in Enum.GetValues<FreeingActivity>()
                      select new ReturnLadder(
            step, MadeAssessments.Today, activity);
        Assert.All(ladders, ladder => Assert.NotEmpty(PainWords.Step(ladder, Say) + PainWords.Allowed(ladder, Say) + PainWords.FreedBy(ladder, Say)));
    }

    [Theory]
    [InlineData(GateAction.SeeADoctor, "a doctor has seen it")]
    [InlineData(GateAction.Stop, "until the steps below are done")]
    [InlineData(GateAction.HoldOrReduce, "until the steps below are done")]
    public void A_gate_without_an_end_says_what_ends_it(GateAction action, string end) =>
        Assert.Contains(end, PainWords.Since(new(action, MadeAssessments.Today, Until: null), MadeAssessments.Today, Say), StringComparison.Ordinal);

    [Fact]
    public void On_the_way_back_the_step_counts_and_not_the_usual_session()
    {
        var gate = new PainGate(GateAction.HoldOrReduce, MadeAssessments.Today, Until: null);
        var ladder = new ReturnLadder(LadderStep.HalfSession, MadeAssessments.Today, FreeingActivity.HalfSession);

        Assert.Contains("no farther than your step", PainWords.Action(gate, ladder, Say), StringComparison.Ordinal);
        Assert.DoesNotContain("usual session", AdviceWords.Text(new(AdviceId.HoldOrReduce, AdviceTrigger.OnTheWayBack), Format), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_mountain_names_no_descent_that_never_was()
    {
        var first = MadeAssessments.Descent with { Most = Choices.LeastDescentBase.Value };

        Assert.DoesNotContain("100", FactorWords.Reason(first, MadeAssessments.Today, Format), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_says_measured_usual_and_points_with_their_units()
    {
        Assert.Equal(("13.4\u00a0km", "10.0\u00a0km"), (FactorWords.Measured(MadeAssessments.Run, Format), FactorWords.Usual(MadeAssessments.Run, Format)));
        Assert.Equal(
            ("1,200\u00a0m", "300\u00a0m"), (FactorWords.Measured(MadeAssessments.Descent, Format), FactorWords.Usual(MadeAssessments.Descent, Format)));
        Assert.Equal("100\u00a0%", FactorWords.Measured(MadeAssessments.Hard, Format));
        Assert.Equal(
            ("not judged", "none yet"), (FactorWords.Measured(MadeAssessments.UnknownHeel, Format), FactorWords.Usual(MadeAssessments.UnknownHeel, Format)));
        Assert.Equal("48 of 85", RowWords.Points(MadeAssessments.Run, Format));
        Assert.Equal("30 of 48, not added", RowWords.Points(MadeAssessments.Creep with { Counts = false }, Format));
    }

    [Fact]
    public void What_limits_a_row_stands_in_its_notes()
    {
        var run = MadeAssessments.Run with
        {
            Points = 24,
            Session = new("run", MadeAssessments.Today.PlusDays(-9), 2, 9),
            SessionsBefore = 1,
            UnknownDistanceBefore = true,
            WindowNotFull = true,
        };

        var notes = RowWords.Notes(run, Format);

        Assert.Equal(
            [
                "2 recordings less than 60 minutes apart count as one run.",
                "Your first 30 days are not full, so the comparison is rough.",
                "A distance in the days before it is unknown and was left out.",
                "Only one run lies in the days before it: at most 48 points.",
                "48 points on its day; they fade from day 8 on.",
            ],
            notes);
        Assert.Equal(["Your usual week: 25.0\u00a0km."], RowWords.Notes(MadeAssessments.Week, Format));
    }

    [Fact]
    public void Why_not_higher_adds_up_to_the_most_and_gives_the_unknown_nothing()
    {
        var rows = MadeAssessments.Rows(MadeAssessments.Run);

        var why = RowWords.WhyNotHigher(rows, Say).ToList();

        Assert.Equal("Sudden load increase left out 37 of 85 points.", why[0]);
        Assert.Equal("Hard surfaces left out 9 of 9 points.", why[1]);
        Assert.Equal("Heel striking left out 6 of 6 points: it could not be judged, and what is unknown gives none.", why[2]);
        Assert.Equal(Choices.MostPoints.Value, rows.Points + 37 + 9 + 6);
    }

    [Fact]
    public void Research_names_the_outcome_of_the_study()
    {
        Assert.Contains("overuse injuries of any site", RowWords.Research(FactorId.LongestRun, Format), StringComparison.Ordinal);
        Assert.Contains("distance-related injuries", RowWords.Research(FactorId.Week, Format), StringComparison.Ordinal);
    }

    [Fact]
    public void Information_says_how_many_runs_it_rests_on()
    {
        var row = new RiskInformation(InformationId.WarmUp, 0.75, null, FactorUnit.Share, 8);

        Assert.Equal("75\u00a0% of 8 runs began gently", InformationWords.Measured(row, Format));
        Assert.Equal("none", InformationWords.Usual(row, Format));
        Assert.Null(InformationWords.Measured(new(InformationId.Shoes, null, null, FactorUnit.One), Format));
    }

    [Fact]
    public void Limits_after_an_injury_say_why_they_are_lower()
    {
        var assessment = MadeAssessments.Of(RiskLevel.Low, SetBy.Nothing, MadeAssessments.Rows(MadeAssessments.CalmRun));

        Assert.StartsWith("Elevated from 34, high from 68.", RiskWords.Limits(assessment, Say), StringComparison.Ordinal);
        Assert.Contains("because of your injury", RiskWords.Limits(assessment with { ElevatedFrom = 23, HighFrom = 62 }, Say), StringComparison.Ordinal);
    }
}
