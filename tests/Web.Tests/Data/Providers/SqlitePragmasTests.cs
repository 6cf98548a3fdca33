using KneeLoad.Testing;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Data.Providers;

public sealed class SqlitePragmasTests
{
    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    [InlineData("busy_timeout", "30000")]
    public async Task RE_04_Every_connection_of_the_service_goes_by_what_is_promised(string name, string value)
    {
        await using var host = new WebHost();

        var found = await host.AskAsync(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            return await AskAsync((SqliteConnection)db.Database.GetDbConnection(), name);
        });

        Assert.Equal(value, found);
    }

    [Fact]
    public async Task A_new_folder_and_one_of_an_earlier_version_keep_a_log_ahead_of_the_file()
    {
        using var scratch = new ScratchFolder();
        await using (var first = new WebHost(scratch.Path))
        {
            _ = first.Services;
            Assert.Equal("wal", await ModeOfFileAsync(scratch.Path, "journal_mode"));
        }

        Assert.Equal("delete", await ModeOfFileAsync(scratch.Path, "journal_mode=DELETE"));
        await using var again = new WebHost(scratch.Path);
        _ = again.Services;

        Assert.Equal("wal", await ModeOfFileAsync(scratch.Path, "journal_mode"));
    }

    [Fact]
    public async Task A_start_that_finds_another_value_says_so()
    {
        using var scratch = new ScratchFolder();
        await using var plain = new SqliteConnection($"Data Source={Path.Combine(scratch.Path, "plain.db")};Pooling=False");
        await plain.OpenAsync(TestContext.Current.CancellationToken);
        await AskAsync(plain, "busy_timeout=30000");

        var refused = await Assert.ThrowsAsync<SettingException>(() => SqlitePragmas.CheckAsync(plain, TestContext.Current.CancellationToken));

        Assert.Contains("works with journal_mode delete and not wal", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_deleted_while_the_service_runs_is_not_written_to_any_more()
    {
        await using var host = new WebHost();
        var runner = await host.RunnerAsync("a");
        File.Move(Path.Combine(host.Folder, "kneeload.db"), Path.Combine(host.Folder, "gone.db"));

        using var reply = await runner.SendAsync(("a.fit", MadeRun.Fit(MadeRun.Monday)));

        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.False(File.Exists(Path.Combine(host.Folder, "kneeload.db")));
    }

    private static async Task<string?> ModeOfFileAsync(string folder, string pragma)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(folder, "kneeload.db")};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        return await AskAsync(file, pragma);
    }

    private static async Task<string?> AskAsync(SqliteConnection connection, string pragma)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA {pragma};";
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
