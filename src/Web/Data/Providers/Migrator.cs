using System.Data.Common;
using KneeLoad.Web.Shared.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Brings the database to this version's model before anything is served.</summary>
public sealed partial class Migrator(
    IServiceScopeFactory scopes, DatabaseChoice database, DataFolder folder, TimeProvider time, ILogger<Migrator> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private FileStream? held;

    /// <summary>Waits for the database, then applies what is missing.</summary>
    /// <exception cref="SettingException">The database is newer than this program, in use by another process, or unreachable.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        HoldFolder();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        await ReachAsync(db, cancellationToken);
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            // The migration lock of a process that was killed would be waited for without end; the folder is ours alone.
            await db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        }

        var unknown = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new SettingException($"The database was made by a newer version ({unknown[^1]}). Start that version.");
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();

    private void HoldFolder()
    {
        if (database.Provider != DatabaseProvider.Sqlite || held is not null)
        {
            return;
        }

        try
        {
            held = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new SettingException($"Another process works in {folder.Root}.");
        }
    }

    private async Task ReachAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            return;
        }

        for (var begun = time.GetTimestamp(); ;)
        {
            try
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                await db.Database.CloseConnectionAsync();
                return;
            }
            catch (DbException fault) when (time.GetElapsedTime(begun) < Patience)
            {
                LogWaiting(fault.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet: {Fault}")]
    private partial void LogWaiting(string fault);
}
