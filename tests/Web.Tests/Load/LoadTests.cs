using System.Diagnostics;
using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Load;

/// <summary>
/// Files as fast as a club sends them, to the real process. The figures are written down; what is asserted is that nothing is lost,
/// since only a quiet machine says how long it takes. With --long in full, in the suite a little of it.
/// </summary>
public sealed class LoadTests(SharedPostgreSql shared, ITestOutputHelper output)
{
    /// <summary>More than the uploads that one runner may send a minute.</summary>
    private const int Runners = 12;

    private const int FilesASecond = 20;

    private static int Seconds { get; } = LongRun.IsAsked ? 60 : 1;

    /// <summary>A run a day for 27 years. [1]</summary>
    private const int RunsOfYears = 10_000;

    public static TheoryData<string> Databases => LongRun.IsAsked ? ["Sqlite", "PostgreSql"] : ["Sqlite"];

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Of_twenty_files_a_second_none_is_lost(string provider)
    {
        using var folder = new ScratchFolder();
        var settings = await SettingsAsync(provider);
        var runners = new List<RunnerClient>();
        await using (var host = On(folder.Path, settings))
        {
            for (var i = 0; i < Runners; i++)
            {
                runners.Add(await host.RunnerAsync($"runner{i}"));
            }
        }

        var files = Enumerable.Range(0, FilesASecond * Seconds).Select(i => MadeRun.Fit(MadeRun.Monday - Duration.FromHours(12 * i), minutes: 20)).ToList();
        using var service = await ServiceProcess.StartAsync(folder.Path, settings: settings);
        var clients = runners.ConvertAll(runner => runner.At(service.Address));
        // What is counted is a service that runs, not its first seconds: each address is asked once by each runner before.
        foreach (var client in clients)
        {
            using var reply = await client.SendAsync(("warm.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(3), minutes: 20)));
            await DoneAsync(client);
        }

        // The same rhythm without any work: how late this machine answers to nothing.
        var idle = await RhythmAsync(FilesASecond * Math.Min(Seconds, 10), i => clients[i % Runners].Http.GetAsync("/healthz"));
        var answers = await RhythmAsync(files.Count, i => clients[i % Runners].SendAsync(("run.fit", files[i])));
        var sent = Stopwatch.GetTimestamp();
        foreach (var client in clients)
        {
            await DoneAsync(client);
        }

        var after = Stopwatch.GetElapsedTime(sent);
        await service.StopAsync();
        await using var later = On(folder.Path, settings);
        var took = Took(answers);
        output.WriteLine($"{provider}, control without uploads: p50 {At(Took(idle), 0.5):0} ms, p99 {At(Took(idle), 0.99):0} ms");
        output.WriteLine(
            $"{provider}: {files.Count} files, {answers.Count(answer => answer.Status == HttpStatusCode.Accepted)} acknowledged, p50 "
                + $"{At(took, 0.5):0} ms, p99 {At(took, 0.99):0} ms, longest {took[^1]:0} ms; all done {after.TotalSeconds:0.0} s after the last");
        output.WriteLine("Over 100 ms, by the second: "
            + string.Join(
                ", ",
                answers.Where(answer => answer.Took.TotalMilliseconds > 100).GroupBy(answer => (int)answer.At.TotalSeconds).OrderBy(group => group.Key)
                .Select(group => $"{group.Key}: {group.Count()} ({group.Max(answer => answer.Took.TotalMilliseconds):0})")));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
        Assert.Equal(files.Count + Runners, await later.AskAsync(db => db.Uploads.CountAsync(upload => upload.State == UploadState.Done)));
        Assert.Equal(files.Count + Runners, await later.AskAsync(db => db.Runs.CountAsync(run => run.Load != null)));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_file_beside_a_history_of_many_years_leaves_others_their_turn(string provider)
    {
        Assert.SkipUnless(LongRun.IsAsked, "It makes a history of 10,000 runs: ./test.sh --long.");
        using var folder = new ScratchFolder();
        var settings = await SettingsAsync(provider);
        RunnerClient runner, other;
        await using (var host = On(folder.Path, settings))
        {
            (runner, other) = (await host.ConsentingRunnerAsync("a"), await host.ConsentingRunnerAsync("b"));
            await runner.UploadAndFinishAsync(("first.fit", MadeRun.Fit(MadeRun.Monday)));
            await host.UntilAsync(async db => !await db.Work.AnyAsync());
            await MadeRuns.MakeAsync(host, runner.RunnerId, RunsOfYears);
            await host.RecomputeWeeksAsync(runner.RunnerId);
        }

        using var service = await ServiceProcess.StartAsync(folder.Path, settings: settings);
        (runner, other) = (runner.At(service.Address), other.At(service.Address));
        // Each address once before it counts.
        using var warm = await runner.SendAsync(("warm.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(2))));
        await DoneAsync(runner);
        await WriteAsync(other);
        foreach (var (name, ago) in new[] { ("of today", -1), ("of the middle", RunsOfYears / 2) })
        {
            using var over = new CancellationTokenSource();
            var writing = WritesAsync(other, over.Token);
            var begun = Stopwatch.GetTimestamp();
            // No watch file, whose maker says since when there are such watches.
            using var reply = await runner.SendAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday - Duration.FromDays(ago) + Duration.FromHours(6))));
            await DoneAsync(runner);
            var own = Stopwatch.GetElapsedTime(begun);
            await over.CancelAsync();
            var waits = await writing;
            output.WriteLine(
                $"{provider}, {RunsOfYears} runs, a file {name}: own line done after {own.TotalMilliseconds:0} ms; {waits.Count} writes of another "
                    + $"meanwhile, p50 {At(waits, 0.5):0} ms, longest {waits[^1]:0} ms");
            Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        }

        foreach (var page in (string[])["/", "/runs", "/diary"])
        {
            var times = new List<double>();
            for (var i = 0; i < 5; i++)
            {
                var asked = Stopwatch.GetTimestamp();
                await runner.ReadAsync(page);
                times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
            }

            output.WriteLine($"{provider}, {RunsOfYears} runs, {page}: first {times[0]:0} ms, later {times.Skip(1).Min():0} ms");
        }

        await service.StopAsync();
        await using var later = On(folder.Path, settings);
        Assert.Equal(RunsOfYears + 4, await later.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == runner.RunnerId && run.Load != null)));
    }

