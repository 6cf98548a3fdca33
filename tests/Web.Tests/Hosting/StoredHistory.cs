using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Upkeep;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;
using NodaTime;

namespace KneeLoad.Web.Tests.Hosting;

/// <summary>
/// The made history as the pipeline stores it. It is uploaded once in a run of the tests; a fact that is not about uploading begins
/// with a copy of the rows and files.
/// </summary>
internal static class StoredHistory
{
    private const string Database = "kneeload.db";
    private const string Copy = "stored-history.db";

    private static readonly SemaphoreSlim Uploading = new(1);
    private static Dictionary<string, byte[]>? uploaded;

    /// <summary>A runner of an empty service who uploaded <see cref="MadeHistory.Files"/> at the moment that the history ends.</summary>
    /// <param name="host">The service, on SQLite.</param>
    /// <param name="consents">Whether the runner agreed that health data is scored.</param>
    public static async Task<RunnerClient> RunnerWithHistoryAsync(this WebHost host, bool consents = true)
    {
        foreach (var (path, content) in await FilesAsync())
        {
            var place = Path.Combine(host.Folder, path == Database ? Copy : path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            await File.WriteAllBytesAsync(place, content);
        }

        await host.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await db.Database.ExecuteSqlAsync($"ATTACH {Path.Combine(host.Folder, Copy)} AS stored");
#pragma warning disable RS0030 // No runner waits for a lock here.
            await using (var transaction = await db.Database.BeginTransactionAsync())
#pragma warning restore RS0030
            {
                // Keys, sessions and the mark belong to the service that made them.
                var tables = db.Model
                    .GetEntityTypes()
                    .Where(type => type.ClrType != typeof(DataProtectionKey) && type.ClrType != typeof(SignIn) && type.ClrType != typeof(Installation))
                    // Copied as a whole, rows of a table that refers to none are not counted as what earlier rows referred to.
                    .OrderBy(type => type.GetForeignKeys().Any()).Select(type => type.GetTableName()).Distinct();
                await db.Database.ExecuteSqlRawAsync(string.Join(
                    '\n', ["PRAGMA defer_foreign_keys = ON;", .. tables.Select(table => $"INSERT INTO main.\"{table}\" SELECT * FROM stored.\"{table}\";")]));
                await transaction.CommitAsync();
            }

            await db.Database.ExecuteSqlAsync($"DETACH stored");
            await db.Database.CloseConnectionAsync();
            return consents ? 0 : await db.Users.ExecuteUpdateAsync(set => set.SetProperty(row => row.ScoringConsent, (Instant?)null));
        });
        File.Delete(Path.Combine(host.Folder, Copy));
        return await host.StoredRunnerAsync("a@example.org");
    }

    private static async Task<Dictionary<string, byte[]>> FilesAsync()
    {
        await Uploading.WaitAsync();
        try
        {
            return uploaded ??= await UploadAsync();
        }
        finally
        {
            Uploading.Release();
        }
    }

    private static async Task<Dictionary<string, byte[]>> UploadAsync()
    {
        using var folder = new ScratchFolder();
        await using (var host = new WebHost(folder.Path).At(new FakeClock(MadeHistory.Now)))
        {
            var runner = await host.ConsentingRunnerAsync("a");
            await runner.UploadAndFinishAsync(MadeHistory.Files);
        }

        return Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder.Path, path))
            .Where(path => path is Database || path.StartsWith("originals", StringComparison.Ordinal))
            .ToDictionary(path => path, path => File.ReadAllBytes(Path.Combine(folder.Path, path)), StringComparer.Ordinal);
    }
}
