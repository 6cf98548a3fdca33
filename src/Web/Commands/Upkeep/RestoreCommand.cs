using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Erasures;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>restore</c>: a backup into an empty data folder, and into an empty database where that is a server's.</summary>
internal static class RestoreCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create(ServiceTools tools)
    {
        var from = new Option<string>("--from") { Description = "The file that backup --to wrote.", Required = true };
        var command = new Command("restore", "Puts a backup into an empty data folder and, with PostgreSQL, an empty database. Start the service afterwards.")
        {
            from
        };
        return tools.With(command, needsDatabase: false, (services, parsed, cancellation) =>
            RunAsync(services, Path.GetFullPath(parsed.GetRequiredValue(from)), parsed.InvocationConfiguration, cancellation));
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, InvocationConfiguration streams, CancellationToken cancellation)
    {
        var (db, database, folder) = (
            services.GetRequiredService<KneeLoadDbContext>(), services.GetRequiredService<DatabaseChoice>(), services.GetRequiredService<DataFolder>());
        using var backup = BackupFile.Read(path);
        var contents = backup.ReadContents(path);
        if (contents.Provider != database.Provider.ToString())
        {
            throw new SettingException($"The backup is of a {contents.Provider} database, not of {database.Provider}.");
        }

        if (File.Exists(folder.Database) || File.Exists(folder.Mark) || Directory.Exists(folder.Originals))
        {
            throw new SettingException($"The data folder {folder.Root} is not empty.");
        }

        var isServer = database.Provider == DatabaseProvider.PostgreSql;
        if (isServer)
        {
            await DemandEmptyAsync(db, cancellation);
        }

        folder.Create();
        var (copied, damaged) = await backup.ExtractOriginalsAsync(folder.Originals, cancellation);
        // The database last: until it is there, a start says that the folder has lost its database.
        var aside = folder.Database + ".restored";
        try
        {
            await backup.ExtractAsync(BackupFile.Database, aside, cancellation);
            if (isServer)
            {
                await RestoreAsync(db, database, aside, cancellation);
            }
            else
            {
                File.Move(aside, folder.Database);
            }
        }
        finally
        {
            File.Delete(aside);
        }

        await backup.ExtractAsync(BackupFile.Mark, folder.Mark, cancellation);
        await EraseAsync(services, backup, folder, streams, cancellation);
        foreach (var name in damaged)
        {
            await streams.Error.WriteLineAsync($"The original {name} does not match its hash.");
        }

        await streams.Output.WriteLineAsync($"Database and {copied} originals of {contents.Made:u} are restored. Start the service, then audit.");
        return damaged.Count == 0 && copied == contents.Originals ? ExitCode.Done : ExitCode.Refused;
    }

    private static async Task RestoreAsync(KneeLoadDbContext db, DatabaseChoice database, string dump, CancellationToken cancellation)
    {
        await PostgreSqlPrograms.RunAsync(
            "pg_restore",
            database.ConnectionString,
            ["--no-owner", "--exit-on-error", "--single-transaction", "--dbname", db.Database.GetDbConnection().Database, dump],
            cancellation);
        await db.Work.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.HandedOver, (Instant?)null).SetProperty(row => row.Owner, (Guid?)null)
                .SetProperty(row => row.Claim, (Guid?)null).SetProperty(row => row.Until, (Instant?)null),
            cancellation);
    }

    // What was erased since the backup was made stays erased.
    private static async Task EraseAsync(
        IServiceProvider services, BackupFile backup, DataFolder folder, InvocationConfiguration streams, CancellationToken cancellation)
    {
        if (!File.Exists(folder.Erased))
        {
            await streams.Output.WriteLineAsync(
                $"There is no {Path.GetFileName(folder.Erased)} in {folder.Root}. If accounts were erased since the backup was made, put the list of "
                    + $"the former data folder there before the service starts.");
        }

        var aside = folder.Erased + ".restored";
        try
        {
            if (await backup.ExtractAsync(BackupFile.Erased, aside, cancellation))
            {
                services.GetRequiredService<ErasedAccounts>().Merge(aside);
            }
        }
        finally
        {
            File.Delete(aside);
        }

        if (File.Exists(folder.Erased))
        {
            await services.GetRequiredService<Migrator>().RunAsync(cancellation);
            var erased = await services.GetRequiredService<AccountErasure>().EraseRestoredAsync(cancellation);
            await streams.Output.WriteLineAsync(FormattableString.Invariant($"{erased} accounts of the backup were erased since, and are not restored."));
        }
    }

    private static async Task DemandEmptyAsync(KneeLoadDbContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation))
        {
            await creator.CreateAsync(cancellation);
        }
        else if (await creator.HasTablesAsync(cancellation))
        {
            throw new SettingException("The database is not empty.");
        }
    }
}
