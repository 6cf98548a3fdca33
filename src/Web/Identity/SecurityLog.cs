using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Identity.Limits;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity;

/// <summary>
/// Writes down what is done to accounts, in the log and in the trail that the owner reads: with the account's key and never an address,
/// and with the key of the request, which the answer's log lines share. Tries that fail stand in the log only: strangers make as many as they like.
/// </summary>
public sealed partial class SecurityLog(
    ILogger<SecurityLog> logger, IHttpContextAccessor context, IServiceScopeFactory scopes, RequestTallies tallies, IClock clock)
{
    private static readonly Duration OneReading = Duration.FromHours(1);

    private string? Request => context.HttpContext?.TraceIdentifier;

    /// <summary>Somebody signed in.</summary>
    public Task SignedInAsync(Guid runnerId) => WriteAsync(TrailAct.SignedIn, runnerId);

    /// <summary>A password was wrong; the key is null where the address is unknown.</summary>
    public void SignInFailed(Guid? runnerId) => LogEvent("SignInFailed", runnerId);

    /// <summary>A try came within a pause, and no password was looked at.</summary>
    public void SignInPaused() => LogEvent("SignInPaused", null);

    /// <summary>Somebody signed out.</summary>
    public Task SignedOutAsync(Guid runnerId) => WriteAsync(TrailAct.SignedOut, runnerId);

    /// <summary>An account was made.</summary>
    public Task RegisteredAsync(Guid runnerId) => WriteAsync(TrailAct.Registered, runnerId);

    /// <summary>Somebody wanted an account for an address that has one.</summary>
    public Task RegisteredTwiceAsync() => WriteAsync(TrailAct.RegisteredTwice, null, TrailActor.Stranger);

    /// <summary>The owner of a fresh installation is there.</summary>
    public Task OwnerMadeAsync(Guid runnerId) => WriteAsync(TrailAct.OwnerMade, runnerId);

    /// <summary>The installation was passed on.</summary>
    public Task OwnershipPassedAsync(Guid to) => WriteAsync(TrailAct.OwnershipPassed, to, TrailActor.Owner);

    /// <summary>A password was changed or reset.</summary>
    public Task PasswordChangedAsync(Guid runnerId) => WriteAsync(TrailAct.PasswordChanged, runnerId);

    /// <summary>A link to a new password was asked for; whether the address has an account is looked up later.</summary>
    public void ResetAsked() => LogEvent("ResetAsked", null);

    /// <summary>The owner made a link to a new password.</summary>
    public Task ResetMadeAsync(Guid runnerId) => WriteAsync(TrailAct.ResetMade, runnerId, TrailActor.Owner);

    /// <summary>The mail address of an account is another.</summary>
    public Task AddressChangedAsync(Guid runnerId) => WriteAsync(TrailAct.AddressChanged, runnerId);

    /// <summary>The old address of an account was kept or brought back.</summary>
    public Task AddressKeptAsync(Guid runnerId) => WriteAsync(TrailAct.AddressKept, runnerId);

    /// <summary>Sign-ins were ended from another device.</summary>
    public Task SignInsEndedAsync(Guid runnerId) => WriteAsync(TrailAct.SignInsEnded, runnerId);

    /// <summary>Links that work without a sign-in were ended.</summary>
    public Task LinksEndedAsync(Guid runnerId) => WriteAsync(TrailAct.LinksEnded, runnerId);

    /// <summary>A personal token was made.</summary>
    public Task TokenMadeAsync(Guid runnerId) => WriteAsync(TrailAct.TokenMade, runnerId);

    /// <summary>A personal token was ended.</summary>
    public Task TokenEndedAsync(Guid runnerId) => WriteAsync(TrailAct.TokenEnded, runnerId);

    /// <summary>An invitation was made.</summary>
    public Task InvitedAsync() => WriteAsync(TrailAct.Invited, null, TrailActor.Owner);

    /// <summary>An invitation was revoked.</summary>
    public Task InvitationRevokedAsync() => WriteAsync(TrailAct.InvitationRevoked, null, TrailActor.Owner);

    /// <summary>Everything that is kept of an account was given out.</summary>
    public Task ExportedAsync(Guid runnerId) => WriteAsync(TrailAct.Exported, runnerId);

    /// <summary>An account was erased. Nothing says which it was.</summary>
    public Task ErasedAsync() => WriteAsync(TrailAct.Erased, null, TrailActor.Account);

    /// <summary>The owner read of accounts or of work. One entry an hour says so.</summary>
    public async Task ReadAsync(Guid ownerId)
    {
        if (await tallies.CountAsync("owner-reads", ownerId.ToString(), 1, OneReading) is null)
        {
            await WriteAsync(TrailAct.Read, ownerId, TrailActor.Owner);
        }
    }

    /// <summary>The owner had work tried again.</summary>
    public Task WorkRetriedAsync() => WriteAsync(TrailAct.WorkRetried, null, TrailActor.Owner);

    [LoggerMessage(LogLevel.Information, "Account {RunnerId}: {Act} (request {Request}).")]
    private partial void LogAccount(string act, Guid runnerId, string request);

    [LoggerMessage(LogLevel.Information, "No account: {Act} (request {Request}).")]
    private partial void LogNobody(string act, string request);

    private void LogEvent(string act, Guid? runnerId)
    {
        if (runnerId is { } known)
        {
            LogAccount(act, known, Request ?? "none");
        }
        else
        {
            LogNobody(act, Request ?? "none");
        }
    }

    private async Task WriteAsync(TrailAct act, Guid? runnerId, TrailActor by = TrailActor.Account)
    {
        LogEvent(act.ToString(), runnerId);
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        db.Trail.Add(new()
        {
            Id = Guid.CreateVersion7(),
            Moment = clock.GetCurrentInstant(),
            Act = act,
            By = context.HttpContext is null ? TrailActor.Console : by,
            RunnerId = runnerId,
            Request = Request ?? "",
        });
        try
        {
            await db.SaveChangesAsync();
        }
        catch (DbUpdateException) when (runnerId is not null)
        {
            // The account was erased at the same instant, and its trail with it.
            if (await db.Users.AnyAsync(runner => runner.Id == runnerId))
            {
                throw;
            }
        }
    }
}
