using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Consents;

/// <summary>
/// Brings what is stored of a runner in line with what they agreed to, whatever they say meanwhile: lets go of what is not agreed to,
/// and has files read that were kept until it was.
/// </summary>
internal sealed class ConsentWork(KneeLoadDbContext db, RunnerWork work, WorkBell bell, MailFiles mails, IClock clock, MachineTime machine) : IWork
{
    /// <summary>Runs that are deleted together, so that others can write in between. [1]</summary>
    private const int Chunk = 200;

    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        while (await DeleteSomeAsync(claim, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        await DeleteMailFilesAsync(claim.Runner, cancellationToken);
        await work.EndAsync(claim, runner => AlignAsync(runner, cancellationToken), cancellationToken);
        await WriteAheadLog.EmptyAsync(db, cancellationToken);
        bell.Ring(claim.Runner);
    }

    // The timed look finds what is left and adds the work again.
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> DeleteSomeAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var isAnyGone = false;
        await work.DoAsync(
            claim,
            async runner =>
            {
                if (!runner.Processing.Stores)
                {
                    await EndOtherWorkAsync(runner.Id, cancellationToken);
                    var some = await db.AllRuns.Where(run => run.RunnerId == runner.Id).Select(run => run.Id).Take(Chunk).ToListAsync(cancellationToken);
                    isAnyGone = some.Count == 0
                        ? await db.DeleteSomeRunlessFilesAsync(runner.Id, cancellationToken)
                        : await db.AllRuns.Where(run => some.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken) > 0;
                }
            },
            cancellationToken);
        return isAnyGone;
    }

    // Whoever has it in hand loses the claim, and commits nothing more. Letters on the account itself say nothing of health, and go on.
    private Task<int> EndOtherWorkAsync(Guid runnerId, CancellationToken cancellationToken) =>
        db.Work.Where(row => row.RunnerId == runnerId && row.Kind != WorkKind.Consent && row.Rank != WorkRank.Letters).ExecuteDeleteAsync(cancellationToken);

    // Before the rows, which name them, lose their words: a try that is broken off is made again.
    private async Task DeleteMailFilesAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var runner = await db.ReadRunnerAsync(runnerId, cancellationToken);
        if (!runner.Processing.Scores)
        {
            mails.Delete(await db.WeeklyMails.Where(row => row.RunnerId == runnerId).Select(row => row.MessageId).ToListAsync(cancellationToken));
        }
    }

    private async Task AlignAsync(Runner runner, CancellationToken cancellationToken)
    {
        if (!runner.Processing.Scores)
        {
            await ForgetScoresAsync(runner.Id, cancellationToken);
        }

        if (runner.Processing.Stores)
        {
            await ReadKeptAsync(runner.Id, cancellationToken);
        }
        else
        {
            await ForgetHealthAsync(runner.Id, cancellationToken);
            await KeepUnreadAsync(runner.Id, cancellationToken);
        }
    }

    private async Task ForgetScoresAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        await db.ShownAssessments.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        // The rows of the mails stay, without what they said: they make a week's mail once-only.
        await db.WeeklyMails.Where(row => row.RunnerId == runnerId).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.Subject, (string?)null)
                .SetProperty(row => row.TextBody, (string?)null)
                .SetProperty(row => row.HtmlBody, (string?)null)
                .SetProperty(row => row.Assessment, (string?)null),
            cancellationToken);
    }

    private async Task ForgetHealthAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        await EndOtherWorkAsync(runnerId, cancellationToken);
        await db.AllRuns.Where(run => run.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.RunlessFilesOf(runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.RenewedRuns.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.Weeks.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        if (!await db.Consents.AnyAsync(row => row.RunnerId == runnerId && row.Purpose == ConsentPurpose.Storing && !row.Given, cancellationToken))
        {
            // Told under an earlier version, which did not ask. It is not shown, and not deleted unasked either.
            return;
        }

        await db.DiaryNotes.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.WayCorrections.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.Users.Where(row => row.Id == runnerId).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.KneeInjury, (LocalDate?)null)
                .SetProperty(row => row.OtherInjury, (LocalDate?)null)
                .SetProperty(row => row.BirthYear, (int?)null)
                .SetProperty(row => row.LongestBeforeMetres, (double?)null)
                .SetProperty(row => row.ToldHeelStrike, (bool?)null)
                .SetProperty(row => row.ToldFootStrikeOn, (LocalDate?)null)
                .SetProperty(row => row.Paused, false),
            cancellationToken);
    }

    private Task<int> KeepUnreadAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return db.Uploads
            .Where(upload => upload.RunnerId == runnerId
                && (upload.State == UploadState.Received || upload.State == UploadState.Done || upload.State == UploadState.Failed))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(upload => upload.State, UploadState.Kept)
                    .SetProperty(upload => upload.Reason, (string?)null)
                    .SetProperty(upload => upload.MapId, (Guid?)null)
                    .SetProperty(upload => upload.Finished, now),
                cancellationToken);
    }

    private async Task ReadKeptAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var kept = await db.Uploads
            .AsNoTracking()
            .Where(upload => upload.RunnerId == runnerId && upload.State == UploadState.Kept)
            .ToListAsync(cancellationToken);
        if (kept.Count == 0)
        {
            return;
        }

        await db.Uploads.Where(upload => upload.RunnerId == runnerId && upload.State == UploadState.Kept).ExecuteUpdateAsync(
            set => set.SetProperty(upload => upload.State, UploadState.Received).SetProperty(upload => upload.Finished, (Instant?)null), cancellationToken);
        var now = machine.Now;
        var waiting = await db.Work
            .Where(row => row.RunnerId == runnerId && row.Kind == WorkKind.Import)
            .Select(row => row.Key)
            .ToHashSetAsync(cancellationToken);
        db.Work.AddRange(kept.Where(upload => !waiting.Contains(upload.Id))
            .Select(upload => WorkList.RowOf(WorkKind.Import, upload.Id, runnerId, upload.ImportRank, now)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
