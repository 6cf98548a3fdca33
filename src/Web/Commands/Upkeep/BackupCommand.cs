using System.CommandLine;
using KneeLoad.Web.Commands.Terms;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Commands.Upkeep;

/// <summary>The verb <c>backup</c>: database and originals into one new file, while the service runs.</summary>
internal static class BackupCommand
{
    /// <summary>The verb with its options.</summary>
    public static Command Create(ServiceTools tools)
    {
        var to = new Option<string>("--to") { Description = "A file that is not there yet, such as kneeload-2026-05-06.zip.", Required = true };
        var command = new Command("backup", "Copies database and originals into one file. The service may run meanwhile.") { to };
        return tools.With(command, needsDatabase: true, (services, parsed, cancellation) =>
            RunAsync(services, Path.GetFullPath(parsed.GetRequiredValue(to)), parsed.InvocationConfiguration, cancellation));
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, InvocationConfiguration streams, CancellationToken cancellation)
    {
        if (Path.Exists(path))
        {
            throw new SettingException($"{path} is there already.");
        }

        FileRights.KeepToOwner();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Beside the backup, where there is room for it.
        var (dump, half) = (path + ".database", path + ".half");
        try
        {
            var migration = await DumpAsync(services, dump, cancellation);
            var (copied, damaged) = await WriteAsync(services, dump, half, migration, cancellation);
            File.Move(half, path);
            foreach (var name in damaged)
            {
                await streams.Error.WriteLineAsync($"The original {name} no longer matches its hash; it was copied as it is.");
            }

            await streams.Output.WriteLineAsync($"Database and {copied} originals are in {path}.");
            return damaged.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        }
        finally
        {
            File.Delete(dump);
            File.Delete(half);
        }
    }

    // The database first: every file that it speaks of is then among the originals that are copied after it.
    private static async Task<string?> DumpAsync(IServiceProvider services, string dump, CancellationToken cancellation)
    {
        var (db, database) = (services.GetRequiredService<KneeLoadDbContext>(), services.GetRequiredService<DatabaseChoice>());
        var migration = (await db.Database.GetAppliedMigrationsAsync(cancellation)).LastOrDefault();
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite:
                await db.Database.ExecuteSqlAsync($"VACUUM INTO {dump}", cancellation);
                break;
            case DatabaseProvider.PostgreSql:
                // The engine's own tables are made again from the rows.
                await PostgreSqlPrograms.RunAsync(
                    "pg_dump", database.ConnectionString, ["--format=custom", "--exclude-schema=hangfire", "--file", dump], cancellation);
                break;
            default:
                throw new SettingException(
                    "SQL Server makes its own backups: BACKUP DATABASE first, then a copy of the folder originals, of kneeload.id and of kneeload.erased.");
        }

        return migration;
    }

    private static async Task<(int Copied, IReadOnlyList<string> Damaged)> WriteAsync(
        IServiceProvider services, string dump, string half, string? migration, CancellationToken cancellation)
    {
        var (database, folder) = (services.GetRequiredService<DatabaseChoice>(), services.GetRequiredService<DataFolder>());
        await using var file = new FileStream(half, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        int copied;
        IReadOnlyList<string> damaged;
        using (var backup = BackupFile.Write(file))
        {
            await backup.AddAsync(dump, BackupFile.Database, cancellation);
            if (File.Exists(folder.Mark))
            {
                await backup.AddAsync(folder.Mark, BackupFile.Mark, cancellation);
            }

            if (File.Exists(folder.Erased))
            {
                await backup.AddAsync(folder.Erased, BackupFile.Erased, cancellation);
            }

            (copied, damaged) = await backup.AddOriginalsAsync(folder.Originals, cancellation);
            backup.Write(new(database.Provider.ToString(), TimeProvider.System.GetUtcNow().UtcDateTime, migration, copied));
        }

        file.Flush(flushToDisk: true);
        return (copied, damaged);
    }
}
