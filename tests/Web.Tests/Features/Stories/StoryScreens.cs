using System.Text.RegularExpressions;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Testing;
using KneeLoad.Testing.Stories;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.WeeklyMail.Letters;
using KneeLoad.Web.Tests.Features.WeeklyMail;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Stories;

/// <summary>
/// The first screen and the mail of every made history on some of its days, in both units, from one running service whose clock goes
/// back day by day. In their last weeks the histories get a diary in turn: none, pain to hold, to stop, a step of the way back, a sign for a doctor,
/// pain that returns.
/// </summary>
public sealed partial class StoryScreens : IAsyncLifetime
{
    private const int DiaryDay = 88;

    private static readonly int[] Days = [StoryFiles.Days - 1, 90, 62, 29, 9];

    private readonly FakeClock clock = new(At(StoryFiles.Days - 1));
    private readonly List<StoryScreen> screens = [];

    /// <summary>The screens seen, story by story, the earliest day first.</summary>
    public IReadOnlyList<StoryScreen> All => screens;

    public async ValueTask InitializeAsync()
    {
        await using var host = new WebHost().At(clock);
        var runners = new List<(Story Story, RunnerClient Runner)>();
        foreach (var (story, i) in MadeStories.All.Select((story, i) => (story, i)))
        {
            var runner = await host.ConsentingRunnerAsync($"story{i}", StoryFiles.Zone.Id);
            await runner.UploadAndFinishAsync(
                ($"{story.Name}.zip", Zip.Of([.. story.Runs.Select((run, number) => ($"{number:000}.fit", StoryFiles.Fit(run)))])));
            await host.AskAsync(db =>
            {
                db.DiaryNotes.AddRange(Diary(i % 6, runner.RunnerId));
                return db.SaveChangesAsync();
            });
            runners.Add((story, runner));
        }

        foreach (var day in Days)
        {
            clock.Reset(At(day));
            foreach (var (story, runner) in runners)
            {
                screens.Add(await SeeAsync(host, story, runner, day));
            }
        }

        screens.Sort((one, other) => (string.CompareOrdinal(
            one.Story, other.Story), one.Day.CompareTo(other.Day)) switch
        { (0, var byDay) => byDay, var (byStory, _) => byStory });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Instant At(int day) => StoryFiles.Zone.AtStrictly((StoryFiles.FirstDay.PlusDays(day) + new LocalTime(23, 0)).PlusMinutes(50)).ToInstant();

    private static async Task<StoryScreen> SeeAsync(WebHost host, Story story, RunnerClient runner, int day)
    {
        var today = StoryFiles.FirstDay.PlusDays(day);
        await host.AskAsync(db => db.Runs.Where(run => run.RunnerId == runner.RunnerId && run.LocalDate > today).ExecuteDeleteAsync());
        await host.RecomputeWeeksAsync(runner.RunnerId);
        var metric = await ReadAsync(host, runner, UnitSystem.Metric);
        var imperial = await ReadAsync(host, runner, UnitSystem.Imperial);
        await using var scope = host.Services.OfAll();
        var history = await scope.ServiceProvider.GetRequiredService<IRunnerHistoryReader>().ReadAsync(runner.RunnerId, CancellationToken.None);
        var assessment = RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
        var advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile);
        var composer = scope.ServiceProvider.GetRequiredService<WeeklyMailComposer>();
        var shown = await scope.ServiceProvider.GetRequiredService<ShownAssessments>().ReadAsync(runner.RunnerId, today, CancellationToken.None);
        return new(
            story.Name, day, assessment, advice, StoredJson.ReadFinding(shown!),
            metric, imperial,
            Mail(UnitSystem.Metric), Mail(UnitSystem.Imperial));

        string Mail(UnitSystem units) => composer.Compose(history, assessment, advice, new RunnerFormat(Language.English, units, StoryFiles.Zone)).Whole();
    }

    // Papers keep their titles, and addresses of scripts are read by nobody.
    private static async Task<string> ReadAsync(WebHost host, RunnerClient runner, UnitSystem units)
    {
        await host.AskAsync(db => db.Users.Where(row => row.Id == runner.RunnerId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Units, units)));
        return OwnWords().Replace(await runner.ReadAsync("/"), "");
    }

    private static IEnumerable<DiaryNote> Diary(int kind, Guid runner) => kind switch
    {
        1 => [Note(runner, 0, 4, settled: true)],
        2 => [Note(runner, 0, 7, settled: false)],
        3 => [Note(runner, 0, 7, settled: false), Note(runner, 2, 1, settled: true, ToldActivity.Walk30Minutes)],
        4 => [Note(runner, 0, 5, settled: false, flags: RedFlags.HotAndRedWithFever)],
        5 => [
            Note(runner, -12, 2, settled: true, ToldActivity.Run),
            Note(runner, -6, 2, settled: true, ToldActivity.Run),
            Note(runner, 0, 2, settled: true, ToldActivity.Run),
        ],
        _ => [],
    };

    private static DiaryNote Note(Guid runner, int after, int pain, bool settled, ToldActivity? activity = null, RedFlags flags = RedFlags.None) => new()
    {
        Id = Guid.NewGuid(),
        RunnerId = runner,
        Day = StoryFiles.FirstDay.PlusDays(DiaryDay + after),
        Entered = At(DiaryDay + after),
        WorstPain = pain,
        SettledWithinHour = settled,
        Activity = activity,
        RedFlags = flags,
    };

    [GeneratedRegex(
        "<ul class=\"sources\">.*?</ul>|<script\\b.*?</script>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OwnWords();
}
