using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Web.Features.WeeklyMail;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class WeeklyMailComposerTests
{
    private const string Folder = "tests/Web.Tests/Features/WeeklyMail/";

    [Fact]
    public void A_quiet_week_is_five_lines()
    {
        var letter = Letters.Compose(Letters.Calm);

        Assert.Equal(5, 1 + letter.Lines.Count);
        Assert.Equal("A calm week: nothing stands out.", letter.Opening);
        Assert.Equal("Low, 2 of 91 points", letter.Level);
        Assert.Equal(["Last week, 9–15 Nov", "Today, 16 Nov", "Not known", "Your knees, in two taps"], letter.Lines.Select(line => line.Label));
    }

    [Fact]
    public void A_warning_has_a_reason_with_its_source_and_one_action()
    {
        var letter = Letters.Compose(Letters.Spike, Letters.SpikeHistory);

        Assert.Equal(["Last week, 9–15 Nov", "Why", "This week", "Today, 16 Nov", "Not known", "Your knees, in two taps"], letter.Lines.Select(line => line.Label));
        Assert.Equal("Sunday's run of 13.4 km was 34 % beyond your longest of the 30 days before it (10.0 km).", PlainText.Of(letter.Opening));
        Assert.Equal("A cohort of 2025, Journal 1:2, doi:10.1000/cohort.", letter.Lines.Single(line => line.Label == "Why").Source);
        Assert.Equal(Letters.CutBack.Text, letter.Line("This week"));
        Assert.Equal("elevated", letter.Tone);
    }

    [Fact]
    public void The_week_before_the_one_of_sending_stands_against_the_four_before_it()
    {
        var letter = Letters.Compose(Letters.Calm);

        Assert.Equal("2 runs, 15.1 km, 15.1 knee-km. Your usual: 2 runs, 16.2 km, 16.2 knee-km.", letter.Line("Last week, 9–15 Nov"));
    }

    [Fact]
    public void Without_three_weeks_of_four_there_is_no_usual()
    {
        var letter = Letters.Compose(Letters.Calm, Letters.Of([Letters.Run(Letters.Sunday, 5)]));

        Assert.Equal("1 run, 5.0 km, 5.0 knee-km. Your usual is known once three of the four weeks before hold a run.", letter.Line("Last week, 9–15 Nov"));
    }

    [Fact]
    public void A_week_of_zero_is_a_week()
    {
        var letter = Letters.Compose(Letters.Calm, Letters.History with { Runs = [.. Letters.History.Runs.SkipLast(2)] });

        Assert.Equal("A week without runs: nothing stands out.", letter.Opening);
        Assert.StartsWith("No runs. Your usual: 2 runs", letter.Line("Last week, 9–15 Nov"), StringComparison.Ordinal);
    }

    [Fact]
    public void Miles_are_read_where_they_are_wanted()
    {
        var letter = Letters.Compose(Letters.Spike, Letters.SpikeHistory, units: UnitSystem.Imperial);

        Assert.Contains("8.3 mi", PlainText.Of(letter.Opening), StringComparison.Ordinal);
        Assert.StartsWith("Up to 7.5 mi.", letter.Line("Today, 16 Nov"), StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Lines, line => line.Text.Contains(" km", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        var history = Letters.History with { Runs = [.. Letters.History.Runs, Letters.Run(Letters.Sunday.PlusDays(-1), null)], Waiting = 2 };

        var letter = Letters.Compose(Letters.Calm, history);

        Assert.Equal(
            "The ground that you ran on, how your feet land, the distance of 1 run and 2 uploads that are still being read.", letter.Line("Not known"));
    }

    [Fact]
    public void When_all_was_measured_the_letter_says_so()
    {
        var assessment = Letters.Calm with { Factors = [Letters.Row(FactorId.LoadIncrease, 0, 75)] };

        var letter = Letters.Compose(assessment);

        Assert.Equal("Nothing: all that the score asks for was measured.", letter.Line("Not known"));
    }

    [Fact]
    public void A_first_run_after_a_break_is_told_as_one()
    {
        var history = Letters.Of([Letters.Run(Letters.Sunday.PlusDays(-60), 16), Letters.Run(Letters.Sunday, 12)]);
        var assessment = Letters.Spike with { Factors = [Letters.Long(8_000, 12_000, Letters.RunOn(Letters.Sunday).Key)] };

        var letter = Letters.Compose(assessment, history);

        Assert.Equal(
            "Sunday's run of 12.0 km was long for a first run after a break: half of your longest before it is 8.0 km.",
            PlainText.Of(letter.Opening));
    }

    [Fact]
    public void Pain_that_raised_the_level_is_the_reason_and_not_the_load()
    {
        var assessment = Letters.Calm with { Level = RiskLevel.High, Gate = new(GateAction.Stop, Letters.Sunday, Letters.Sunday.PlusDays(14)) };

        var letter = Letters.Compose(assessment);

        Assert.StartsWith("Your diary says: stop running until it has settled.", letter.Opening, StringComparison.Ordinal);
        Assert.Equal("Your entry of 15 Nov. It holds until an entry that has settled, at most until 29 Nov.", letter.Line("Why"));
    }

    [Fact]
    public void A_load_that_is_high_by_itself_stays_the_reason_when_there_is_pain()
    {
        var letter = Letters.Compose(Letters.Spike with { Gate = new(GateAction.HoldOrReduce, Letters.Sunday, null) }, Letters.SpikeHistory);

        Assert.StartsWith("Sunday", letter.Opening, StringComparison.Ordinal);
    }

    [Fact]
    public void The_question_is_of_the_last_run_of_seven_days()
    {
        var letter = Letters.Compose(Letters.Calm);

        Assert.Equal(Letters.Sunday, letter.PainDay);
        Assert.Equal("How were they on Sunday?", letter.Line("Your knees, in two taps"));
    }

    [Fact]
    public void Without_a_run_in_seven_days_it_is_of_today()
    {
        var letter = Letters.Compose(Letters.Calm, Letters.History with { Runs = [.. Letters.History.Runs.SkipLast(2)] });

        Assert.Equal(Letters.Today, letter.PainDay);
        Assert.Equal("How are they today?", letter.Line("Your knees, in two taps"));
    }

    [Fact]
    public void A_runner_who_paused_reads_no_score()
    {
        var letter = Letters.Compose(Letters.Spike with { Paused = true }, Letters.SpikeHistory);

        Assert.StartsWith("You paused.", letter.Opening, StringComparison.Ordinal);
        Assert.Null(letter.Level);
        Assert.Equal("unknown", letter.Tone);
        Assert.DoesNotContain(letter.Lines, line => line.Label == "Why");
    }

    [Fact]
    public void A_pause_hides_neither_pain_nor_a_sign_that_wants_a_doctor()
    {
        var stop = Letters.Compose(Letters.Calm with { Paused = true, Gate = new(GateAction.Stop, Letters.Sunday, null) });
        var doctor = Letters.Compose(Letters.Calm with { Paused = true, Level = RiskLevel.SeeADoctor, Score = null, Gate = new(GateAction.SeeADoctor, Letters.Sunday, null) });

        Assert.EndsWith("Your diary says: stop running until it has settled.", stop.Opening, StringComparison.Ordinal);
        Assert.StartsWith("You ticked a sign that wants a doctor", doctor.Opening, StringComparison.Ordinal);
        Assert.Equal("See a doctor", doctor.Level);
    }

    [Fact]
    public void What_pain_asks_for_is_said_without_a_score_too()
    {
        var letter = Letters.Compose(Letters.Calm with { Level = RiskLevel.NotEnoughData, Score = null, Factors = [], Gate = new(GateAction.HoldOrReduce, Letters.Sunday, null) });

        Assert.EndsWith("Your diary says: hold the distance or reduce it.", letter.Opening, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RiskLevel.SeeADoctor, CeilingReason.SeeADoctor, "doctor")]
    [InlineData(RiskLevel.NoScoreUnder18, CeilingReason.Under18, "adults")]
    [InlineData(RiskLevel.NotEnoughData, CeilingReason.NoData, "3 runs and 14 days")]
    [InlineData(RiskLevel.NoRecentRuns, CeilingReason.Return, "no run in the last 30 days")]
    public void Without_a_score_the_opening_says_why(RiskLevel level, CeilingReason reason, string expected)
    {
        var assessment = Letters.Calm with { Level = level, Score = null, Factors = [], Ceiling = new(null, null, null, reason, []) };

        var letter = Letters.Compose(assessment);

        Assert.Contains(expected, letter.Opening, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("points", letter.Level, StringComparison.Ordinal);
        Assert.DoesNotContain(letter.Lines, line => line.Label is "Why" or "Not known");
        Assert.StartsWith("No ceiling today.", letter.Line("Today, 16 Nov"), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_ran_on_the_morning_of_the_mail_is_told_that_the_ceiling_is_of_one_run()
    {
        var history = Letters.History with { Runs = [.. Letters.History.Runs, Letters.Run(Letters.Today, 4)] };

        var ran = Letters.Compose(Letters.Calm, history);
        var rested = Letters.Compose(Letters.Calm);

        Assert.Contains("You have run 4.0 km today already.", ran.Line("Today, 16 Nov"), StringComparison.Ordinal);
        Assert.DoesNotContain("already", rested.Line("Today, 16 Nov"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diary_whose_hold_ran_out_is_asked_to_check_in()
    {
        var letter = Letters.Compose(Letters.Calm with { CheckInDue = true });

        Assert.StartsWith("What your diary asked for has run out: please check in.", letter.Line("Your knees, in two taps"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("calm")]
    [InlineData("spike")]
    [InlineData("doctor")]
    public void The_letter_reads_as_approved(string name)
    {
        var letter = name switch
        {
            "calm" => Letters.Compose(Letters.Calm),
            "spike" => Letters.Compose(Letters.Spike, Letters.SpikeHistory),
            _ => Letters.Compose(
                Letters.Calm with { Level = RiskLevel.SeeADoctor, Score = null, Factors = [], Ceiling = new(null, null, null, CeilingReason.SeeADoctor, []) }),
        };

        var (text, html) = ($"Subject: {letter.Subject}\n\n{LetterAsText.Write(letter)}", LetterAsHtml.Write(letter));

        Assert.Equal(Approved.Text($"{Folder}{name}.approved.txt", text), text);
        Assert.Equal(Approved.Text($"{Folder}{name}.approved.html", html), html);
    }
}
