using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.Access;

/// <summary>Lists and ends the links out there that act on an account without a sign-in: those in mails, and those that the owner handed over.</summary>
public sealed class OpenLinks(KneeLoadDbContext db, IClock clock)
{
    /// <summary>The links that still work, one line for each thing that they do.</summary>
    public async Task<IReadOnlyList<OpenLink>> ListAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var mailed = await db.MailTokens.AsNoTracking().Where(row => row.RunnerId == runnerId)
            .Select(row => new { row.Purpose, row.Created }).ToListAsync(cancellationToken);
        // An invitation and the owner's word open no account that there is.
        var others = await db.AccountLinks
            .AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.Purpose != AccountLinkPurpose.Invitation && row.Purpose != AccountLinkPurpose.OwnersWord)
            .Select(row => new { row.Purpose, row.Expires }).ToListAsync(cancellationToken);
        return
        [
            .. mailed.Select(row => (Does: row.Purpose.ToString(), Ends: row.Created + Retention.OfLink(row.Purpose.ToString())))
                .Concat(others.Select(row => (Does: row.Purpose.ToString(), Ends: row.Expires)))
                .Where(link => link.Ends > now)
                .GroupBy(link => link.Does, StringComparer.Ordinal)
                .OrderBy(links => links.Key, StringComparer.Ordinal)
                .Select(links => new OpenLink(links.Key, links.Count(), links.Max(link => link.Ends))),
        ];
    }

    /// <summary>Ends the links that do one thing. From then on none of them works.</summary>
    /// <returns>How many ended. [1]</returns>
    public async Task<int> EndAsync(Guid runnerId, string? does, CancellationToken cancellationToken)
    {
        if (does is null || !new OpenLink(does, 0, default).IsEndedHere)
        {
            return 0;
        }

        return Enum.TryParse<MailTokenPurpose>(does, out var mailed) && Enum.IsDefined(mailed)
            ? await db.MailTokens.Where(row => row.RunnerId == runnerId && row.Purpose == mailed).ExecuteDeleteAsync(cancellationToken)
            : Enum.TryParse<AccountLinkPurpose>(does, out var other) && other is not (AccountLinkPurpose.Invitation or AccountLinkPurpose.OwnersWord)
                ? await db.AccountLinks.Where(row => row.RunnerId == runnerId && row.Purpose == other).ExecuteDeleteAsync(cancellationToken)
                : 0;
    }
}

/// <summary>The links that do one thing.</summary>
/// <param name="Does">What they do, by the name of their purpose.</param>
/// <param name="Count">How many there are. [1]</param>
/// <param name="Until">When the last of them ends by itself.</param>
public sealed record OpenLink(string Does, int Count, Instant Until)
{
    /// <summary>Whether the runner ends them. The link that keeps an old address does not end so: it is there against whoever took the account over.</summary>
    public bool IsEndedHere => Does != nameof(AccountLinkPurpose.KeepAddress);
}
