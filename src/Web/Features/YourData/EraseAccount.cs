using System.Security.Claims;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Email;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.YourData;

/// <summary>Erases the account of the signed-in runner and writes the receipt, which is the last mail to its address.</summary>
public sealed class EraseAccount(
    KneeLoadDbContext db,
    CurrentRunner current,
    AccountErasure erasure,
    Accounts accounts,
    SecurityLog log,
    IHttpContextAccessor context,
    IMailTransport transport,
    MailSettings mail,
    Address address,
    Language language)
{
    /// <summary>Whether the account is that of the owner, and others would be left without one.</summary>
    public Task<bool> WouldLeaveOthersAloneAsync(CancellationToken cancellationToken) => erasure.WouldLeaveOthersAloneAsync(current.Id, cancellationToken);

    /// <summary>Erases the account.</summary>
    /// <returns>The receipt; null when the ownership must be passed on first.</returns>
    public async Task<Receipt?> HandleAsync(CancellationToken cancellationToken)
    {
        var format = (await db.ReadRunnerAsync(current.Id, cancellationToken)).Format(language);
        if (await erasure.RunAsync(current.Id, cancellationToken) is not { } erased)
        {
            return null;
        }

        await log.ErasedAsync();
        await accounts.SignOutAsync();
        if (context.HttpContext is { } here)
        {
            here.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        var receipt = Receipt.Of(erased, format);
        return receipt with { IsMailed = await MailAsync(erased, receipt) };
    }

    // Where no server is set a mail would stay as a file, and where the address was never confirmed it may be another's.
    private async Task<bool?> MailAsync(ErasedAccount erased, Receipt receipt)
    {
        if (mail.Host is null || !erased.IsConfirmed || !Mailbox.TryParse(erased.Address, out var mailbox))
        {
            return null;
        }

        var delivery = await transport.SendAsync(ReceiptLetter.To(mailbox, receipt, address.Public.Host, language), MailRight.Own, CancellationToken.None);
        return delivery.Outcome is DeliveryOutcome.Taken;
    }
}
