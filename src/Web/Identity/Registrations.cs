using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Identity;

/// <summary>Lets people make an account: with the owner's word, with an invitation, or anybody, as the setting says.</summary>
public sealed class Registrations(AccessSettings settings, Accounts accounts, AccountLinks links, OwnersWord word, KneeLoadDbContext db, SecurityLog log)
{
    /// <summary>The door that stands open for a request.</summary>
    /// <param name="invitation">The token of an invitation; null for none.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RegistrationDoor> DoorAsync(string? invitation, CancellationToken cancellationToken)
    {
        var asksWord = !await word.HasOwnerAsync(cancellationToken);
        if (settings.IsSingleUser)
        {
            return new(RegistrationWay.Closed, false);
        }

        if (settings.Mode is RegistrationMode.Open)
        {
            return new(RegistrationWay.Open, asksWord);
        }

        if (asksWord)
        {
            return new(RegistrationWay.OwnersWord, true);
        }

        return await links.FindAsync(invitation, AccountLinkPurpose.Invitation, cancellationToken) is not null && settings.Mode is RegistrationMode.Invite
            ? new(RegistrationWay.Invited, false)
            : new(RegistrationWay.Closed, false);
    }

    /// <summary>Makes an account through an open door.</summary>
    /// <param name="wanted">The account.</param>
    /// <param name="ownersWord">The owner's word as typed; null or empty for none.</param>
    /// <param name="invitation">The token of an invitation; null for none.</param>
    /// <param name="mustConfirm">Whether an account that anybody may make waits for its address to be confirmed.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<RegistrationOutcome> RegisterAsync(
        NewAccount wanted, string? ownersWord, string? invitation, bool mustConfirm, CancellationToken cancellationToken)
    {
        var door = await DoorAsync(invitation, cancellationToken);
        var opening = door.AsksWord && !string.IsNullOrWhiteSpace(ownersWord)
            ? await links.FindAsync(OwnersWord.Typed(ownersWord), AccountLinkPurpose.OwnersWord, cancellationToken)
            : await links.FindAsync(invitation, AccountLinkPurpose.Invitation, cancellationToken);
        if (door.Way is RegistrationWay.Closed
            || (door.AsksWord && opening is null && (door.Way is RegistrationWay.OwnersWord || !string.IsNullOrWhiteSpace(ownersWord))))
        {
            return new(door, null, [], IsWordWrong: door.AsksWord);
        }

        var isOwner = opening?.Purpose is AccountLinkPurpose.OwnersWord;
        var (made, faults) = await accounts.MakeAsync(wanted with { IsOwner = isOwner, MustConfirm = mustConfirm && opening is null });
        if (faults.Count == 0 && opening is not null && !await links.UseAsync(opening, cancellationToken) && made is not null)
        {
            // Somebody else was let in by the same word or link at the same instant.
            await db.Users.Where(row => row.Id == made.Id).ExecuteDeleteAsync(cancellationToken);
            return new(await DoorAsync(invitation, cancellationToken), null, [], IsWordWrong: isOwner);
        }

        if (made?.IsOwner is true)
        {
            await log.OwnerMadeAsync(made.Id);
        }

        return new(door with { IsTrusted = opening is not null }, made, faults, IsWordWrong: false);
    }
}

/// <summary>Names the ways to an account.</summary>
public enum RegistrationWay
{
    /// <summary>There is none.</summary>
    Closed,

    /// <summary>There is no owner yet: the word that the console shows.</summary>
    OwnersWord,

    /// <summary>A link from the owner.</summary>
    Invited,

    /// <summary>Anybody may.</summary>
    Open,
}

/// <summary>The way to an account that a request has.</summary>
/// <param name="Way">The way.</param>
/// <param name="AsksWord">Whether the owner's word makes the owner.</param>
public sealed record RegistrationDoor(RegistrationWay Way, bool AsksWord)
{
    /// <summary>Whether the person came by a word or link that is worth something.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Whether there is a form at all.</summary>
    public bool IsOpen => Way is not RegistrationWay.Closed;
}

/// <summary>The outcome of a registration.</summary>
/// <param name="Door">The door that it came to.</param>
/// <param name="Made">The account; null where the address had one, or something was wrong.</param>
/// <param name="Faults">Faults of address and password.</param>
/// <param name="IsWordWrong">Whether the owner's word was asked for and is another.</param>
public sealed record RegistrationOutcome(RegistrationDoor Door, Runner? Made, IReadOnlyList<IdentityError> Faults, bool IsWordWrong);
