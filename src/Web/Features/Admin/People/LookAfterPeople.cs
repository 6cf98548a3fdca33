using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Mailing.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Admin.People;

/// <summary>Lets the owner invite, help with a forgotten password, and pass the installation on.</summary>
public sealed class LookAfterPeople(
    KneeLoadDbContext db,
    CurrentRunner current,
    AccountLinks links,
    AccountAddresses addresses,
    Ownership ownership,
    Accounts accounts,
    UserManager<Runner> users,
    AccountLetters letters,
    SecurityLog log)
{
    /// <summary>Makes an invitation.</summary>
    /// <returns>Its link, which is nowhere else.</returns>
    public async Task<Uri> InviteAsync(CancellationToken cancellationToken)
    {
        await log.InvitedAsync();
        return addresses.Register(await links.MakeAsync(AccountLinkPurpose.Invitation, current.Id, AccountLinks.InvitationLife, null, cancellationToken));
    }

    /// <summary>Revokes an invitation. That it is used already is no fault.</summary>
    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.AccountLinks
            .IgnoreQueryFilters([RowsInSight.Own])
            .Where(row => row.Id == id && row.Purpose == AccountLinkPurpose.Invitation)
            .ExecuteDeleteAsync(cancellationToken) > 0)
        {
            await log.InvitationRevokedAsync();
        }
    }

    /// <summary>Makes a link to a new password of another's account.</summary>
    /// <returns>The link, which is nowhere else; null where there is no such account.</returns>
    public async Task<Uri?> ResetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (id == current.Id || !await db.Users.AnyAsync(row => row.Id == id, cancellationToken))
        {
            return null;
        }

        await log.ResetMadeAsync(id);
        return addresses.Reset(await links.MakeAsync(AccountLinkPurpose.ResetPassword, id, AccountLinks.HandedResetLife, null, cancellationToken));
    }

    /// <summary>Passes the installation on to another account, after the password. Both sign in anew.</summary>
    /// <returns>False where the password is wrong, or there is no such account.</returns>
    public async Task<bool> PassOnAsync(Guid id, string password, CancellationToken cancellationToken)
    {
        var before = current.Id;
        if (await users.FindByIdAsync(before.ToString()) is not { IsOwner: true } owner
            || id == before
            || await accounts.AskAgainAsync(owner, password) is { IsRight: false }
            || !await ownership.PassOnAsync(id, cancellationToken))
        {
            return false;
        }

        await log.OwnershipPassedAsync(id);
        await letters.AddAsync(AccountLetterKinds.BecameOwner, id, cancellationToken);
        await letters.AddAsync(AccountLetterKinds.PassedOn, before, cancellationToken);
        return true;
    }
}
