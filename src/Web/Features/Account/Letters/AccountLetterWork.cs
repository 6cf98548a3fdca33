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
    KneeLoadDbContext db, AccountLinks links, ILookupNormalizer names, AccountAddresses addresses, IMailTransport transport, RunnerWork work, WorkClaims claims, Language say) : IWork
{
    /// <inheritdoc/>
    public async Task DoAsync(WorkClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        if (AccountLetter.Read(claim.Progress) is { } letter)
        {
            foreach (var mail in await WriteAsync(letter, cancellationToken))
            {
                if (await transport.SendAsync(mail, cancellationToken) is { Outcome: DeliveryOutcome.TryAgain } delivery)
                {
                    throw new InvalidOperationException(delivery.Reply);
                }
            }
        }

        await work.DoAsync(claim, () => claims.EndAsync(claim, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task GiveUpAsync(WorkClaim claim, Exception? fault, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<IReadOnlyList<OutgoingMail>> WriteAsync(AccountLetter letter, CancellationToken cancellationToken)
    {
        var runner = await FindAsync(letter, cancellationToken);
        if (runner is null)
        {
            return [];
        }

        var own = runner.Email ?? "";
        return letter.Kind switch
        {
            AccountLetterKind.Reset when runner.ConfirmBy is null => await ResetAsync(runner, own, cancellationToken),
            AccountLetterKind.Reset or AccountLetterKind.Registering when runner.ConfirmBy is not null => await ConfirmAsync(runner, own, cancellationToken),
            AccountLetterKind.Registering => Notice(own, "Access.Letter.Known.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.NewAddress when letter.Address is { } next => [.. await OldAsync(runner, own, cancellationToken), .. await NewAsync(runner, next, cancellationToken)],
            AccountLetterKind.AddressChanged => Notice(letter.Address, "Access.Letter.AddressChanged.", null),
            AccountLetterKind.PasswordChanged => Notice(own, "Access.Letter.PasswordChanged.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.SignInsEnded => Notice(own, "Access.Letter.SignInsEnded.", ("Access.Forgotten.Title", addresses.Forgotten)),
            AccountLetterKind.BecameOwner => Notice(own, "Access.Letter.BecameOwner.", ("Account.SignIn.Title", addresses.SignIn)),
            AccountLetterKind.PassedOn => Notice(own, "Access.Letter.PassedOn.", ("Account.SignIn.Title", addresses.SignIn)),
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

    private async Task<IReadOnlyList<OutgoingMail>> ResetAsync(Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.ResetPassword, runner.Id, AccountLinks.ResetLife, null, cancellationToken);
        return Linked(to, "Access.Letter.Reset.", ("Access.Reset.Title", addresses.Reset(token)), ("minutes", AccountLinks.ResetLife.TotalMinutes));
    }

    private async Task<IReadOnlyList<OutgoingMail>> ConfirmAsync(Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.ConfirmAccount, runner.Id, AccountLinks.AddressLife, null, cancellationToken);
        return Linked(to, "Access.Letter.Confirm.", ("Access.Confirm.Do", addresses.Confirm(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    private async Task<IReadOnlyList<OutgoingMail>> OldAsync(Runner runner, string to, CancellationToken cancellationToken)
    {
        var token = await links.MakeAsync(AccountLinkPurpose.KeepAddress, runner.Id, AccountLinks.AddressLife, to, cancellationToken);
        return Linked(to, "Access.Letter.KeepAddress.", ("Access.Keep.Do", addresses.KeepAddress(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    private async Task<IReadOnlyList<OutgoingMail>> NewAsync(Runner runner, string to, CancellationToken cancellationToken)
    {
        var name = names.NormalizeEmail(to);
        if (await db.Users.AnyAsync(row => row.NormalizedEmail == name && row.Id != runner.Id, cancellationToken))
        {
            return Notice(to, "Access.Letter.Known.", ("Access.Forgotten.Title", addresses.Forgotten));
        }

        var token = await links.MakeAsync(AccountLinkPurpose.NewAddress, runner.Id, AccountLinks.AddressLife, to, cancellationToken);
        return Linked(to, "Access.Letter.NewAddress.", ("Access.NewAddress.Do", addresses.NewAddress(token)), ("days", AccountLinks.AddressLife.TotalDays));
    }

    private IReadOnlyList<OutgoingMail> Linked(string to, string key, (string Words, Uri Address) link, (string Name, double Value) life) =>
        Mailbox.TryParse(to, out var mailbox)
            ? [AccountLetterText.To(
                mailbox, addresses.Host, say[key + "Subject"], say[key + "Text", ("host", addresses.Host)], (say[link.Words], link.Address),
                say[key + "After", (life.Name, say.Format.Number(life.Value, 0))], say)]
            : [];

    private IReadOnlyList<OutgoingMail> Notice(string? to, string key, (string Words, Uri Address)? link) =>
        Mailbox.TryParse(to, out var mailbox)
            ? [AccountLetterText.To(
                mailbox, addresses.Host, say[key + "Subject"], say[key + "Text", ("host", addresses.Host)],
                link is var (words, address) ? (say[words], address) : null, say[key + "After"], say)]
            : [];
}
