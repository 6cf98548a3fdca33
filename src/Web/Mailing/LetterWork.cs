using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Mailing;

/// <summary>Sends one letter of any kind.</summary>
internal sealed class LetterWork(
    KneeLoadDbContext db, RunnerWork work, MailSending sending, LetterTokens tokens, LetterPaper paper, IServiceProvider services) : IWork
{
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        var kind = services.GetRequiredKeyedService<LetterKind>(claim.Kind);
        var letter = await db.Letters.AsNoTracking().SingleOrDefaultAsync(row => row.Id == claim.Key, cancellationToken);
        var runner = await db.ReadRunnerAsync(claim.Runner, cancellationToken);
        if (letter is null || !kind.IsWanted(runner) || await tokens.IsOvertakenAsync(kind, letter, cancellationToken))
        {
            await work.EndAsync(claim, _ => ForgetAsync(claim.Key), cancellationToken);
            return;
        }

        if (!Mailbox.TryParse(letter.To ?? runner.Email, out var mailbox))
        {
            throw new NotDoneException($"{DeliveryOutcome.MailRefused}: {MailSending.NoAddress}", isFinal: true);
        }

        var token = await tokens.OfAsync(claim, kind, letter, cancellationToken);
        await sending.SendAsync(claim, paper.Write(kind, letter, mailbox, token), () => ForgetAsync(claim.Key), cancellationToken);
    }

    // The letter stays, so that the owner can have it tried again.
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private Task<int> ForgetAsync(Guid id) => db.Letters.Where(row => row.Id == id).ExecuteDeleteAsync(CancellationToken.None);
}
