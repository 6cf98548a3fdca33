using System.Globalization;
using System.Text;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Testing.Stories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Made histories, each with what a sports physician expects of it.</summary>
public sealed class StoriesTests
{
    private const string ApprovedPath = "tests/Analysis.Tests/Risk/Stories.approved.txt";

    public static TheoryData<string> Names => [.. MadeStories.All.Select(story => story.Name)];

    [Fact]
    public void Level_path_top_score_and_ceilings_of_each_story_are_as_approved()
    {
        var text = new StringBuilder();
        foreach (var story in MadeStories.All)
        {
            text.Append(Describe(story));
        }

        Assert.Equal(Approved.Text(ApprovedPath, text.ToString()), text.ToString());
    }

    [Theory]
    [InlineData("01-couch-to-5k")]
    [InlineData("05-track-files")]
    [InlineData("07-night-runner")]
    [InlineData("08a-slow-with-cadence")]
    [InlineData("08b-slow-no-cadence")]
    [InlineData("09-run-walk")]
    [InlineData("10-treadmill")]
    [InlineData("15-pram")]
    [InlineData("15b-no-pram")]
    [InlineData("19-week-off")]
    public void Even_and_slowly_growing_histories_are_low_and_calm_on_every_day(string story) => Assert.All(
        StoryHistory.EachDay(story).Where(day => day.Score is not null),
        day => Assert.True(day is { Level: RiskLevel.Low, Score: < 11 } && day.SetBy is SetBy.Nothing, $"{day.AsOf}: {day.Level}, {day.Score}, {day.SetBy}"));

    [Theory]
    [InlineData("02-keen-novice", 14, 29, SetBy.Creep, SetBy.LongestRun)]
    [InlineData("11-to-the-mountains", 76, 76, SetBy.Descent, SetBy.Descent)]
    [InlineData("12-twice-as-often", 59, 62, SetBy.Week, SetBy.Week)]
    [InlineData("13-nine-percent-each-run", 42, 75, SetBy.Creep, SetBy.Week)]
    [InlineData("14-return", 97, 104, SetBy.LongestRun, SetBy.LongestRun)]
    [InlineData("16-indoor-drift", 84, 91, SetBy.LongestRun, SetBy.LongestRun)]
    public void A_jump_of_each_kind_is_at_least_elevated_and_says_which_kind(string story, int from, int to, SetBy kind, SetBy otherKind)
    {
        for (var day = from; day <= to; day++)
        {
            var assessment = StoryHistory.On(story, day);

            Assert.True(assessment.Level >= RiskLevel.Elevated && (assessment.SetBy == kind || assessment.SetBy == otherKind),
                $"day {day}: {assessment.Level}, {assessment.Score}, {assessment.SetBy}");
        }
    }

    [Theory]
    [InlineData("06-ultra-100", 82)]
    [InlineData("17-first-half-marathon", 98)]
    [InlineData("20-first-month-marathon", 27)]
    public void Twice_the_longest_is_high_and_gives_no_ceiling_near_it(string story, int day)
    {
        var run = StoryHistory.Of(story).Single(run => run.Metrics.LocalDate == StoryFiles.FirstDay.PlusDays(day));

        var assessments = Enumerable.Range(day, 8).Select(on => StoryHistory.On(story, on)).ToList();

        Assert.All(assessments, assessment => Assert.Equal(RiskLevel.High, assessment.Level));
        Assert.All(assessments, assessment => Assert.True(assessment.Ceiling.Limit < 0.7 * run.Metrics.Distance!.Value));
    }

    [Fact]
    public void The_race_of_a_marathon_plan_is_elevated_and_the_plan_before_it_low()
    {
        var days = StoryHistory.EachDay("03-marathon-plan").Where(day => day.Score is not null).ToList();

        Assert.All(days.SkipLast(1), day => Assert.Equal(RiskLevel.Low, day.Level));
        Assert.Equal(RiskLevel.Elevated, days[^1].Level);
    }

    [Fact]
    public void Five_minutes_at_the_start_line_change_no_level()
    {
        var levels = StoryHistory.EachDay("04a-parkrun-wait-13").Select(day => day.Level);

        Assert.Equal(levels, StoryHistory.EachDay("04b-parkrun-wait-18").Select(day => day.Level));
    }

    [Fact]
    public void A_steady_runner_whose_weeks_vary_by_chance_is_low_on_nearly_all_days()
    {
        var days = StoryHistory.EachDay("18-steady-with-noise").Where(day => day.Score is not null).ToList();

        Assert.True(days.Count(day => day.Level is RiskLevel.Low) > 0.9 * days.Count);
    }

    [Fact]
    public void The_knees_of_a_pram_runner_take_what_they_take_without_the_pram()
    {
        var pushed = Loads("15-pram");
        var free = Loads("15b-no-pram");

        Assert.All(pushed.Zip(free), pair => Assert.InRange(pair.First / pair.Second, 0.97, 1.03));
    }

    [Fact]
    public void A_shuffle_is_as_hard_a_kilometre_on_either_side_of_1_8_metres_a_second()
    {
        var loads = Loads("08b-slow-no-cadence");

        Assert.All(loads, load => Assert.InRange(load / loads[0], 0.97, 1.03));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_is_read_and_analysed(string story) => Assert.Equal(
        MadeStories.Named(story).Runs.Count, StoryHistory.Of(story).Count(run => run.Metrics.IsRun && run.Metrics.Timer.TotalSeconds > 60));

    private static List<double> Loads(string story) => [.. StoryHistory.Of(story).Select(run => run.Load.KneeKilometresPerKilometre!.Value)];

    private static string Describe(Story story)
    {
        var days = StoryHistory.EachDay(story.Name);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{story.Name}: {story.Expected}");
        for (var day = 0; day < days.Count; day++)
        {
            if (day == 0 || days[day].Level != days[day - 1].Level || days[day].SetBy != days[day - 1].SetBy)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"  day {day}: {days[day].Level}, {days[day].Score?.ToString(CultureInfo.InvariantCulture) ?? "no score"}, {days[day].SetBy}");
            }
        }

        var ceilings = string.Join(", ", new[] { 30, 60, 111 }.Select(day => string.Create(
            CultureInfo.InvariantCulture, $"day {day} {days[day].Ceiling.Limit?.Kilometres:0.0} ({days[day].Ceiling.Reason})")));
        text.AppendLine(CultureInfo.InvariantCulture, $"  top {days.Max(day => day.Score ?? 0)}; ceilings [km]: {ceilings}");
        return text.ToString().ReplaceLineEndings("\n");
    }
}
