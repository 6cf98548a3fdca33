using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Mailing;

/// <summary>Tokens in mails: 256 random bits for one purpose of one runner, of which only the hash is stored.</summary>
public sealed class MailTokens(KneeLoadDbContext db, RowsInSight rows, IClock clock)
{
    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>The life of the link that confirms an address.</summary>
    public static readonly Duration ConfirmationLife = Retention.ConfirmationLinks;

    /// <summary>A new token. It is nowhere else than in the mail that it goes into.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Makes a token and adds its row, which the caller saves.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="purpose">What it opens.</param>
    /// <param name="day">The day that it speaks of, for a pain entry.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The token, for the mail.</returns>
    public async Task<string> MintAsync(Guid runnerId, MailTokenPurpose purpose, LocalDate? day, CancellationToken cancellationToken)
    {
        var token = New();
        await KeepAsync(token, runnerId, purpose, day, cancellationToken);
        return token;
    }

    /// <summary>Adds the row of a token, which the caller saves; drops what the runner has of outlived ones.</summary>
    public async Task KeepAsync(string token, Guid runnerId, MailTokenPurpose purpose, LocalDate? day, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var outlived = now - Life(purpose);
        await db.MailTokens.Where(row => row.RunnerId == runnerId && row.Purpose == purpose && row.Created < outlived).ExecuteDeleteAsync(cancellationToken);
        db.MailTokens.Add(new() { TokenHash = Hash(token), RunnerId = runnerId, Purpose = purpose, Day = day, Created = now });
    }

    /// <summary>Finds the row of the token in an address. It is taken from nowhere else, so that no body, however broken, hides it.</summary>
    /// <returns>Null when the token is unknown, outlived or for something else.</returns>
    public Task<MailToken?> FindAsync(RouteData address, MailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return FindAsync(address.Values["token"] as string, purpose, cancellationToken);
    }

    /// <summary>Finds the row of a token that came back. From then on the rows of its runner are found, who need not be signed in.</summary>
    /// <returns>Null when the token is unknown, outlived or for something else.</returns>
    public async Task<MailToken?> FindAsync(string? token, MailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        if (token is not { Length: Letters })
        {
            return null;
        }

        var (hash, outlived) = (Hash(token), clock.GetCurrentInstant() - Life(purpose));
        var found = await db.MailTokens.IgnoreQueryFilters([RowsInSight.Own]).AsNoTracking()
            .SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.Created >= outlived, cancellationToken);
        if (found is not null)
        {
            rows.See(found.RunnerId);
        }

        return found;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The life of a token of a purpose.</summary>
    internal static Duration Life(MailTokenPurpose purpose) => Retention.OfLink(purpose.ToString());
}
