using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Dashboard.Renewals;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Has the runner's today assessed and lays it out.</summary>
public sealed class ShowDashboard(
    KneeLoadDbContext db, CurrentRunner current, IRunnerHistoryReader histories, ShownAssessments shown, KeepAfterwards keep,
    RenewalNews renewals, OpenQuestionsReader questions, Language language)
{
    /// <summary>A longer plan is a slip of the finger. [km or mi]</summary>
    private const double MostPlanned = 1000;

    /// <summary>The uses of health data that the signed-in runner agrees to.</summary>
    public async Task<Processing> AgreedAsync(CancellationToken cancellationToken) => (await db.ReadRunnerAsync(current.Id, cancellationToken)).Processing;

    /// <summary>The first screen of the signed-in runner.</summary>
    /// <param name="planned">A distance that the runner thinks of; null when none was asked about. [km or mi]</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null while the runner has not agreed that health data is scored.</returns>
    public async Task<DashboardView?> HandleAsync(double? planned, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        if (!runner.Processing.Scores)
        {
            return null;
        }

        var history = await histories.ReadAsync(current.Id, cancellationToken);
        var yesterday = history.Today.PlusDays(-1);
        var unanswered = await db.DiaryNotes.AsNoTracking()
            .Where(note => note.RunnerId == current.Id && note.Day == yesterday && note.WorstPain != null)
            .ToListAsync(cancellationToken);
        var morningAfter = unanswered.MaxBy(note => note.Entered) is { WorseNextMorning: null } note && CanBeWorse(note, history.Runs) ? note.Id : (Guid?)null;
        var view = Lay(history, runner.Format(language)) with
        {
            MorningAfter = morningAfter,
            Open = await questions.ReadAsync(current.Id, cancellationToken),
            Renewal = await renewals.ReadAsync(cancellationToken),
            ModelChange = await shown.LastChangeAsync(current.Id, history.Today, cancellationToken),
        };
        if (planned is > 0 and < MostPlanned)
        {
            view = view with { Planned = PlannedRun.Judge(new(planned.Value * view.Format.MetresPerUnit), view.Assessment.Ceiling) };
        }

        if (view.Runs == 0)
        {
            return view with { Example = Lay(ExampleHistory.Of(history.Today), view.Format) with { IsExample = true } };
        }

        keep.Keep(current.Id, AssessmentRecord.Of(history, view.Assessment));
        return view;
    }

    // A knee that did not hurt on a run may be sore the next morning; after a day of rest there is nothing to ask.
    private static bool CanBeWorse(DiaryNote note, IReadOnlyList<HistoryRun> runs) =>
        note is { WorstPain: > 0 } or { Activity: not null and not ToldActivity.None }
        || runs.Any(run => run.Metrics.LocalDate == note.Day && RecordedDays.Answers(run));

    /// <summary>Assesses a history and lays it out.</summary>
    internal static DashboardView Lay(RunnerHistory history, RunnerFormat format)
    {
        var assessment = RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today);
        var recent = TrainingHistory.UpTo(history.Runs, history.Today).Runs;
        var inWindow = recent.Count(run => run.Metrics.LocalDate > history.Today.PlusDays(-Choices.ReturnDays.Value));
        var days = inWindow == 0 ? 0 : Period.DaysBetween(recent.Min(run => run.Metrics.LocalDate), history.Today);
        var rolling = RollingDays.Compute(history.Runs, history.Today);
        return new()
        {
            Format = format,
            Today = history.Today,
            RunToday = history.RunOn(history.Today),
            Assessment = assessment,
            Advice = AdviceList.For(assessment, history.Runs, history.Diary, history.Profile),
            Headline = Headline.Of(assessment, format),
            Rolling = rolling,
            RollingRange = RangeOf(history.Runs.Where(run => run.AddsLoad
                && DayWindow.EndingOn(history.Today, DashboardView.DaysOfWeek).Contains(run.Metrics.LocalDate))),
            Growth = WeekGrowth.Of(rolling, assessment.Rows?.Week, format),
            Ground = GroundShares.Of(history.Runs, history.Today),
            Weeks = WeeksChart.Of(history.Weeks, history.Runs, history.Diary, assessment.Rows?.LoadIncrease, format),
            Newest = [.. history.Runs.Order(HistoryRun.ByStart).Reverse()],
            Runs = history.Runs.Count(run => run.Counts),
            RunsForScore = Math.Min(inWindow, Choices.LeastRuns.Value),
            DaysForScore = Math.Min(days, Choices.LeastDays.Value),
            Waiting = history.Waiting,
            Profile = history.Profile,
            Diary = history.Diary,
        };
    }

    // The laboratories' differences are the same for every run, so the ends add up.
    private static KneeKilometresRange? RangeOf(IEnumerable<HistoryRun> runs)
    {
        var ranges = runs.Select(run => run.Load.Range).OfType<KneeKilometresRange>().ToList();
        return ranges.Count == 0 ? null : new(new(ranges.Sum(range => range.Low.Value)), new(ranges.Sum(range => range.High.Value)));
    }
}
