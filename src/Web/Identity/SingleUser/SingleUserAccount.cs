using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Identity.SingleUser;

/// <summary>The one account of an installation for one person. It is made at the first start, and is the owner's.</summary>
internal sealed class SingleUserAccount(IServiceScopeFactory scopes, IClock clock)
{
    private const string Mail = "you@kneeload.invalid";

    /// <summary>Its key, once the start has found or made it.</summary>
    public Guid RunnerId { get; private set; }

    /// <summary>Finds the account, or makes it.</summary>
    /// <exception cref="SettingException">There are several.</exception>
    public async Task FindAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.OfAll();
        var known = await scope.ServiceProvider
            .GetRequiredService<KneeLoadDbContext>().Users
            .Select(runner => runner.Id)
            .Take(2)
            .ToListAsync(cancellationToken);
        if (known.Count > 1)
        {
            throw new SettingException("SingleUser is for one runner; this data folder has several accounts. Start without it.");
        }

        RunnerId = known.Count == 1 ? known[0] : await MakeAsync(scope.ServiceProvider);
    }

    private async Task<Guid> MakeAsync(IServiceProvider services)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(TimeZoneInfo.Local.Id)?.Id ?? "UTC";
        var runner = new Runner
        {
            Id = Guid.CreateVersion7(),
            UserName = Mail,
            Email = Mail,
            TimeZone = zone,
            IsOwner = true,
            WeeklyMail = false,
            Created = clock.GetCurrentInstant(),
        };
        var made = await services.GetRequiredService<UserManager<Runner>>().CreateAsync(runner);
        return made.Succeeded ? runner.Id : throw new InvalidOperationException($"The account was refused: {made}");
    }
}
