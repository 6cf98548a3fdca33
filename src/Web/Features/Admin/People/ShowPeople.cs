using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Admin.People;

/// <summary>Reads the accounts, a page at a time, and the invitations that are still good. Nobody's runs are read.</summary>
public sealed class ShowPeople(
    KneeLoadDbContext db, RowsInSight rows, CurrentRunner current, AccessSettings settings, SecurityLog log, Language language, IClock clock)
{
    private const int OnPage = 50;
    private const int MostInvitations = 100;

    /// <summary>Shows the page to the owner.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<PeopleView> HandleAsync(int page, CancellationToken cancellationToken)
    {
        await log.ReadAsync(current.Id);
        rows.SeeAll();
        var now = clock.GetCurrentInstant();
        var owner = await db.ReadRunnerAsync(current.Id, cancellationToken);
        var pages = Math.Max(1, (await db.Users.CountAsync(cancellationToken) + OnPage - 1) / OnPage);
        var shown = Math.Clamp(page, 1, pages);
        var people = await db.Users
            .AsNoTracking()
            .OrderByDescending(row => row.IsOwner)
            .ThenBy(row => row.Created)
            .ThenBy(row => row.Id)
            .Skip((shown - 1) * OnPage)
            .Take(OnPage)
            .Select(row => new PeopleView.Person(
                row.Id,
                row.Email ?? "",
                row.IsOwner,
                row.Created,
                db.SignIns.Where(session => session.RunnerId == row.Id).Max(session => (Instant?)session.Renewed),
                db.Uploads.Where(upload => upload.RunnerId == row.Id && upload.DuplicateOfId == null).Sum(upload => upload.Bytes)))
            .ToListAsync(cancellationToken);
        var invitations = await db.AccountLinks.AsNoTracking()
            .Where(row => row.Purpose == AccountLinkPurpose.Invitation && row.Expires > now)
            .OrderByDescending(row => row.Created)
            .Take(MostInvitations)
            .Select(row => new PeopleView.Invitation(row.Id, row.Created, row.Expires))
            .ToListAsync(cancellationToken);
        return new(owner.Format(language), settings.Mode, people, invitations, shown, pages);
    }
}

/// <summary>Accounts and invitations.</summary>
/// <param name="Format">Numbers and moments as the owner reads them.</param>
/// <param name="Mode">Who may register.</param>
/// <param name="People">The accounts of this page, the owner's first.</param>
/// <param name="Invitations">The latest invitations that are still good.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Pages">How many there are. [1]</param>
public sealed record PeopleView(
    RunnerFormat Format,
    RegistrationMode Mode,
    IReadOnlyList<PeopleView.Person> People,
    IReadOnlyList<PeopleView.Invitation> Invitations,
    int Page,
    int Pages)
{
    /// <summary>One account.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Address">Its mail address.</param>
    /// <param name="IsOwner">Whether it is the owner's.</param>
    /// <param name="Created">When it was made.</param>
    /// <param name="LastSeen">About when it was last used, of the sign-ins that last; null where there is none.</param>
    /// <param name="Stored">What it stores. [bytes]</param>
    public sealed record Person(Guid Id, string Address, bool IsOwner, Instant Created, Instant? LastSeen, long Stored);

    /// <summary>One invitation.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Created">When it was made.</param>
    /// <param name="Expires">Until when it is good.</param>
    public sealed record Invitation(Guid Id, Instant Created, Instant Expires);
}
