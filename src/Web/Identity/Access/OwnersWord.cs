using System.Security.Cryptography;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.Access;

/// <summary>
/// The word that makes the owner of a fresh installation. It is printed at the console only, and each start prints another while there is no owner.
/// </summary>
public sealed class OwnersWord(KneeLoadDbContext db, AccessSettings settings, IClock clock)
{
    /// <summary>Without letters and digits that are read for each other.</summary>
    private const string Signs = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Parts = 4;
    private const int SignsOfAPart = 4;

    private static readonly Duration Life = Duration.FromDays(3650);

    /// <summary>Whether there is an owner.</summary>
    public async Task<bool> HasOwnerAsync(CancellationToken cancellationToken) =>
        settings.HasOwner = await db.Users.AnyAsync(row => row.IsOwner, cancellationToken);

    /// <summary>Makes a new word, which ends the one before.</summary>
    /// <returns>The word; null where there is an owner.</returns>
    public async Task<string?> RenewAsync(CancellationToken cancellationToken)
    {
        if (await HasOwnerAsync(cancellationToken))
        {
            return null;
        }

        var word = NewWord();
        await db.AccountLinks
            .IgnoreQueryFilters([RowsInSight.Own])
            .Where(row => row.Purpose == AccountLinkPurpose.OwnersWord)
            .ExecuteDeleteAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        db.AccountLinks.Add(new()
        {
            Id = Guid.CreateVersion7(),
            TokenHash = AccountLinks.Hash(Typed(word)),
            Purpose = AccountLinkPurpose.OwnersWord,
            Created = now,
            Expires = now + Life,
        });
        await db.SaveChangesAsync(cancellationToken);
        return word;
    }

    /// <summary>A word in four parts that can be read out and typed.</summary>
    public static string NewWord() => string.Join('-', Enumerable.Range(0, Parts).Select(_ => RandomNumberGenerator.GetString(Signs, SignsOfAPart)));

    /// <summary>The word as it is compared: however it was typed, with blanks or capitals.</summary>
    public static string Typed(string? word) => string.Concat((word ?? "").ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
