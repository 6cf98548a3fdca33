using System.Net;
using KneeLoad.Web.Data.Health;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace KneeLoad.Web.Tests.Data.Health;

/// <summary>/readyz knows what statements of the service have met.</summary>
public sealed class NoticedFaultsTests(SharedPostgreSql shared) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-health-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(11, true)]
    [InlineData(26, true)]
    [InlineData(5, false)]
    [InlineData(13, false)]
    public void A_malformed_file_of_SQLite_is_damage(int code, bool isDamage) =>
        Assert.Equal(isDamage, DatabaseDamage.Is(new DbUpdateException("no", new SqliteException("no", code))));

    [Theory]
    [InlineData(PostgresErrorCodes.DataCorrupted, true)]
    [InlineData(PostgresErrorCodes.IndexCorrupted, true)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    public void A_destroyed_page_of_PostgreSQL_is_damage(string code, bool isDamage) =>
        Assert.Equal(isDamage, DatabaseDamage.Is(new InvalidOperationException("no", new PostgresException("no", "ERROR", "ERROR", code))));

    [Fact]
    public async Task RE_08_A_destroyed_page_is_told_by_the_answer_and_by_readyz_at_once()
    {
        RunnerClient runner;
        await using (var before = new WebHost(folder))
        {
            runner = await before.RunnerAsync("anna");
            await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        }

        await DestroyAsync("Runs");
        await using var host = new WebHost(folder).With("Logging:LogLevel:KneeLoad.Web.Data.Health", "None");
        runner = runner.At(host.CreateClient());
        using var reply = await runner.Http.GetAsync("/runs");

        Assert.Equal(HttpStatusCode.InternalServerError, reply.StatusCode);
        Assert.Contains("A part of the database is destroyed", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Degraded: audit", await runner.Http.GetStringAsync("/readyz"));
    }

    [Fact]
    public async Task RE_06_PostgreSQL_without_room_is_not_ready_until_it_has_some()
    {
        var database = await shared.NewDatabaseAsync();
        // Not the seconds of this machine: a database that was full is asked again after a minute.
        var clock = new FakeClock(SystemClock.Instance.GetCurrentInstant());
        await using var host = new WebHost(folder).With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).At(clock);
        var runner = await host.RunnerAsync("anna");
        // As the server itself says it, of the table that it cannot make larger.
        await ExecuteAsync(database, """
            CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$;
            CREATE TRIGGER full_disk BEFORE INSERT ON "Uploads" EXECUTE FUNCTION full_disk();
            """);

        using var sent = await runner.SendAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        using var full = await runner.Http.GetAsync("/readyz");
        await ExecuteAsync(database, """DROP TRIGGER full_disk ON "Uploads" """);
        using var soon = await runner.Http.GetAsync("/readyz");
        clock.Advance(Duration.FromMinutes(1));
        using var later = await runner.Http.GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.InsufficientStorage, sent.StatusCode);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy: database"), (full.StatusCode, await full.Content.ReadAsStringAsync()));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (soon.StatusCode, later.StatusCode));
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task DestroyAsync(string table)
    {
        var path = Path.Combine(folder, "kneeload.db");
        long root, size;
        await using (var db = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await db.OpenAsync();
            await using var command = db.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT rootpage FROM sqlite_master WHERE name = $table; ";
            command.Parameters.AddWithValue("$table", table);
            await using (var reader = await command.ExecuteReaderAsync())
            {
                await reader.NextResultAsync();
                await reader.ReadAsync();
                root = reader.GetInt64(0);
            }

            command.CommandText = "PRAGMA page_size";
            size = (long)(await command.ExecuteScalarAsync())!;
        }

        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write);
        file.Position = (root - 1) * size;
        await file.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)size).ToArray());
    }
}
