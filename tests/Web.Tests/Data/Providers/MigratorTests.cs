using KneeLoad.Testing;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeLoad.Web.Tests.Data.Providers;

public sealed class MigratorTests(SharedPostgreSql shared) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-migrate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task RE_09_A_migration_that_was_killed_does_not_stop_the_next_start()
    {
        await MadeAsync();
        await ExecuteAsync(
            """CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');""");

        await using var host = new WebHost(folder);
        using var reply = await host.CreateClient().GetAsync("/readyz");

        Assert.True(reply.IsSuccessStatusCode);
    }

    [Fact]
    public async Task RE_09_A_database_of_a_newer_version_is_left_alone()
    {
        await MadeAsync();
        await ExecuteAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0.0');""");

        var refused = await Assert.ThrowsAsync<SettingException>(() => MigrateAsync());

        Assert.Contains("made by a newer version (29990101000000_Later)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused()
    {
        await using var first = new WebHost(folder);
        _ = first.Services;

        var refused = await Assert.ThrowsAsync<SettingException>(() => MigrateAsync());

        Assert.Equal($"Another process works in {folder}.", refused.Message);
    }

    [Fact]
    public async Task A_migration_whose_connection_is_cut_begins_anew()
    {
        var database = await shared.NewDatabaseAsync();
        await MigrateAsync(database);
        await using var other = new NpgsqlConnection(database + ";Pooling=false");
        await other.OpenAsync();
        await AnswerAsync(other, """BEGIN; LOCK TABLE "__EFMigrationsHistory" IN ACCESS EXCLUSIVE MODE""");

        var migrating = MigrateAsync(database);
        // It waits for the table of migrations, which the framework asks for by itself.
        await CutAsync(other, """SELECT pg_terminate_backend(pid) FROM pg_locks WHERE relation = '"__EFMigrationsHistory"'::regclass AND NOT granted""");
        await AnswerAsync(other, "ROLLBACK");

        await migrating;
    }

    private static async Task CutAsync(NpgsqlConnection connection, string sql)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; await AnswerAsync(connection, sql) is null; looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    private static async Task<object?> AnswerAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private async Task MigrateAsync(string? postgreSql = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            KeyValuePair.Create("data", (string?)folder),
            KeyValuePair.Create("Database:Provider", (string?)(postgreSql is null ? "Sqlite" : "PostgreSql")),
            KeyValuePair.Create("Database:ConnectionString", postgreSql)]);
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
