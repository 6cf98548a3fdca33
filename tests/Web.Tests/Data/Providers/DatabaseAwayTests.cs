using KneeLoad.Testing;
using System.Collections.Concurrent;
using System.Net;
using KneeLoad.Web.Data.Providers;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeLoad.Web.Tests.Data.Providers;

public sealed class DatabaseAwayTests(SharedPostgreSql shared)
{
    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(14)]
    public void Sqlite_that_is_busy_read_only_broken_or_gone_is_away(int code) =>
        Assert.True(DatabaseAway.Is(new DbUpdateException("no", new SqliteException("no", code))));

    [Fact]
    public async Task DB_05_Of_a_database_that_was_made_read_only_pages_are_read_and_nothing_is_acknowledged()
    {
        var database = await shared.NewDatabaseAsync();
        using var lines = new Lines();
        await using var host = new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database)
            .With("Logging:LogLevel:KneeLoad", "Warning").Logging(lines);
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);
        await SetReadOnlyAsync(database, "on");
        lines.Said.Clear();

        using var page = await runner.Http.GetAsync("/");
        using var list = await runner.Http.GetAsync("/runs");
        using var sent = await runner.SendAsync(("a.fit", MadeRun.Fit(MadeRun.Monday)));
        using var ready = await runner.Http.GetAsync("/readyz");
        using var alive = await runner.Http.GetAsync("/healthz");
        var said = lines.Said.Where(line => line.StartsWith("KneeLoad.Web.Faults", StringComparison.Ordinal)).ToList();
        await SetReadOnlyAsync(database, "off");
        var taken = await TakenAgainAsync(runner);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, list.StatusCode));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), (sent.StatusCode, ready.StatusCode));
        Assert.NotNull(sent.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Single(said);
        Assert.DoesNotContain(lines.Said, line => line.Contains("   at ", StringComparison.Ordinal));
        Assert.True(taken);
    }

    // A request that meets a connection which was cut is answered with 503; none needs a restart.
    private static async Task<bool> TakenAgainAsync(RunnerClient runner)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var tries = 0; ; tries++)
        {
            using var sent = await runner.SendAsync(("a.fit", MadeRun.Fit(MadeRun.Monday)));
            if (sent.StatusCode is HttpStatusCode.Accepted)
            {
                return true;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
            await Task.Delay(Patience.Pause(tries), deadline.Token);
        }
    }

    private static async Task SetReadOnlyAsync(string database, string value)
    {
        await using var connection = new NpgsqlConnection(database + ";Pooling=false;Options=-c default_transaction_read_only=off");
        await connection.OpenAsync();
        var name = new NpgsqlConnectionStringBuilder(database).Database;
        await using var command = new NpgsqlCommand(
            $"ALTER DATABASE \"{name}\" SET default_transaction_read_only = {value};"
            + $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid();",
            connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Lines : ILoggerProvider
    {
        public ConcurrentQueue<string> Said { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

        public void Dispose()
        {
        }

        private sealed class Line(Lines lines, string category) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Said.Enqueue($"{category}: {formatter(state, exception)} {exception}");
        }
    }
}
