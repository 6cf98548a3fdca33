using System.Diagnostics;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

/// <summary>Due work is found by an index: no look, no work and no page reads a large table from end to end.</summary>
public sealed class LargeTableTests(SharedPostgreSql shared)
{
    private const int Large = 10_000;

    [Fact]
    public async Task No_statement_of_the_service_reads_a_large_table_from_end_to_end()
    {
        var database = await shared.NewDatabaseAsync();
        var name = new NpgsqlConnectionStringBuilder(database).Database!;
        await using var host = new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", "all");
        var runner = await host.RunnerAsync("a", weeklyMail: true);
        await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday, minutes: 2)));
        await host.AskAsync(async db =>
        {
            db.Database.SetCommandTimeout(300);
            return await db.Database.ExecuteSqlRawAsync(Grow(Large + 2_000));
        });
        var recorder = new StatementRecorder(name);
        using var listening = DiagnosticListener.AllListeners.Subscribe(recorder);

        await runner.UploadAndFinishAsync(("next.fit", MadeRun.Fit(MadeRun.Monday + NodaTime.Duration.FromDays(1), minutes: 2)));
        foreach (var page in (string[])["/", "/runs", "/uploads", "/settings"])
        {
            using var reply = await runner.Http.GetAsync(page);
        }

        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        foreach (var address in (string[])["runs", "runs?counts=true&kind=run", "weeks", "diary", "batches"])
        {
            await program.ReadAsync("/api/v1/" + address);
        }

        var timetable = host.Services.GetRequiredService<Timetable>();
        foreach (var rhythm in Enum.GetValues<Rhythm>())
        {
            await timetable.LookAsync(rhythm, TestContext.Current.CancellationToken);
        }

        var sizes = await LargeTablesAsync(database);
        var read = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (text, parameters) in recorder.Statements)
        {
            foreach (var table in await ScannedAsync(database, text, parameters))
            {
                if (sizes.Contains(table))
                {
                    read.Add($"{table}: {text}");
                }
            }
        }

        Assert.Superset(new HashSet<string> { "AspNetUsers", "Uploads", "Runs", "Work" }, sizes);
        Assert.True(recorder.Statements.Count > 60, $"{recorder.Statements.Count} statements");
        Assert.Empty(read);
    }

    // One runner's rows, again and again, as other runners', who agreed to everything; and work of one runner that waits.
    private static string Grow(int copies) => $$"""
        INSERT INTO "AspNetUsers" SELECT (jsonb_populate_record(u, jsonb_build_object('Id', md5(u."Id"::text || g)::uuid, 'IsOwner', false, 'ScoringConsent', u."StoringConsent", 'MailDue', now() + interval '3 days',
          'UserName', g || '@example.org', 'NormalizedUserName', g || '@EXAMPLE.ORG', 'Email', g || '@example.org', 'NormalizedEmail', g || '@EXAMPLE.ORG'))).* FROM "AspNetUsers" u, generate_series(1, {{copies}}) g;
        INSERT INTO "Uploads" SELECT (jsonb_populate_record(u, jsonb_build_object('Id', md5(u."Id"::text || g)::uuid, 'RunnerId', md5(u."RunnerId"::text || g)::uuid, 'BatchId', md5(u."BatchId"::text || g)::uuid))).* FROM "Uploads" u, generate_series(1, {{copies}}) g;
        INSERT INTO "Runs" SELECT (jsonb_populate_record(r, jsonb_build_object('Id', md5(r."Id"::text || g)::uuid, 'RunnerId', md5(r."RunnerId"::text || g)::uuid, 'UploadId', md5(r."UploadId"::text || g)::uuid))).* FROM "Runs" r, generate_series(1, {{copies}}) g;
        INSERT INTO "Work" ("Kind", "Key", "RunnerId", "Rank", "Added", "Due", "HandedOver", "Attempts", "Deaths", "Alone", "Failed")
          SELECT 'surface', md5(g::text)::uuid, (SELECT "Id" FROM "AspNetUsers" ORDER BY "Id" LIMIT 1), 2, now(), now() + interval '9 minutes', now(), 0, 0, false, g % 2 = 0 FROM generate_series(1, {{copies}}) g;
        ANALYZE;
        """;

    private static async Task<HashSet<string>> LargeTablesAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand($"SELECT relname FROM pg_class WHERE relkind = 'r' AND reltuples > {Large}");
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static async Task<IReadOnlyList<string>> ScannedAsync(string database, string text, IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var scanned = new List<string>();
        await using var command = source.CreateCommand("EXPLAIN " + text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            const string Scan = "Seq Scan on ";
            var line = reader.GetString(0);
            if (line.IndexOf(Scan, StringComparison.Ordinal) is >= 0 and var at)
            {
                scanned.Add(line[(at + Scan.Length)..].TrimStart('"').Split('"', ' ')[0]);
            }
        }

        return scanned;
    }
}
