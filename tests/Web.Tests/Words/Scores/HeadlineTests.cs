using System.Text;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Tests.Words.Scores;

/// <summary>One sentence for one state.</summary>
public sealed class HeadlineTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    [Fact]
    public void Every_state_has_the_approved_sentence()
    {
        var table = new StringBuilder();
        foreach (var (name, assessment) in States())
        {
            var headline = Headline.Of(assessment, Format);
            table.AppendLine($"{name} [{headline.Tone}{(headline.IsCalm ? ", calm" : "")}]");
            table.AppendLine($"  {headline.Level}. {headline.Sentence}");
            foreach (var more in new[] { headline.Points, headline.Diary, headline.Unknown }.OfType<string>())
            {
                table.AppendLine($"  {more}");
            }
        }

        var actual = table.ToString().Replace('\u00a0', ' ');
        Assert.Equal(Approved.Text("tests/Web.Tests/Words/Scores/headlines.approved.txt", actual), actual);
    }

    [Fact]
    public void Nothing_is_calm_while_load_was_not_judged_or_carries_points_of_a_grown_week()
    {
        var calm = States().Where(state => Headline.Of(state.Assessment, Format).IsCalm).Select(state => state.Assessment).ToList();

        Assert.NotEmpty(calm);
        Assert.All(calm, assessment =>
        {
            Assert.True(assessment.Rows!.LoadIncreaseJudged);
            Assert.InRange(assessment.Rows.LoadIncrease.Points, 0, 10);
        });
    }

    [Fact]
    public void A_row_that_was_not_judged_is_never_the_headline() =>
        Assert.All(
            States(),
            state => Assert.DoesNotContain(": not judged", Headline.Of(state.Assessment, Format).Sentence, StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void Where_pain_sets_the_level_the_number_comes_second_and_says_so()
    {
        var sore = MadeAssessments.Of(RiskLevel.High, SetBy.Pain, MadeAssessments.Rows(MadeAssessments.CalmRun), MadeAssessments.Gate(GateAction.Stop));

        var headline = Headline.Of(sore, Format);

        Assert.True(headline.IsNumberSecond);
        Assert.Equal("Your diary says: stop running until it has settled.", headline.Sentence);
        Assert.Contains("Pain set the level", headline.Points, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mail_that_is_read_later_says_neither_today_nor_yesterday()
    {
        var run = MadeAssessments.Run with { Session = new("run", MadeAssessments.Today, 1, 0) };
        var assessment = MadeAssessments.Of(RiskLevel.Elevated, SetBy.LongestRun, MadeAssessments.Rows(run));

        Assert.StartsWith("Today\u2019s run", Headline.Of(assessment, Format).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("Wednesday\u2019s run", Headline.Of(assessment, Format, readLater: true).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_colour_has_an_icon() =>
        Assert.All(States(), state => Assert.NotEmpty(Icons.PathOf(Headline.Of(state.Assessment, Format).Icon)));

    /// <summary>All levels and causes, with the values that change the sentence, with and without pain and pause.</summary>
    private static IEnumerable<(string Name, RiskAssessment Assessment)> States()
    {
        foreach (var paused in new[] { false, true })
        {
            var prefix = paused ? "paused, " : "";
            foreach (var (name, assessment) in Plain())
            {
                yield return (prefix + name, assessment with { Paused = paused });
            }
        }
    }

    private static IEnumerable<(string Name, RiskAssessment Assessment)> Plain()
    {
        foreach (var (name, level, setBy, row) in Judged())
        {
            var assessment = MadeAssessments.Of(level, setBy, MadeAssessments.Rows(row));
            yield return ($"{level} by {name}", assessment);
            foreach (var action in new[] { GateAction.HoldOrReduce, GateAction.Stop })
            {
                if (level is not RiskLevel.Low && (action is GateAction.HoldOrReduce || level is RiskLevel.High))
                {
                    yield return ($"{level} by {name}, diary {action}", assessment with { Gate = MadeAssessments.Gate(action) });
                }
            }
        }

        var calm = MadeAssessments.Rows(MadeAssessments.CalmRun);
        yield return ("Elevated by pain", MadeAssessments.Of(RiskLevel.Elevated, SetBy.Pain, calm, MadeAssessments.Gate(GateAction.HoldOrReduce)));
        yield return ("High by pain", MadeAssessments.Of(RiskLevel.High, SetBy.Pain, calm, MadeAssessments.Gate(GateAction.Stop)));
        yield return ("Elevated by precautions", MadeAssessments.Of(
            RiskLevel.Elevated, SetBy.Precautions, calm with { HardSurface = MadeAssessments.Hard, HeelStrike = MadeAssessments.Heel }));
        yield return ("A red flag", MadeAssessments.Of(RiskLevel.SeeADoctor, SetBy.Pain, null, MadeAssessments.Gate(GateAction.SeeADoctor)));
        foreach (var (level, setBy) in new[]
        {
            (RiskLevel.NotEnoughData, SetBy.NotEnoughData), (RiskLevel.NoRecentRuns, SetBy.NoRecentRuns),
            (RiskLevel.NoScoreUnder18, SetBy.NotJudged)
        })
        {
            yield return ($"{level}", MadeAssessments.Of(level, setBy, null));
            yield return ($"{level}, diary Stop", MadeAssessments.Of(level, setBy, null, MadeAssessments.Gate(GateAction.Stop)));
        }
    }

    private static IEnumerable<(string Name, RiskLevel Level, SetBy SetBy, RiskFactor Row)> Judged()
    {
        var calm = MadeAssessments.CalmRun;
        var run = MadeAssessments.Run;
        yield return ("nothing", RiskLevel.Low, SetBy.Nothing, calm);
        yield return ("nothing, no run in the last days", RiskLevel.Low, SetBy.Nothing, MadeAssessments.Unjudged(NotJudged.NoRecentSession));
        foreach (var reason in new[]
        {
            NotJudged.WindowNotFull, NotJudged.ReturnWithoutPast, NotJudged.DistanceUnknown, NotJudged.NoKnownBase, NotJudged.TooFewBefore
        })
        {
            yield return ($"not judged, {reason}", RiskLevel.Low, SetBy.NotJudged, MadeAssessments.Unjudged(reason));
        }

        yield return ("longest run, fading", RiskLevel.Low, SetBy.LongestRun, run with { Points = 12 });
        yield return ("longest run, a distance before it unknown", RiskLevel.Elevated, SetBy.LongestRun, run with
        {
            UnknownDistanceBefore = true,
            Measurement = MeasurementQuality.Fair,
        });
        yield return ("longest run, two distances unknown", RiskLevel.Elevated, SetBy.LongestRun, run with { UnknownSessions = 2 });
        yield return ("longest run", RiskLevel.Elevated, SetBy.LongestRun, run);
        yield return ("longest run, first after a break", RiskLevel.Elevated, SetBy.LongestRun, run with
        {
            IsReturn = true,
            BaseKind = LongestRunBase.HalfBeforeBreak,
            Base = new Distance(8_000),
        });
        yield return ("longest run, second after a break", RiskLevel.Elevated, SetBy.LongestRun, run with
        {
            BaseKind = LongestRunBase.HalfBeforeBreak,
            Base = new Distance(8_000),
        });
        yield return ("longest run, told", RiskLevel.Elevated, SetBy.LongestRun, run with { BaseKind = LongestRunBase.Told });
        yield return ("longest run, seven times", RiskLevel.High, SetBy.LongestRun, run with
        {
            Points = 85,
            Distance = new Distance(42_195),
            Base = new Distance(6_000),
        });
        yield return ("creep", RiskLevel.Low, SetBy.Creep, MadeAssessments.Creep);
        yield return ("creep", RiskLevel.Elevated, SetBy.Creep, MadeAssessments.Creep with { Points = 48 });
        yield return ("descent", RiskLevel.Elevated, SetBy.Descent, MadeAssessments.Descent);
        yield return ("week", RiskLevel.Low, SetBy.Week, MadeAssessments.Week with
        {
            Points = 11,
            Distance = new(new Distance(37_000), new Distance(30_000), new Distance(25_000)),
        });
        yield return ("week", RiskLevel.Elevated, SetBy.Week, MadeAssessments.Week);
        yield return ("week in knee load", RiskLevel.Elevated, SetBy.Week, MadeAssessments.Week with
        {
            Points = 43,
            Quantity = WeekQuantity.KneeLoad,
            KneeLoad = new(new(70), new(30), new(26)),
        });
    }
}
