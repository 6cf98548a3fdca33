using NodaTime.Testing;
using System.Diagnostics;
using System.Text.Json;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Features.Api;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Load;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeLoad.Web.Tests.Work;

/// <summary>However many runs a runner has, a page reads no more of them than the model needs.</summary>
public sealed class BoundedHistoryTests(SharedPostgreSql shared)
{
    /// <summary>One a day, far beyond what any page needs.</summary>
    private const int Made = 1_500;

    /// <summary>One a day of the days that the model needs, those of the made history between them, and some around.</summary>
    private const int MostRuns = RunnerHistoryReader.DaysOfRuns + 50;

    [Fact]
    public async Task No_page_reads_or_gives_more_runs_than_the_model_needs()
    {
        var database = await shared.NewDatabaseAsync();
        await using var host = new WebHost().With("Database:Provider", "PostgreSql").With("Database:ConnectionString", database).With("role", "all")
            .At(new FakeClock(MadeHistory.Now));
        var runner = await host.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files);
        var old = await MadeRuns.MakeAsync(host, runner.RunnerId, Made);
        await host.AskAsync(db => db.Runs.Where(run => run.Id != old).ExecuteUpdateAsync(row => row.SetProperty(run => run.CopyId, old)));
        await host.AskAsync(db => db.Database.ExecuteSqlAsync($"ANALYZE"));
        var recorder = new StatementRecorder(new NpgsqlConnectionStringBuilder(database).Database!);
        using var listening = DiagnosticListener.AllListeners.Subscribe(recorder);

        Assert.Contains("More than 100 runs seem to be here twice.", await runner.ReadAsync("/"), StringComparison.Ordinal);
        foreach (var page in (string[])["/runs", $"/runs/{old}", "/uploads", "/uploads/status", "/diary", "/settings"])
        {
            await runner.ReadAsync(page);
        }

        using var program = await ApiClient.OfAsync(host, runner.RunnerId);
        var next = (await program.ReadAsync("/api/v1/runs")).GetProperty("next").GetString();
        string[] addresses = ["runs?after=" + next, $"runs/{old}", "weeks", "assessment", "assessment?on=2026-05-01", "ceiling", "batches", "diary"];
        foreach (var address in addresses)
        {
            await program.ReadAsync("/api/v1/" + address);
        }

        // How many there are is counted by an index alone, and gives few rows.
        var ofRuns = recorder.Statements
            .Where(one => one.Key.StartsWith("SELECT", StringComparison.Ordinal) && one.Key.Contains("\"Runs\"", StringComparison.Ordinal)
            && !one.Key.StartsWith("SELECT count(*)", StringComparison.Ordinal)).ToList();
        var read = new List<string>();
        foreach (var (text, parameters) in ofRuns)
        {
            var (scanned, given) = await RowsAsync(database, text, parameters);
            if ((text.Contains("GROUP BY", StringComparison.Ordinal) ? given : Math.Max(scanned, given)) > MostRuns)
            {
                read.Add($"{scanned} read, {given} given: {text}");
            }
        }

        Assert.InRange(ofRuns.Count, 8, int.MaxValue);
        Assert.Empty(read);
        Assert.Equal(Made + MadeHistory.Files.Length, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    private static async Task<(long Scanned, long Given)> RowsAsync(string database, string text, IReadOnlyList<NpgsqlParameter> parameters)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("EXPLAIN (ANALYZE, FORMAT JSON) " + text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter.Clone());
        }

        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var root = plan.RootElement[0].GetProperty("Plan");
        return (ScannedBy(root), RowsOf(root, "Actual Rows"));
    }

    private static long ScannedBy(JsonElement node)
    {
        var own = node.TryGetProperty("Relation Name", out var table) && table.GetString() == "Runs"
            ? RowsOf(node, "Actual Rows") + RowsOf(node, "Rows Removed by Filter")
            : 0;
        return own + (node.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().Sum(ScannedBy) : 0);
    }

    private static long RowsOf(JsonElement node, string name) =>
        node.TryGetProperty(name, out var rows) ? (long)(rows.GetDouble() * node.GetProperty("Actual Loops").GetDouble()) : 0;
}
