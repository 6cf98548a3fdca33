using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Upkeep;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// One running service for all facts of a class: starting one for each fact is what makes a suite slow. A class takes it as
/// <c>IClassFixture&lt;RunningService&gt;</c> and calls <see cref="Anew"/> in its constructor; each fact then makes its own runners there
/// with <c>host.RunnerAsync("a")</c>. Facts about starting, stopping and killing start a <see cref="WebHost"/> of their own.
/// </summary>
public class RunningService : IAsyncDisposable
{
    public RunningService()
        : this(new WebHost())
    {
    }

    private protected RunningService(WebHost host) => Host = host;

    private protected WebHost Host { get; }

    /// <summary>The service as a new fact finds it: no rows, no files, no caller that was slowed down.</summary>
    /// <param name="clock">The clock of this fact; null for the system's.</param>
    internal WebHost Anew(IClock? clock = null)
    {
        Host.At(clock ?? SystemClock.Instance).Callers.Move();
        using (var scope = Host.Services.OfAll())
        {
            DeleteRows(scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>());
        }

        DeleteFiles();
        return Host;
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // The keys that cookies are protected with, and the mark of the folder, belong to the service, not to a fact.
    private static void DeleteRows(KneeLoadDbContext db)
    {
        var tables = db.Model
            .GetEntityTypes()
            .Where(type => type.ClrType != typeof(DataProtectionKey) && type.ClrType != typeof(Installation))
            .Select(type => type.GetTableName())
            .Distinct();
#pragma warning disable RS0030 // No runner waits for a lock here.
        using var transaction = db.Database.BeginTransaction();
#pragma warning restore RS0030
        db.Database.ExecuteSqlRaw(string.Join('\n', ["PRAGMA defer_foreign_keys = ON;", .. tables.Select(table => $"DELETE FROM \"{table}\";")]));
        transaction.Commit();
    }

    private void DeleteFiles()
    {
        foreach (var folder in new DirectoryInfo(Host.Folder).EnumerateDirectories())
        {
            foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
            {
                file.Delete();
            }
        }
    }
}
