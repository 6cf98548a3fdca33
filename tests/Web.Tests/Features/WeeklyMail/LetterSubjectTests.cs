namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>The subject tells the finding of the 7 days, and nothing of anyone's health.</summary>
public sealed class LetterSubjectTests
{
    public static TheoryData<string> States => [.. Letters.States.Keys];

    [Theory]
    [InlineData("calm", "Calm week, 3 runs")]
    [InlineData("spike", "Sunday's run was 34 % beyond your longest")]
    [InlineData("double", "Sunday's run was 2.1 times your longest")]
    [InlineData("earlier-spike", "Your week, 2 runs: the run of 8 Nov still counts")]
    [InlineData("big-week", "Your last 7 days were 2.2 times your largest week of the month")]
    [InlineData("hold", "Your week, 3 runs: please read before you run")]
    [InlineData("stop", "Your week, 3 runs: please read before you run")]
    [InlineData("doctor", "Your week, 3 runs: please read before you run")]
    [InlineData("paused", "Your week, 3 runs")]
    [InlineData("first-weeks", "Your first weeks, 2 runs")]
    [InlineData("no-runs-yet", "How to bring your runs")]
    [InlineData("no-recent-runs", "A month without runs")]
    [InlineData("return", "Back after a break, 3 runs")]
    [InlineData("not-judged", "Your week, 3 runs: not judged yet")]
    [InlineData("under-18", "Your week, 3 runs")]
    public void Each_state_has_its_subject(string state, string expected) =>
        Assert.Equal(expected, Letters.Compose(Letters.States[state]).Subject);

    [Fact]
    public void A_calm_week_without_runs_says_so() =>
        Assert.Equal("Quiet week, no runs", Letters.Compose(Letters.Calm with { Today = Letters.Today.PlusDays(8) }).Subject);

    [Fact]
    public void A_return_that_went_too_far_is_a_long_first_run() =>
        Assert.Equal(
            "Sunday's run was long for a first run", Letters.Compose(Letters.Of([.. Letters.NoRecentRuns.Runs, Letters.Run(Letters.Sunday, 12)])).Subject);

    [Theory]
    [MemberData(nameof(States))]
    public void Every_subject_is_one_line_of_ascii(string state) =>
        Assert.All(Letters.Compose(Letters.States[state]).Subject, letter => Assert.InRange(letter, ' ', '~'));

    [Theory]
    [MemberData(nameof(States))]
    public void MA_03_No_subject_speaks_of_pain_age_or_a_pause(string state)
    {
        string[] forbidden = ["pain", "hurt", "knee", "doctor", "injur", "pause", "stop", "diary", "old", "under"];

        var subject = Letters.Compose(Letters.States[state]).Subject;

        Assert.DoesNotContain(forbidden, word => subject.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
