using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Email;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Pipeline.Upkeep;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Engine;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Erasures;

/// <summary>
/// Erases an account: rows, files, mails and what waits of it. It is written down first that the account is erased, so that whatever
/// ends the work in between, the next start or the hourly look brings it to its end.
/// </summary>
public sealed class AccountErasure(
    KneeLoadDbContext db,
    RunnerWork work,
    ErasedAccounts erased,
    OriginalStore store,
    PartialUploads partials,
    WatchedFolders watched,
    MailFiles mails,
    MailsInHand inHand,
    Auditing auditing,
    EngineRows engine,
    IClock clock)
{
    /// <summary>Runs that are deleted together, so that others can write in between. [1]</summary>
    private const int Chunk = 200;

    private static readonly WorkRank[] Mails = [WorkRank.Letters, WorkRank.WeeklyMails];

    /// <summary>Erases an account. Once this returns nothing of it is left, and nothing more is sent to it.</summary>
    /// <returns>What there was; null when there is no such account, or it is that of the owner beside others.</returns>
    public async Task<ErasedAccount?> RunAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        if (await ReadAsync(runnerId, cancellationToken) is not { } account)
        {
            return null;
        }

        await erased.AddAsync(db, runnerId, cancellationToken);
        // From here on nothing stops it but the end of the process.
        await EraseAsync(runnerId, account.Address, CancellationToken.None);
        return account;
    }

    /// <summary>Whether an account is that of the owner, and others would be left without one.</summary>
    public async Task<bool> WouldLeaveOthersAloneAsync(Guid runnerId, CancellationToken cancellationToken) =>
        await db.Users.AnyAsync(runner => runner.Id == runnerId && runner.IsOwner, cancellationToken)
            && await db.Users.AnyAsync(runner => runner.Id != runnerId, cancellationToken);

    /// <summary>Erases what a restored backup, or an erasure that was broken off, has left of erased accounts.</summary>
    /// <returns>How many accounts. [1]</returns>
    public async Task<int> EraseRestoredAsync(CancellationToken cancellationToken)
    {
        if (erased.IsEmpty)
        {
            return 0;
        }

        var known = await db.Users
            .AsNoTracking()
            .Select(runner => new { runner.Id, runner.Email })
            .ToDictionaryAsync(runner => runner.Id, runner => runner.Email, cancellationToken);
        var back = await erased.AmongAsync(db, known.Keys.Union(store.Runners()), cancellationToken);
        foreach (var runnerId in back)
        {
            await EraseAsync(runnerId, known.GetValueOrDefault(runnerId), cancellationToken);
        }

        return back.Count;
    }

    private async Task<ErasedAccount?> ReadAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(runner => runner.Id == runnerId, cancellationToken) is not { } runner
            || await WouldLeaveOthersAloneAsync(runnerId, cancellationToken))
        {
            return null;
        }

        return new(
            clock.GetCurrentInstant(),
            runner.Email,
            runner.EmailConfirmed,
            await db.Uploads.CountAsync(row => row.RunnerId == runnerId && row.DuplicateOfId == null && row.State != UploadState.Rejected, cancellationToken),
            await db.AllRuns.CountAsync(row => row.RunnerId == runnerId, cancellationToken),
            await db.DiaryNotes.CountAsync(row => row.RunnerId == runnerId, cancellationToken),
            await db.WeeklyMails.CountAsync(row => row.RunnerId == runnerId, cancellationToken));
    }

    private async Task EraseAsync(Guid runnerId, string? address, CancellationToken cancellationToken)
    {
        watched.Forget(runnerId);
        await work.DoAsync(runnerId, runner => CloseAsync(runner.Id, cancellationToken), cancellationToken);
        await inHand.WaitAsync(runnerId, Mails, cancellationToken);
        // Files before the rows that name them, and once more after: a file may have come in meanwhile.
        mails.Delete(await db.WeeklyMails.Where(row => row.RunnerId == runnerId).Select(row => row.MessageId).ToListAsync(cancellationToken));
        mails.DeleteTo(address);
        store.DeleteAll(runnerId);
        partials.DeleteAll(runnerId);
        List<Guid> keys = [runnerId, .. await db.Uploads.Where(row => row.RunnerId == runnerId).Select(row => row.Id).ToListAsync(cancellationToken)];
        while (await work.DoAsync(runnerId, runner => DeleteSomeAsync(runner.Id, cancellationToken), cancellationToken))
        {
        }

        // All other rows go with the runner's own.
        await work.DoAsync(
            runnerId,
            async runner => await db.Users.Where(row => row.Id == runner.Id).ExecuteDeleteAsync(cancellationToken) > 0,
            cancellationToken);
        db.ChangeTracker.Clear();
        store.DeleteAll(runnerId);
        partials.DeleteAll(runnerId);
        mails.DeleteTo(address);
        await auditing.ForgetAsync(runnerId, cancellationToken);
        await engine.ForgetAsync(keys, cancellationToken);
        await WriteAheadLog.EmptyAsync(db, cancellationToken);
    }

    // Nobody is signed in or can sign in, no mail is begun, and whoever has work in hand loses the claim.
    private async Task<bool> CloseAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        await db.SignIns.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.ApiTokens.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.MailTokens.Where(row => row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await inHand.RecallAsync(runnerId, Mails, cancellationToken);
        await db.Work.Where(row => row.RunnerId == runnerId && (row.Owner == null || !Mails.Contains(row.Rank))).ExecuteDeleteAsync(cancellationToken);
        var stamp = Guid.NewGuid().ToString();
        return await db.Users.Where(row => row.Id == runnerId).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.WeeklyMail, false)
                .SetProperty(row => row.StoringConsent, (Instant?)null)
                .SetProperty(row => row.ScoringConsent, (Instant?)null)
                .SetProperty(row => row.PasswordHash, (string?)null)
                .SetProperty(row => row.ConcurrencyStamp, stamp),
            cancellationToken) > 0;
    }

    private async Task<bool> DeleteSomeAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var some = await db.AllRuns.Where(run => run.RunnerId == runnerId).Select(run => run.Id).Take(Chunk).ToListAsync(cancellationToken);
        return some.Count > 0
            ? await db.AllRuns.Where(run => some.Contains(run.Id)).ExecuteDeleteAsync(cancellationToken) > 0
            : await db.DeleteSomeRunlessFilesAsync(runnerId, cancellationToken);
    }
}

/// <summary>The sums of an erased account, for its receipt.</summary>
/// <param name="Moment">When it was erased.</param>
/// <param name="Address">Its mail address, kept nowhere; null where it had none.</param>
/// <param name="IsConfirmed">Whether the address was its runner's own.</param>
/// <param name="Files">Originals. [1]</param>
/// <param name="Runs">Activities. [1]</param>
/// <param name="Notes">Entries of the diary. [1]</param>
/// <param name="Mails">Weekly mails. [1]</param>
public sealed record ErasedAccount(Instant Moment, string? Address, bool IsConfirmed, int Files, int Runs, int Notes, int Mails);
