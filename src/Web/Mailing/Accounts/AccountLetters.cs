using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Email;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Mailing.Accounts;

/// <summary>Queues letters about accounts. Without a mail server there are none.</summary>
public sealed class AccountLetters(
    KneeLoadDbContext db, RunnerWork work, LetterQueue queue, WorkBell bell, AccessSettings settings, ILookupNormalizer names, MachineTime machine)
{
    /// <summary>Whether letters reach anybody.</summary>
    public bool AreSent => settings.SendsMail;

    /// <summary>Queues a letter to the address of an account.</summary>
    public Task AddAsync(LetterKind kind, Guid runnerId, CancellationToken cancellationToken) => QueueAsync([new(kind, runnerId, null)], cancellationToken);

    /// <summary>Queues a letter to an address that is the account's no longer.</summary>
    public Task AddAsync(LetterKind kind, Guid runnerId, string to, CancellationToken cancellationToken) =>
        QueueAsync([new(kind, runnerId, to)], cancellationToken);

    /// <summary>Queues the two letters about another address: the old one may refuse it, the new one is to confirm it.</summary>
    public async Task AskForAddressAsync(Runner runner, string next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runner);
        var name = names.NormalizeEmail(next);
        var other = await db.Users
            .Where(row => row.NormalizedEmail == name && row.Id != runner.Id)
            .Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellationToken);
        await QueueAsync(
            [
                new(AccountLetterKinds.KeepAddress, runner.Id, runner.Email),
                other is { } known ? new(AccountLetterKinds.Known, known, null) : new(AccountLetterKinds.NewAddress, runner.Id, next),
            ],
            cancellationToken);
    }

    /// <summary>
    /// Has a letter queued for an address that may have no account. It is looked up later, by <see cref="AskedLetterWork"/>, so that a
    /// known and an unknown address cost the same here.
    /// </summary>
    /// <param name="kind"><see cref="WorkKind.ResetAsked"/> or <see cref="WorkKind.Registering"/>.</param>
    /// <param name="address">The address.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AskAsync(string kind, string address, CancellationToken cancellationToken)
    {
        if (!AreSent)
        {
            return;
        }

        db.Work.Add(WorkList.RowOf(kind, Guid.CreateVersion7(), runnerId: null, WorkRank.Letters, machine.Now, address));
        await db.SaveChangesAsync(cancellationToken);
        bell.Ring(null);
    }

    private async Task QueueAsync(IReadOnlyList<Queued> letters, CancellationToken cancellationToken)
    {
        if (!AreSent)
        {
            return;
        }

        var reachable = letters.Where(letter => letter.To is null || Mailbox.TryParse(letter.To, out _)).ToList();
        await work.DoAsync(
            async () =>
            {
                foreach (var letter in reachable)
                {
                    await queue.AddAsync(letter.Kind, letter.RunnerId, letter.To, values: null, cancellationToken);
                }
            },
            cancellationToken);
        foreach (var runnerId in reachable.Select(letter => letter.RunnerId).Distinct())
        {
            bell.Ring(runnerId);
        }
    }

    private sealed record Queued(LetterKind Kind, Guid RunnerId, string? To);
}
