using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Shared.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>backup</c>: database and originals into a new folder, while the service runs.</summary>
internal static class BackupCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create(ServiceTools tools)
    {
        var to = new Option<string>("--to") { Description = "A folder that is empty or not there yet.", Required = true };
        var command = new Command("backup", "Copies database and originals into a folder. The service may run meanwhile.") { to };
        return tools.With(command, needsDatabase: true, (services, parsed, cancellation) =>
            RunAsync(services, new(Path.GetFullPath(parsed.GetRequiredValue(to))), parsed.InvocationConfiguration, cancellation));
    }

    private static async Task<int> RunAsync(IServiceProvider services, BackupFolder backup, InvocationConfiguration streams, CancellationToken cancellation)
    {
        var (db, database, folder) = (services.GetRequiredService<KneeLoadDbContext>(), services.GetRequiredService<DatabaseChoice>(), services.GetRequiredService<DataFolder>());
        if (Directory.Exists(backup.Root) && Directory.EnumerateFileSystemEntries(backup.Root).Any())
        {
            throw new SettingException($"{backup.Root} is not empty.");
        }

        Directory.CreateDirectory(backup.Root);
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();
        // The database first: every file that it speaks of is then among the originals that are copied after it.
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {backup.Sqlite}", cancellation);
                break;
            case DatabaseProvider.PostgreSql:
                // The engine's own tables are made again from the rows.
                await PostgreSqlPrograms.RunAsync("pg_dump", database.ConnectionString, ["--format=custom", "--exclude-schema=hangfire", "--file", backup.PostgreSql], cancellation);
                break;
            default:
                throw new SettingException("SQL Server makes its own backups: BACKUP DATABASE first, then a copy of the folder originals, of kneeload.id and of kneeload.erased.");
        }

        var (copied, damaged) = await BackupFolder.CopyAsync(folder.Originals, backup.Originals, cancellation);
        if (File.Exists(folder.Mark))
        {
            File.Copy(folder.Mark, backup.Mark);
        }

        if (File.Exists(folder.Erased))
        {
            File.Copy(folder.Erased, backup.Erased);
        }

        backup.Write(new(database.Provider.ToString(), TimeProvider.System.GetUtcNow().UtcDateTime, migration, copied));
        foreach (var name in damaged)
        {
            await streams.Error.WriteLineAsync($"The original {name} no longer matches its hash; it was copied as it is.");
        }

        await streams.Output.WriteLineAsync($"Database and {copied} originals are in {backup.Root}.");
        return damaged.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
