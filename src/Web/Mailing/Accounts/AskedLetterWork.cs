using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Mailing.Accounts;

/// <summary>Finds the account of an address that somebody typed, and queues the letter that was asked for with it; none where there is no account.</summary>
internal sealed class AskedLetterWork(
    KneeLoadDbContext db, RunnerWork work, WorkClaims claims, LetterQueue queue, WorkBell bell, ILookupNormalizer names) : IWork
{
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var name = names.NormalizeEmail(claim.Progress);
        var runner = name is null ? null : await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == name, cancellationToken);
        await work.DoAsync(
            claim,
            async () =>
            {
                if (runner is not null)
                {
                    await queue.AddAsync(KindFor(runner, claim.Kind), runner.Id, cancellationToken);
                }

                await claims.EndAsync(claim, cancellationToken);
            },
            cancellationToken);
        bell.Ring(runner?.Id);
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private static LetterKind KindFor(Runner runner, string asked) => (runner.ConfirmBy, asked) switch
    {
        (not null, _) => AccountLetterKinds.Confirm,
        (null, WorkKind.ResetAsked) => AccountLetterKinds.Reset,
        _ => AccountLetterKinds.Known,
    };
}
