using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Identity.Access;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.Tokens;

/// <summary>Makes, lists and ends personal tokens, and knows them by their letters, which are shown once and stored nowhere.</summary>
public sealed class PersonalTokens(IServiceScopeFactory scopes, IClock clock)
{
    /// <summary>Most tokens of one runner. [1]</summary>
    public const int Most = 20;

    /// <summary>Longest name. [1]</summary>
    public const int LongestName = 64;

    /// <summary>The letters of every token begin so, by which programs that look for lost secrets know them.</summary>
    public const string Prefix = "kneeload_";

    private const int MostLetters = 100;

    /// <summary>Uses so close together are written down as one.</summary>
    private static readonly Duration OneUse = Duration.FromMinutes(1);

    /// <summary>The lives that can be chosen. [d]</summary>
    public static IReadOnlyList<int> Lives { get; } = [30, 90, (int)Retention.Tokens.TotalDays];

    /// <summary>Makes a token.</summary>
    /// <returns>Its letters; null where the runner has as many as may be.</returns>
    public async Task<string?> MakeAsync(Guid runnerId, string name, TokenScopes may, Duration life, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(name);
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var now = clock.GetCurrentInstant();
        if (await db.ApiTokens.CountAsync(row => row.RunnerId == runnerId && row.Expires > now, cancellationToken) >= Most)
        {
            return null;
        }

        var letters = Prefix + AccountLinks.NewToken();
        db.ApiTokens.Add(new()
        {
            Id = Guid.CreateVersion7(),
            RunnerId = runnerId,
            TokenHash = AccountLinks.Hash(letters),
            Name = name,
            Scopes = may,
            Created = now,
            Expires = now + (life < Retention.Tokens ? life : Retention.Tokens),
        });
        await db.SaveChangesAsync(cancellationToken);
        return letters;
    }

    /// <summary>The tokens of a runner that are good, the latest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.OfAll();
        return await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().ApiTokens.AsNoTracking()
            .Where(row => row.RunnerId == runnerId && row.Expires > now)
            .OrderByDescending(row => row.Created).ThenByDescending(row => row.Id)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends a token of a runner.</summary>
    /// <returns>False where the runner has no such one.</returns>
    public async Task<bool> EndAsync(Guid runnerId, Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        return await db.ApiTokens.Where(row => row.RunnerId == runnerId && row.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Finds a good token by its letters, and writes its use down.</summary>
    /// <returns>Null where it is unknown, ended or outlived.</returns>
    public async Task<ApiToken?> FindAsync(string letters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(letters);
        if (letters.Length > MostLetters || !letters.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var (hash, now) = (AccountLinks.Hash(letters), clock.GetCurrentInstant());
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var token = await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Expires > now, cancellationToken);
        if (token is not null && !(token.Used > now - OneUse))
        {
            await NoteUseAsync(db, token.Id, now, cancellationToken);
        }

        return token;
    }

    private static async Task NoteUseAsync(KneeLoadDbContext db, Guid id, Instant now, CancellationToken cancellationToken)
    {
        try
        {
            await db.ApiTokens.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Used, now), cancellationToken);
        }
        catch (Exception exception) when (DatabaseAway.Is(exception) || exception.GetBaseException() is System.Data.Common.DbException)
        {
            // What is asked may only read, and must not fail for it.
        }
    }
}
