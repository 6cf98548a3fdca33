using System.Text.Json;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using NodaTime;

namespace KneeLoad.Web.Mailing;

/// <summary>
/// Queues letters. Whoever queues one does so inside of <see cref="RunnerWork"/> and rings the <see cref="WorkBell"/> after the commit:
/// from then on the letter goes once, soon, whatever dies in between. What a mail server refuses waits for the owner on their page.
/// </summary>
public sealed class LetterQueue(KneeLoadDbContext db, WorkList work, IClock clock)
{
    /// <summary>Queues a letter to the address that the runner has when it is sent.</summary>
    public Task AddAsync(LetterKind kind, Guid runnerId, CancellationToken cancellationToken) =>
        AddAsync(kind, runnerId, to: null, values: null, cancellationToken);

    /// <summary>Queues a letter.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="runnerId">To whom.</param>
    /// <param name="to">Where to, as to an address that is no longer, or not yet, the runner's; null for the one that the runner has when it is sent.</param>
    /// <param name="values">What its texts name, by placeholder; null for nothing of its own.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task AddAsync(LetterKind kind, Guid runnerId, string? to, IReadOnlyDictionary<string, string>? values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var letter = new Letter
        {
            Id = Guid.CreateVersion7(),
            Kind = kind.Name,
            RunnerId = runnerId,
            To = to,
            Values = values is null ? null : JsonSerializer.Serialize(values),
            Created = clock.GetCurrentInstant(),
        };
        db.Letters.Add(letter);
        await db.SaveChangesAsync(cancellationToken);
        await work.AddAsync(kind.Name, letter.Id, runnerId, WorkRank.Letters, cancellationToken);
    }
}