    // Asks so often a second, each at its own moment, however long the ones before it take.
    private static async Task<List<(HttpStatusCode Status, TimeSpan At, TimeSpan Took)>> RhythmAsync(int times, Func<int, Task<HttpResponseMessage>> ask)
    {
        var begun = Stopwatch.GetTimestamp();
        return [.. await Task.WhenAll(Enumerable.Range(0, times).Select(async i =>
        {
            var wait = TimeSpan.FromSeconds((double)i / FilesASecond) - Stopwatch.GetElapsedTime(begun);
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
            var asked = Stopwatch.GetTimestamp();
            using var reply = await ask(i);
            return (reply.StatusCode, Stopwatch.GetElapsedTime(begun, asked), Stopwatch.GetElapsedTime(asked));
        }))];
    }

    private static List<double> Took(List<(HttpStatusCode Status, TimeSpan At, TimeSpan Took)> answers) =>
        [.. answers.Select(answer => answer.Took.TotalMilliseconds).Order()];

    private static double At(List<double> ordered, double share) => ordered[Math.Min(ordered.Count - 1, (int)(share * ordered.Count))];

    private static async Task<List<double>> WritesAsync(RunnerClient runner, CancellationToken over)
    {
        var waits = new List<double>();
        do
        {
            waits.Add(await WriteAsync(runner));
            await Task.Delay(10, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!over.IsCancellationRequested);
        return [.. waits.Order()];
    }

    private static async Task<double> WriteAsync(RunnerClient runner)
    {
        var asked = Stopwatch.GetTimestamp();
        using var reply = await runner.SubmitAsync("/diary", ("Day", "2026-03-01"), ("WorstPain", "1"), ("SettledWithinHour", "true"));
        Assert.InRange((int)reply.StatusCode, 200, 399);
        return Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
    }

    // By the page's own word, and sooner than a fixed pause would tell it.
    private static async Task DoneAsync(RunnerClient runner)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (await WaitingAsync(runner, deadline.Token) > 0)
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    private static async Task<int> WaitingAsync(RunnerClient runner, CancellationToken cancellationToken)
    {
        using var reply = await runner.Http.GetAsync("/uploads/status", cancellationToken);
        using var status = System.Text.Json.JsonDocument.Parse(await reply.Content.ReadAsStringAsync(cancellationToken));
        return status.RootElement.GetProperty("waiting").GetInt32();
    }

    private static WebHost On(string folder, string[] settings)
    {
        var host = new WebHost(folder);
        for (var i = 0; i < settings.Length; i += 2)
        {
            host.With(settings[i][2..], settings[i + 1]);
        }

        return host;
    }

    private async Task<string[]> SettingsAsync(string provider) =>
        provider == "Sqlite" ? [] : ["--Database:Provider", provider, "--Database:ConnectionString", await shared.NewDatabaseAsync()];
}
