using System.Security.Cryptography;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Work;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Mailing;

/// <summary>
/// Makes the token of a letter at its first attempt, and finds the same in later ones. It waits sealed, so that a copy of the database
/// without the keys of the installation opens nothing.
/// </summary>
public sealed class LetterTokens(KneeLoadDbContext db, RunnerWork work, IServiceProvider services, IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("KneeLoad.Letters");

    /// <summary>The token of a letter; null where its link has none.</summary>
    /// <exception cref="ClaimLostException">Another worker has the letter by now.</exception>
    public async Task<string?> OfAsync(WorkClaim claim, LetterKind kind, Letter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(letter);
        if (kind.Link is not TokenLink link)
        {
            return null;
        }

        if (Opened(letter.Token) is { } earlier && await link.OpensAsync(services, earlier, cancellationToken))
        {
            return earlier;
        }

        // Outside of the transaction: a new key of the seal is written by itself.
        var token = MailTokens.New();
        var closed = seal.Protect(token);
        await work.DoAsync(
            claim,
            async () =>
            {
                await link.KeepAsync(services, letter, token, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await db.Letters.Where(row => row.Id == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Token, closed), cancellationToken);
            },
            cancellationToken);
        return token;
    }

    /// <summary>
    /// Whether a letter that was put off has been overtaken: its own link is ended, and another that does the same is open, which a new one
    /// would end.
    /// </summary>
    public async Task<bool> IsOvertakenAsync(LetterKind kind, Letter letter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(letter);
        return kind.Link is TokenLink link && Opened(letter.Token) is { } earlier
            && !await link.OpensAsync(services, earlier, cancellationToken) && await link.WouldEndAsync(services, letter, cancellationToken);
    }

    private string? Opened(string? token)
    {
        try
        {
            return token is null ? null : seal.Unprotect(token);
        }
        catch (CryptographicException)
        {
            // The keys are others since, as after a restore without them.
            return null;
        }
    }
}
