using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>
/// Scores the day of a runner whose weekly mail is due, and writes the letter of it; the work goes on as the mail's. It is apart from
/// the sending, so that a slow mail server holds no history in memory and scoring waits for no server.
/// </summary>
internal sealed class ScoreWork(RunnerWork work, WorkClaims claims, WeeklyMailRows mails, WeeklyMailWriter writer, RunlessReaders runless) : IWork
{
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        if (await mails.ReadAsync(claim, cancellationToken) is not var (row, reader))
        {
            return;
        }

        if (await runless.WasToldAsync(row, reader, cancellationToken))
        {
            await mails.DropAsync(claim, "no run since the letter that said so", cancellationToken);
            return;
        }

        var letter = await writer.WriteAsync(reader, cancellationToken);
        await work.DoAsync(
            claim,
            async runner =>
            {
                if (!runner.Processing.Scores)
                {
                    // Withdrawn meanwhile: nothing of it is kept, and the next try finds it no longer wanted.
                    throw new ClaimLostException();
                }

                await mails.KeepAsync(row.Id, letter, cancellationToken);
                await claims.GoOnAsAsync(claim, WorkKind.WeeklyMail, cancellationToken);
            },
            cancellationToken);
    }

    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => mails.GiveUpAsync(claim, fault, cancellationToken);
}
