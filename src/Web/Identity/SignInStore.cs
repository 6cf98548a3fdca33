using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Identity.Devices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>Keeps sign-ins as rows: the cookie carries only a key, and is worth nothing once its row is gone.</summary>
public sealed class SignInStore(IServiceScopeFactory scopes, IHttpContextAccessor context, IClock clock) : ITicketStore
{
    /// <summary>Sign-ins that a page lists. Ending all others ends those too that it does not. [1]</summary>
    private const int MostListed = 100;

    /// <inheritdoc/>
    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetCurrentInstant();
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await db.SignIns.Where(session => session.Expires < now).ExecuteDeleteAsync();
        db.SignIns.Add(new SignIn
        {
            KeyHash = Hash(key),
            RunnerId = RunnerOf(ticket),
            Ticket = TicketSerializer.Default.Serialize(ticket),
            Created = now,
            Device = DeviceName.Of(context.HttpContext?.Request.Headers.UserAgent.ToString()),
            Renewed = now,
            Expires = ExpiryOf(ticket, now),
        });
        await db.SaveChangesAsync();
        return key;
    }

    /// <inheritdoc/>
    public async Task RenewAsync(string key, AuthenticationTicket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        var hash = Hash(key);
        var bytes = TicketSerializer.Default.Serialize(ticket);
        var now = clock.GetCurrentInstant();
        var expires = ExpiryOf(ticket, now);
        var runnerId = RunnerOf(ticket);
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        // A key that somebody else knows must not come to stand for this runner.
        var same = db.SignIns.Where(session => session.KeyHash == hash && session.RunnerId == runnerId);
        try
        {
            await same.ExecuteUpdateAsync(set => set.SetProperty(session => session.Ticket, bytes)
                .SetProperty(session => session.Expires, expires)
                .SetProperty(session => session.Renewed, now));
        }
        catch (Exception exception) when (DatabaseAway.Is(exception) || exception.GetBaseException() is DbException)
        {
            // It is renewed along with a page that only reads, which must not fail for it. The session lasts a while yet.
        }
    }

    /// <inheritdoc/>
    public async Task<AuthenticationTicket?> RetrieveAsync(string key)
    {
        var hash = Hash(key);
        var now = clock.GetCurrentInstant();
        var oldest = now - Retention.SignIns;
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        var ticket = await db.SignIns
            .Where(session => session.KeyHash == hash && session.Expires > now && session.Created > oldest)
            .Select(session => session.Ticket)
            .SingleOrDefaultAsync();
        if (ticket is not null && context.HttpContext is { } request)
        {
            request.Items[typeof(SignIn)] = hash;
        }

        return ticket is null ? null : TicketSerializer.Default.Deserialize(ticket);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string key)
    {
        var hash = Hash(key);
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await db.SignIns.Where(session => session.KeyHash == hash).ExecuteDeleteAsync();
    }

    /// <summary>Ends every sign-in and every personal token of a runner, as after a new password.</summary>
    public async Task EndAllAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await db.SignIns.Where(session => session.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
        await db.ApiTokens.Where(token => token.RunnerId == runnerId).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The latest sign-ins of a runner, that of this request among them.</summary>
    public async Task<IReadOnlyList<SignIn>> ListAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var oldest = now - Retention.SignIns;
        var current = Current;
        await using var scope = scopes.OfAll();
        return await scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>().SignIns.AsNoTracking()
            .Where(session => session.RunnerId == runnerId && session.Expires > now && session.Created > oldest)
            .OrderByDescending(session => session.KeyHash == current).ThenByDescending(session => session.Renewed)
            .Take(MostListed)
            .Select(session => new SignIn
            {
                KeyHash = session.KeyHash,
                RunnerId = session.RunnerId,
                Created = session.Created,
                Renewed = session.Renewed,
                Expires = session.Expires,
                Device = session.Device,
            })
            .ToListAsync(cancellationToken);
    }

    /// <summary>Whether a sign-in is the one of this request.</summary>
    public bool IsThisOne(string keyHash) => Current is { } current && string.Equals(current, keyHash, StringComparison.Ordinal);

    /// <summary>Ends one sign-in of a runner.</summary>
    /// <returns>False where the runner has no such one.</returns>
    public async Task<bool> EndAsync(Guid runnerId, string keyHash, CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        return await db.SignIns.Where(session => session.RunnerId == runnerId && session.KeyHash == keyHash).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Ends every sign-in of a runner save that of this request.</summary>
    /// <returns>How many ended.</returns>
    public async Task<int> EndOthersAsync(Guid runnerId, CancellationToken cancellationToken)
    {
        var current = Current;
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        return await db.SignIns.Where(session => session.RunnerId == runnerId && session.KeyHash != current).ExecuteDeleteAsync(cancellationToken);
    }

    private string? Current => context.HttpContext?.Items[typeof(SignIn)] as string;

    private static Guid RunnerOf(AuthenticationTicket ticket) =>
        Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("The ticket names nobody."));

    private static Instant ExpiryOf(AuthenticationTicket ticket, Instant now) =>
        ticket.Properties.ExpiresUtc is { } stated ? Instant.FromDateTimeOffset(stated) : now + Duration.FromDays(1);

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
