using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Consents;

/// <summary>
/// Finds runners of whom more is stored than they agreed to, as after a restored backup or an answer that crossed a withdrawal, and files that wait
/// in vain.
/// </summary>
internal sealed class ConsentLook(KneeLoadDbContext db, WorkList list, WorkBell bell) : ILook
{
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var runnerId in await OutOfLineAsync(cancellationToken))
        {
            await list.AddAsync(WorkKind.Consent, runnerId, runnerId, WorkRank.People, cancellationToken);
            bell.Ring(runnerId);
        }
    }

    private async Task<List<Guid>> OutOfLineAsync(CancellationToken cancellationToken)
    {
        // Each begins with rows that an index gives: runners who did not agree, or files that were kept unread.
        var withdrawn = db.Consents.Where(row => row.Purpose == ConsentPurpose.Storing && !row.Given);
        var unstored = db.Users.Where(runner => runner.StoringConsent == null);
        List<Guid> found =
        [
            .. await unstored.Where(runner => db.AllRuns.Any(run => run.RunnerId == runner.Id) || db.Weeks.Any(week => week.RunnerId == runner.Id)
                    || db.Uploads.Any(upload => upload.RunnerId == runner.Id && (upload.State == UploadState.Received || upload.State == UploadState.Done
                        || db.RunlessFiles.Any(file => file.UploadId == upload.Id))))
                .Select(runner => runner.Id).ToListAsync(cancellationToken),
            .. await unstored.Where(runner => withdrawn.Any(row => row.RunnerId == runner.Id)
                    && (runner.KneeInjury != null
                        || runner.OtherInjury != null
                        || runner.BirthYear != null
                        || runner.LongestBeforeMetres != null
                        || runner.ToldHeelStrike != null
                        || runner.Paused
                        || db.DiaryNotes.Any(note => note.RunnerId == runner.Id)))
                .Select(runner => runner.Id).ToListAsync(cancellationToken),
            .. await ScoresOf(unstored).ToListAsync(cancellationToken),
            .. await ScoresOf(db.Users.Where(runner => runner.ScoringConsent == null)).ToListAsync(cancellationToken),
            .. await db.Uploads
                .Where(upload => upload.State == UploadState.Kept && db.Users.Any(runner => runner.Id == upload.RunnerId && runner.StoringConsent != null))
                .Select(upload => upload.RunnerId).Distinct().ToListAsync(cancellationToken),
        ];
        return [.. found.Distinct()];
    }

    private IQueryable<Guid> ScoresOf(IQueryable<Runner> unscored) => unscored
        .Where(runner => db.ShownAssessments.Any(row => row.RunnerId == runner.Id)
            || db.WeeklyMails.Any(row => row.RunnerId == runner.Id && row.TextBody != null))
        .Select(runner => runner.Id);
}
