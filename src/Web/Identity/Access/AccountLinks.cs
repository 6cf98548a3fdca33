using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.Access;

/// <summary>Makes links that open one door once, finds them again by their token, and uses them up.</summary>
public sealed class AccountLinks(KneeLoadDbContext db, RunnerWork work, IClock clock)
{
    private const int Bytes = 32;
    private const int MostLetters = 64;

    // Whoever opens one is not signed in.
    private IQueryable<AccountLink> Links => db.AccountLinks.IgnoreQueryFilters([RowsInSight.Own]);

    /// <summary>The life of an invitation.</summary>
    public static readonly Duration InvitationLife = Duration.FromDays(7);

    /// <summary>The life of a mailed link to a new password.</summary>
    public static readonly Duration ResetLife = Duration.FromHours(1);

    /// <summary>The life of such a link from the owner, who hands it over by hand.</summary>
    public static readonly Duration HandedResetLife = Duration.FromDays(1);

    /// <summary>The time within which an address can be confirmed, and an old one kept.</summary>
    public static readonly Duration AddressLife = Duration.FromDays(7);

    /// <summary>Makes a token. It stands in the link and nowhere else.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash that is stored of a token.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a new link would end one of the same purpose and account that is good now.</summary>
    public async Task<bool> WouldEndAsync(AccountLinkPurpose purpose, Guid runnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return EndsEarlier(purpose) && await Links.AnyAsync(row => row.Purpose == purpose && row.RunnerId == runnerId && row.Expires > now, cancellationToken);
    }

    /// <summary>Makes a link and commits it.</summary>
    /// <param name="purpose">What it does.</param>
    /// <param name="runnerId">The account that it is about; null for none.</param>
    /// <param name="life">How long it is good.</param>
    /// <param name="address">The mail address that it is about; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>
    /// Its token. A link that does the same for the same account is worth nothing any more, save invitations and the ways back to old addresses.
    /// </returns>
    public async Task<string> MakeAsync(AccountLinkPurpose purpose, Guid? runnerId, Duration life, string? address, CancellationToken cancellationToken)
    {
        var token = NewToken();
        await KeepAsync(token, purpose, runnerId, life, address, cancellationToken);
        return token;
    }

    /// <summary>Makes a link of a token, as <see cref="MakeAsync"/> does.</summary>
    public async Task KeepAsync(string token, AccountLinkPurpose purpose, Guid? runnerId, Duration life, string? address, CancellationToken cancellationToken)
    {
        if (EndsEarlier(purpose))
        {
            await EndAsync(purpose, runnerId, cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        db.AccountLinks.Add(new()
        {
            Id = Guid.CreateVersion7(),
            TokenHash = Hash(token),
            Purpose = purpose,
            RunnerId = runnerId,
            Address = address,
            Created = now,
            Expires = now + life,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The link of a token; null where it is unknown, used, revoked, outlived or for something else.</summary>
    public async Task<AccountLink?> FindAsync(string? token, AccountLinkPurpose purpose, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 0 and <= MostLetters })
        {
            return null;
        }

        var (hash, now) = (Hash(token), clock.GetCurrentInstant());
        return await Links.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.Expires > now, cancellationToken);
    }

    /// <summary>Uses a link up.</summary>
    /// <returns>True for one of all who try.</returns>
    public async Task<bool> UseAsync(AccountLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var now = clock.GetCurrentInstant();
        return await Links.Where(row => row.Id == link.Id && row.Expires > now).ExecuteDeleteAsync(cancellationToken) == 1;
    }

    /// <summary>Uses a link up and makes the change of its account that it is for: both, or neither.</summary>
    /// <param name="link">The link.</param>
    /// <param name="change">The change, which may be made more than once.</param>
    /// <param name="cancellationToken">Ends the work and rolls it back.</param>
    /// <returns>True for one of all who try.</returns>
    public async Task<bool> UseAsync(AccountLink link, Func<Task> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        ArgumentNullException.ThrowIfNull(change);
        return link.RunnerId is { } runnerId && await work.DoAsync(
            runnerId,
            async _ =>
            {
                await change();
                return await UseAsync(link, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Ends all links of a purpose and account.</summary>
    public Task EndAsync(AccountLinkPurpose purpose, Guid? runnerId, CancellationToken cancellationToken) =>
        Links.Where(row => row.Purpose == purpose && row.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Deletes the links that are outlived.</summary>
    public Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return Links.Where(row => row.Expires <= now).ExecuteDeleteAsync(cancellationToken);
    }

    // Not invitations, nor the ways back to old addresses.
    private static bool EndsEarlier(AccountLinkPurpose purpose) => purpose is not (AccountLinkPurpose.Invitation or AccountLinkPurpose.KeepAddress);
}
