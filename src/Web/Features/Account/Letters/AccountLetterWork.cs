using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Email;
using KneeLoad.Web.Identity.Access;
using KneeLoad.Web.Identity.Letters;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Words;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Account.Letters;

/// <summary>Writes and sends a letter about an account. Its link is made now, so that a row that waits opens nothing.</summary>
public sealed class AccountLetterWork(
    KneeLoadDbContext db, AccountLinks links, ILookupNormalizer names, AccountAddresses addresses, IMailTransport transport, RunnerWork work, WorkClaims claims, WorkHands hands, Language say) : IWork
{
    /// <inheritdoc/>
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (AccountLetter.Read(claim.Progress) is { } letter)
        {
            var right = new MailRight(token => claims.NoteAsync(claim, letter.Write(), token), () => hands.Holds(claim));
            foreach (var mail in await WriteAsync(claim.Key, letter, cancellationToken))
            {
                if (await transport.SendAsync(mail, right, cancellationToken) is { Outcome: not DeliveryOutcome.Taken } delivery)
                {
                    throw new NotDoneException($"{delivery.Outcome}: {delivery.Reply}", isFinal: delivery.Outcome is not (DeliveryOutcome.TryAgain or DeliveryOutcome.Unknown));
                }
            }
        }

        await work.DoAsync(claim, () => claims.EndAsync(claim, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<OutgoingMail>> WriteAsync(Guid key, AccountLetter letter, CancellationToken cancellationToken)
    {
        var runner = await FindAsync(letter, cancellationToken);
        if (runner is null)
        {
            return [];
        }

        var own = runner.Email ?? "";
        return letter.Kind switch
        {
            AccountLetterKind.Reset when runner.ConfirmBy is null => await ResetAsync(key, runner, own, cancellationToken),
            AccountLetterKind.Reset or AccountLetterKind.Registering when runner.ConfirmBy is not null => await ConfirmAsync(key, runner, own, cancellationToken),
            AccountLetterKind.Registering => Notice(key, own, "Access.Letter.Known.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.NewAddress when letter.Address is { } next => [.. await OldAsync(key, runner, own, cancellationToken), .. await NewAsync(Another(key), runner, next, cancellationToken)],
            AccountLetterKind.AddressChanged => Notice(key, letter.Address, "Access.Letter.AddressChanged.", null),
            AccountLetterKind.PasswordChanged => Notice(key, own, "Access.Letter.PasswordChanged.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.SignInsEnded => Notice(key, own, "Access.Letter.SignInsEnded.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.BecameOwner => Notice(key, own, "Access.Letter.BecameOwner.", ("Account.SignIn.Title", addresses.SignIn)),
            AccountLetterKind.PassedOn => Notice(key, own, "Access.Letter.PassedOn.", ("Account.SignIn.Title", addresses.SignIn)),
            _ => [],
        };
    }

    private Task<Runner?> FindAsync(AccountLetter letter, CancellationToken cancellationToken)
    {
        var name = names.NormalizeEmail(letter.Address);
        return letter.RunnerId is { } id
            ? db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            : db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == name, cancellationToken);
    }

    private async Task<IReadOnlyList<OutgoingMail>> ResetAsync(Guid key, Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.ResetPassword, runner.Id, AccountLinks.ResetLife, null, cancellationToken);
        return Linked(key, to, "Access.Letter.Reset.", ("Access.Reset.Title", addresses.Reset(token)), ("minutes", AccountLinks.ResetLife.TotalMinutes));
    }

    private async Task<IReadOnlyList<OutgoingMail>> ConfirmAsync(Guid key, Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.ConfirmAccount, runner.Id, AccountLinks.AddressLife, null, cancellationToken);
        return Linked(key, to, "Access.Letter.Confirm.", ("Access.Confirm.Do", addresses.Confirm(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    private async Task<IReadOnlyList<OutgoingMail>> OldAsync(Guid key, Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.KeepAddress, runner.Id, AccountLinks.AddressLife, to, cancellationToken);
        return Linked(key, to, "Access.Letter.KeepAddress.", ("Access.Keep.Do", addresses.KeepAddress(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    private async Task<IReadOnlyList<OutgoingMail>> NewAsync(Guid key, Runner runner, string to, CancellationToken cancellationToken)
    {
        var name = names.NormalizeEmail(to);
        if (await db.Users.AnyAsync(row => row.NormalizedEmail == name && row.Id != runner.Id, cancellationToken))
        {
            return Notice(key, to, "Access.Letter.Known.", ("Access.Forgotten.Title", addresses.Forgotten));
        }

        var token = await links.MakeAsync(AccountLinkPurpose.NewAddress, runner.Id, AccountLinks.AddressLife, to, cancellationToken);
        return Linked(key, to, "Access.Letter.NewAddress.", ("Access.NewAddress.Do", addresses.NewAddress(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    // The two letters of one change are two mails.
    private static Guid Another(Guid key)
    {
        var bytes = key.ToByteArray();
        bytes[^1] ^= 1;
        return new(bytes);
    }

    private IReadOnlyList<OutgoingMail> Linked(Guid key, string to, string texts, (string Words, Uri Address) link, (string Name, double Value) life) =>
        Mailbox.TryParse(to, out var mailbox)
            ? [AccountLetterText.To(
                key, mailbox, addresses.Host, say[texts + "Subject"], say[texts + "Text", ("host", addresses.Host)], (say[link.Words], link.Address),
                say[texts + "After", (life.Name, say.Format.Number(life.Value, 0))], say)]
            : [];

    private IReadOnlyList<OutgoingMail> Notice(Guid key, string? to, string texts, (string Words, Uri Address)? link) =>
        Mailbox.TryParse(to, out var mailbox)
            ? [AccountLetterText.To(
                key, mailbox, addresses.Host, say[texts + "Subject"], say[texts + "Text", ("host", addresses.Host)],
                link is var (words, address) ? (say[words], address) : null, say[texts + "After"], say)]
            : [];
}
