using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared.Retentions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Tokens in mails: 256 random bits for one purpose of one runner, of which only the hash is stored.</summary>
public sealed class MailTokens(KneeLoadDbContext db, IClock clock)
{
    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>How long the link to confirm an address works.</summary>
    public static readonly Duration ConfirmationLife = Retention.ConfirmationLinks;

    /// <summary>Makes a token and adds its row, which the caller saves; drops what the runner has of outlived ones.</summary>
    /// <param name="runnerId">Whose.</param>
    /// <param name="purpose">What it opens.</param>
    /// <param name="day">The day that it speaks of, for a pain entry.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The token, for the mail; it is nowhere else.</returns>
    public async Task<string> MintAsync(Guid runnerId, MailTokenPurpose purpose, LocalDate? day, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var outlived = now - Life(purpose);
        await db.MailTokens.Where(row => row.RunnerId == runnerId && row.Purpose == purpose && row.Created < outlived).ExecuteDeleteAsync(cancellationToken);

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        db.MailTokens.Add(new() { TokenHash = Hash(token), RunnerId = runnerId, Purpose = purpose, Day = day, Created = now });
        return token;
    }

    /// <summary>The row of a token that came back; null when it is unknown, outlived or for something else.</summary>
    public async Task<MailToken?> FindAsync(string token, MailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        if (token.Length != Letters)
        {
            return null;
        }

        var (hash, outlived) = (Hash(token), clock.GetCurrentInstant() - Life(purpose));
        return await db.MailTokens.AsNoTracking()
            .SingleOrDefaultAsync(row => row.TokenHash == hash && row.Purpose == purpose && row.Created >= outlived, cancellationToken);
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static Duration Life(MailTokenPurpose purpose) => Retention.OfLink(purpose.ToString());
}
