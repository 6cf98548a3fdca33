using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest;
using KneeLoad.Testing.Stories;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

/// <summary>The mails of sixteen weeks of made histories, one each Monday, as their readers get them.</summary>
public sealed class StoryMailTests
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<HistoryRun>> Read = new(StringComparer.Ordinal);

    public static TheoryData<string> Names =>
    [
        "01-couch-to-5k", "02-keen-novice", "03-marathon-plan", "06-ultra-100", "10-treadmill", "11-to-the-mountains",
        "12-twice-as-often", "13-nine-percent-each-run", "14-return", "20-first-month-marathon",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mail_set_to_miles_holds_a_kilometre(string name) =>
        Assert.All(
            Mondays(name),
            history => Assert.DoesNotMatch(
                WeeklyMailComposerTests.Kilometres, WeeklyMailComposerTests.Words(Letters.Compose(history, UnitSystem.Imperial).Whole())));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mail_is_calm_exactly_where_the_first_screen_is(string name) => Assert.All(Mondays(name), history =>
    {
        var assessment = Letters.Assess(history);

        var subject = Letters.Compose(history).Subject;

        var calm = assessment is { Level: RiskLevel.Low, SetBy: SetBy.Nothing };
        Assert.Equal(calm, Regex.IsMatch(subject, "^(Calm|Quiet) week, |^Back after a break, "));
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_run_in_the_subject_is_of_the_days_that_the_mail_counts(string name) => Assert.All(Mondays(name), history =>
    {
        var letter = Letters.Compose(history);

        if (Regex.Match(letter.Subject, "^(?<day>[A-Z][a-z]+day)'s run ") is { Success: true } named)
        {
            var day = history.Today.With(DateAdjusters.PreviousOrSame(Enum.Parse<IsoDayOfWeek>(named.Groups["day"].Value)));
            Assert.Contains(history.Runs, run => run.Counts && run.Metrics.LocalDate == day);
            Assert.DoesNotContain("No runs", letter.Line("Last 7 days"), StringComparison.Ordinal);
            Assert.StartsWith(named.Value.Trim(), SimpleTypography.Of(letter.Opening), StringComparison.Ordinal);
        }
    });

    private static IEnumerable<RunnerHistory> Mondays(string name)
    {
        var runs = Read.GetOrAdd(name, static name => Analyse(MadeStories.Named(name)));
        return Enumerable.Range(1, StoryFiles.Days / 7)
            .Select(week => StoryFiles.FirstDay.PlusWeeks(week))
            .Select(today => new RunnerHistory(
                [.. runs.Where(run => run.Metrics.LocalDate <= today)], [], new RunnerProfile { Zone = StoryFiles.Zone }, [], today, Waiting: 0));
    }

    private static List<HistoryRun> Analyse(Story story)
    {
        var analysed = story.Runs
            .Select((run, i) => (Key: $"{i:000}", Activity: RunAnalysis.Analyse(ActivityReader.Read(StoryFiles.Fit(run)).Activities[0], StoryFiles.Zone)!))
            .ToList();
        var loads = RunLoads.Compute([.. analysed.Select(one => BaselineRun.Of(one.Activity.Metrics, one.Activity.Cells, isSetAside: false))]);
        return [.. analysed.Select((one, i) => new HistoryRun(one.Key, one.Activity.Metrics, loads[i], Surface: null, DuplicateOf: null))];
    }
}
