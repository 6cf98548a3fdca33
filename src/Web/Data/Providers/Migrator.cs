using System.Data.Common;
using System.Security.Authentication;
using KneeLoad.Web.Hosting;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace KneeLoad.Web.Data.Providers;

/// <summary>Brings the database to this version's model before anything is served.</summary>
public sealed partial class Migrator(
    IServiceScopeFactory scopes, DatabaseChoice database, DataFolder folder, IClock clock, TimeProvider time, ILogger<Migrator> logger) : IDisposable
{
    /// <summary>SQL Server's number for a database that is not there.</summary>
    private const int NoSuchDatabase = 4060;

    /// <summary>SQL Server's number for a database that is there already.</summary>
    private const int DatabaseExists = 1801;

    /// <summary>Others that migrate at the same time are done by then. [1]</summary>
    private const int MostLooks = 10;

    /// <summary>PostgreSQL's codes for something that is there already, or that two made at once.</summary>
    private static readonly string[] Duplicates =
    [
        PostgresErrorCodes.DuplicateDatabase, PostgresErrorCodes.DuplicateSchema, PostgresErrorCodes.DuplicateTable, PostgresErrorCodes.DuplicateColumn,
        PostgresErrorCodes.DuplicateObject, PostgresErrorCodes.UniqueViolation, PostgresErrorCodes.ObjectInUse, PostgresErrorCodes.DeadlockDetected,
        PostgresErrorCodes.UndefinedColumn, PostgresErrorCodes.UndefinedObject,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private FileStream? held;

    /// <summary>Waits for the database, then applies what is missing.</summary>
    /// <exception cref="SettingException">The database is newer than this program, in use by another process, damaged, or unreachable.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await HoldFolderAsync(cancellationToken);
        await using var scope = scopes.OfAll();
        var db = scope.ServiceProvider.GetRequiredService<KneeLoadDbContext>();
        try
        {
            await ReachAsync(db, cancellationToken);
            await MigrateOverCutsAsync(db, cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw new SettingException($"The database {folder.Database} cannot be used: {exception.Message}");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held?.Dispose();

    // The framework asks for its own table past the strategy that makes a cut connection anew. Each step finds what an earlier go did.
    private async Task MigrateOverCutsAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        for (var looks = 1; ; looks++)
        {
            try
            {
                await MigrateAsync(db, cancellationToken);
                return;
            }
            catch (Exception exception) when (CutConnections.IsCut(exception) && looks < MostLooks)
            {
                LogWaiting(exception.Message);
                await db.Database.CloseConnectionAsync();
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    private async Task MigrateAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.Sqlite)
        {
            // Nothing else makes the file: whoever finds it gone later on must not go on with an empty one.
            await using (new FileStream(folder.Database, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete))
            {
            }

            await KeepPromisesAsync(db, cancellationToken);
            // The migration lock of a process that was killed would be waited for without end; the folder is ours alone.
            await db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        }

        await RefuseNewerAsync(db, cancellationToken);
        await WaitForOthersAsync(db, cancellationToken);
        await MigrateBesideOthersAsync(db, cancellationToken);
        await LeaveAsBeforeAsync(db, cancellationToken);
        await WarnOfRowVersionsAsync(db, cancellationToken);
        await SchemaCheck.RunAsync(db, cancellationToken);
        await ForgetOpenKeysAsync(db, cancellationToken);
        await new InstallationMark(db, folder, clock).CheckAsync(cancellationToken);
    }

    // Of several processes that find no database, one makes it; to the others it then is there already.
    private async Task MigrateBesideOthersAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        // A migration that another was faster with is rolled back; the next look finds it done.
        for (var looks = 1; ; looks++)
        {
            try
            {
                await db.Database.MigrateAsync(cancellationToken);
                return;
            }
            catch (DbException exception) when (IsMadeByAnother(exception) && looks < MostLooks)
            {
                LogWaiting(exception.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (DbException exception) when (IsMadeByAnother(exception))
            {
                throw new SettingException($"The database could not be brought to this version: {exception.Message}");
            }
        }
    }

    // An earlier version stored keys of cookies as they are, so that they lie in every backup of then: whoever signed in with one signs in anew.
    private static Task<int> ForgetOpenKeysAsync(KneeLoadDbContext db, CancellationToken cancellationToken) =>
        db.DataProtectionKeys.Where(key => key.Xml == null || !key.Xml.Contains("encryptedSecret")).ExecuteDeleteAsync(cancellationToken);

    private async Task WarnOfRowVersionsAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.SqlServer
            && (await db.Database
                .SqlQuery<bool>($"SELECT is_read_committed_snapshot_on AS [Value] FROM sys.databases WHERE database_id = DB_ID()")
                .ToListAsync(cancellationToken)).Contains(false))
        {
            LogNoVersions();
        }
    }

    // Another process may be at the migration for longer than a lock is waited for otherwise.
    private async Task WaitForOthersAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.PostgreSql && await db.Database.CanConnectAsync(cancellationToken))
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync($"SET lock_timeout = 0; SET idle_in_transaction_session_timeout = 0", cancellationToken);
        }
    }

    private async Task LeaveAsBeforeAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            await db.Database.ExecuteSqlAsync($"RESET lock_timeout; RESET idle_in_transaction_session_timeout", cancellationToken);
        }

        await db.Database.CloseConnectionAsync();
    }

    private static async Task KeepPromisesAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await SqlitePragmas.CheckAsync(db.Database.GetDbConnection(), cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    // A process that is just ending, as in a restart, is waited for.
    private async Task HoldFolderAsync(CancellationToken cancellationToken)
    {
        for (var begun = time.GetTimestamp(); database.Provider == DatabaseProvider.Sqlite && held is null;)
        {
            try
            {
                held = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (time.GetElapsedTime(begun) < HandOver)
            {
                await Task.Delay(HandOver / 20, time, cancellationToken);
            }
            catch (IOException)
            {
                throw new SettingException($"Another process works in {folder.Root}.");
            }
            catch (UnauthorizedAccessException exception)
            {
                throw new SettingException(exception.Message);
            }
        }
    }

    private static async Task RefuseNewerAsync(KneeLoadDbContext db, CancellationToken cancellationToken)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken))
        {
            return;
        }

        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).LastOrDefault() is { } unknown)
        {
            throw new SettingException($"The database was made by a newer version ({unknown}). Start that version.");
        }
    }

    // What may well pass, the providers wrap, with the advice to try again.
    private static DbException? CauseOf(Exception fault) => fault as DbException ?? fault.InnerException as DbException;

    private static bool IsMadeByAnother(DbException fault) =>
        (fault is PostgresException postgres && Duplicates.Contains(postgres.SqlState)) || fault is SqlException { Number: DatabaseExists };

    private static bool IsMissing(DbException fault) =>
        fault is PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } or SqlException { Number: NoSuchDatabase };

    /// <summary>Says why a database will not let this service in, however long it waits; null when it may yet.</summary>
    internal static string? RefusalOf(Exception fault)
    {
        for (var inner = fault; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification }
                    or SqlException { Number: 18456 or 18452 }:
                    return "The database refuses the user or the password of Database:ConnectionString.";
                case SqlException { Number: 4064 }:
                    return "The database refuses the login of Database:ConnectionString: its default database cannot be opened.";
                case AuthenticationException:
                    return "The certificate of the database is not trusted: install the authority that signed it, or have Database:ConnectionString "
                        + "trust it (TrustServerCertificate=true).";
            }
        }

        return null;
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
            catch (Exception exception) when (CauseOf(exception) is { } cause && IsMissing(cause))
            {
                // Migrating makes it.
                return;
            }
            catch (Exception exception) when (RefusalOf(exception) is { } refusal)
            {
                throw new SettingException(refusal);
            }
            catch (Exception exception) when (CauseOf(exception) is { } cause && time.GetElapsedTime(begun) < Patience)
            {
                LogWaiting(cause.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
            catch (Exception exception) when (CauseOf(exception) is { } cause)
            {
                throw new SettingException($"The database did not answer for {Patience.TotalMinutes:0} minutes: {cause.Message}");
            }
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "Row versioning is off in this database, so that pages wait for work that writes. Run: ALTER DATABASE CURRENT SET READ_COMMITTED_SNAPSHOT ON "
            + "WITH ROLLBACK IMMEDIATE")]
    private partial void LogNoVersions();

    [LoggerMessage(LogLevel.Warning, "The database does not answer yet: {Fault}")]
    private partial void LogWaiting(string fault);
}
