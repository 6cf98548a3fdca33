using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Shared.Hosting;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KneeLoad.Web.Tests.Data.Providers;

public sealed class MigratorTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-migrate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task RE_09_A_migration_that_was_killed_does_not_stop_the_next_start()
    {
        await MadeAsync();
        await ExecuteAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');""");

        await using var host = new WebHost(folder);
        using var reply = await host.CreateClient().GetAsync("/readyz");

        Assert.True(reply.IsSuccessStatusCode);
    }

    [Fact]
    public async Task RE_09_A_database_of_a_newer_version_is_left_alone()
    {
        await MadeAsync();
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0');""");

        var refused = await Assert.ThrowsAsync<SettingException>(MigrateAsync);

        Assert.Contains("made by a newer version (29990101000000_Later)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused()
    {
        await using var first = new WebHost(folder);
        _ = first.Services;

        var refused = await Assert.ThrowsAsync<SettingException>(MigrateAsync);

        Assert.Equal($"Another process works in {folder}.", refused.Message);
    }

    private async Task MigrateAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("data", (string?)folder)]);
        builder.Logging.ClearProviders();
        builder.AddHosting();
        builder.AddDatabase();
        await using var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
    }

    private async Task MadeAsync()
    {
        await using var host = new WebHost(folder);
        _ = host.Services;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = new SqliteConnection($"Data Source={Path.Combine(folder, "kneeload.db")};Pooling=False");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
