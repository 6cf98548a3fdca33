using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Dashboard.Renewals;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>The first screen: the dashboard of who is signed in, a welcome for everyone else.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    KneeLoadDbContext db, CurrentRunner current, IRunnerHistoryReader histories, ShownAssessments shown, KeepAfterwards keep,
    RenewalNews renewals, OpenQuestionsReader questions, Language language, IClock clock) : PageModel
{
    /// <summary>A longer plan is a slip of the finger. [km or mi]</summary>
    private const double MostPlanned = 1000;

    /// <summary>The content of the page; null when nobody is signed in, and while the runner has not agreed that health data is scored.</summary>
    public DashboardView? View { get; private set; }

    /// <summary>The uses of health data that the runner agrees to; null when nobody is signed in.</summary>
    public Processing? Agreed { get; private set; }

    /// <summary>Shows the first screen.</summary>
    /// <param name="planned">A distance to judge, in the runner's unit; what is no distance is not judged.</param>
    /// <param name="on">An earlier day to look back at; null for today.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task OnGetAsync(double? planned, string? on, CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated is not true)
        {
            return;
        }

        var runner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        Agreed = runner.Processing;
        if (!runner.Processing.Scores)
        {
            return;
        }

        var today = runner.DayAt(clock.GetCurrentInstant());
        var past = on is not null && LookBack.Parse(on) is { } day && day < today ? await histories.ReadAsync(current.Id, day, cancellationToken) : null;
        var history = past ?? await histories.ReadAsync(current.Id, cancellationToken);
        View = DashboardLayout.Of(history, runner.Format(language)) with
        {
            Look = new(history.Today, today, IsRefused: on is not null && past is null && on != DayFormat.Iso(today)),
        };
        if (planned is > 0 and < MostPlanned)
        {
            View = View with { Planned = PlannedRun.Judge(new(planned.Value * View.Format.MetresPerUnit), View.Assessment.Ceiling) };
        }

        if (View.IsPast)
        {
            return;
        }

        View = View with
        {
            MorningAfter = await MorningAfterAsync(history, cancellationToken),
            Open = await questions.ReadAsync(current.Id, cancellationToken),
            Renewal = await renewals.ReadAsync(cancellationToken),
            ModelChange = await shown.LastChangeAsync(current.Id, history.Today, cancellationToken),
        };
        if (View.Runs == 0)
        {
            View = View with { Example = DashboardLayout.Of(ExampleHistory.Of(history.Today), View.Format) with { IsExample = true } };
            return;
        }

        keep.Keep(current.Id, AssessmentRecord.Of(history, View.Assessment));
    }

    /// <summary>Tells no more of what a newer version read differently.</summary>
    public async Task<IActionResult> OnPostDismissAsync(CancellationToken cancellationToken)
    {
        if (User.Identity?.IsAuthenticated is not true)
        {
            return Challenge();
        }

        await renewals.DismissAsync(cancellationToken);
        return LocalRedirect("/");
    }

    // Yesterday's last entry, where it does not say how the morning after was.
    private async Task<Guid?> MorningAfterAsync(RunnerHistory history, CancellationToken cancellationToken)
    {
        var yesterday = history.Today.PlusDays(-1);
        var notes = await db.DiaryNotes.AsNoTracking()
            .Where(note => note.RunnerId == current.Id && note.Day == yesterday && note.WorstPain != null)
            .ToListAsync(cancellationToken);
        return notes.MaxBy(note => note.Entered) is { WorseNextMorning: null } note && CanBeWorse(note, history.Runs) ? note.Id : null;
    }

    // A knee that did not hurt on a run may be sore the next morning; after a day of rest there is nothing to ask.
    private static bool CanBeWorse(DiaryNote note, IReadOnlyList<HistoryRun> runs) =>
        note is { WorstPain: > 0 } or { Activity: not null and not ToldActivity.None }
        || runs.Any(run => run.Metrics.LocalDate == note.Day && RecordedDays.Answers(run));
}
