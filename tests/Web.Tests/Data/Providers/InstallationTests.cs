using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Data.Providers;

/// <summary>Folder and database belong together, or the service does not start.</summary>
public sealed class InstallationTests(SharedPostgreSql shared)
{
    [Fact]
    public async Task A_folder_and_its_database_say_the_same_installation()
    {
        await using var host = new WebHost();

        var stored = await host.AskAsync(db => db.Installations.Select(row => row.Id).SingleAsync());

        Assert.Equal($"{stored}\n", await File.ReadAllTextAsync(Path.Combine(host.Folder, "kneeload.id"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_without_its_mark_is_not_taken_for_a_new_one_where_the_database_knows_of_files()
    {
        var database = await shared.NewDatabaseAsync();
        using var folder = new ScratchFolder();
        using var empty = new ScratchFolder();
        await using (var host = On(database, folder.Path))
        {
            var runner = await host.RunnerAsync("a");
            await runner.UploadAndFinishAsync(("a.fit", MadeRun.Fit(MadeRun.Monday)));
        }

        var said = await RefusedStart.SentenceAsync(empty.Path, database);
        await using var again = On(database, folder.Path);

        Assert.Contains("its disk may not be mounted", said, StringComparison.Ordinal);
        Assert.Equal(1, await again.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task A_folder_of_another_installation_is_refused()
    {
        using var folder = new ScratchFolder();
        await using (var host = new WebHost(folder.Path))
        {
            _ = host.Services;
        }

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "kneeload.id"), Guid.NewGuid().ToString(), TestContext.Current.CancellationToken);

        var said = await RefusedStart.SentenceAsync(folder.Path);

        Assert.Contains("belongs to another installation", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_lacks_a_column_of_this_version_is_named_at_start()
    {
        using var folder = new ScratchFolder();
        await using (var host = new WebHost(folder.Path))
        {
            await host.AskAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"WeeklyMails\" DROP COLUMN \"LastError\""));
        }

        var said = await RefusedStart.SentenceAsync(folder.Path);

        Assert.StartsWith($"The database lacks a part of the table {nameof(WeeklyMail)}s", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_processes_that_start_first_at_once_all_start()
    {
        var missing = new Npgsql.NpgsqlConnectionStringBuilder(await shared.NewDatabaseAsync()) { Database = $"first_{Guid.NewGuid():n}" }.ToString();
        using var folder = new ScratchFolder();
        var hosts = Enumerable.Range(0, 3).Select(_ => On(missing, folder.Path)).ToList();

        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.Services, TestContext.Current.CancellationToken)));

        Assert.Equal(1, await hosts[0].AskAsync(db => db.Installations.CountAsync()));
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }
    }

    private static WebHost On(string database, string folder) =>
        new WebHost(folder).With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database);
}
