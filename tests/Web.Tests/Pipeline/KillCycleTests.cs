using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>kill -9 of the real process at any instant while files come in, again and again; after each the books are checked.</summary>
public sealed class KillCycleTests(SharedPostgreSql shared)
{
    private const int FilesOfArchive = 12;

    /// <summary>Longest time that files come in before a kill. [ms]</summary>
    private const int LongestSending = 4_000;

    public static TheoryData<string, int> Databases => new() { { "Sqlite", 50 }, { "PostgreSql", 15 } };

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task RE_03_After_each_kill_every_acknowledged_file_is_done_once_and_the_audit_is_clean(string provider, int cycles)
    {
        // In every run KilledProcessTests kills nine times on SQLite and ClusterTests three times on PostgreSQL, at chosen instants.
        Assert.SkipUnless(LongRun.IsAsked, "It kills at random for many minutes: ./test.sh --long.");
        using var folder = new ScratchFolder();
        string[] settings = provider == "Sqlite" ? [] : ["--Database:Provider", provider, "--Database:ConnectionString", await shared.NewDatabaseAsync()];
        var runners = await RunnersAsync(folder.Path, settings);
        var random = new Random(20261127);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var runs = 0;
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            using (var service = await ServiceProcess.StartAsync(folder.Path, settings: settings))
            {
                using var killed = new CancellationTokenSource();
                var sending = runners.Select(runner => SendAsync(runner.At(service.Address), acknowledged, () => Interlocked.Increment(ref runs), killed.Token))
                    .ToList();
                await SomeAsync(acknowledged, before: acknowledged.Count);
                await Task.Delay(random.Next(LongestSending));
                await service.KillAsync();
                await killed.CancelAsync();
                await Task.WhenAll(sending);
            }

            await AuditAsync(folder.Path, settings, acknowledged, cycle);
        }
    }

    private static async Task<List<RunnerClient>> RunnersAsync(string folder, string[] settings)
    {
        await using var host = On(folder, settings);
        return [await host.RunnerAsync("a"), await host.RunnerAsync("b"), await host.RunnerAsync("c")];
    }

    private static async Task SomeAsync(HashSet<string> acknowledged, int before)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (true)
        {
            lock (acknowledged)
            {
                if (acknowledged.Count > before)
                {
                    return;
                }
            }

            await Task.Delay(10, deadline.Token);
        }
    }

    // What is not acknowledged may be there or not, but then whole.
    private static async Task SendAsync(RunnerClient runner, HashSet<string> acknowledged, Func<int> next, CancellationToken killed)
    {
        for (var sent = 0; !killed.IsCancellationRequested; sent++)
        {
            var file = sent % 10 == 4
                ? (Name: "a.zip", Content: Zip.Of([.. Enumerable.Range(0, FilesOfArchive)
                    .Select(_ => next())
                    .Select(number => ($"{number}.fit", Run(number)))]))
                : (Name: "run.fit", Content: Run(next()));
            try
            {
                using var reply = await runner.SendAsync(file);
                if (reply.StatusCode == HttpStatusCode.Accepted)
                {
                    lock (acknowledged)
                    {
                        acknowledged.Add(Convert.ToHexStringLower(SHA256.HashData(file.Content)));
                    }
                }
                else
                {
                    // Too many a minute.
                    await Task.Delay(200, killed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    // Thousands of them, none so old that its watch was not sold yet, and none a copy of another at another hour.
    private static byte[] Run(int number) => MadeRun.Fit(MadeRun.Monday - Duration.FromMinutes(427 * number), minutes: 2);

    private static async Task AuditAsync(string folder, string[] settings, HashSet<string> acknowledged, int cycle)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var host = On(folder, settings);
        await host.UntilAsync(async db => !await db.Work.AnyAsync(work => !work.Failed));
        var worked = Stopwatch.GetElapsedTime(begun);
        var uploads = await host.AskAsync(db => db.Uploads.AsNoTracking().ToListAsync());
        var runs = await host.AskAsync(db => db.Runs
            .GroupBy(run => run.UploadId)
            .Select(group => new { group.Key, Runs = group.Count(), Loads = group.Count(run => run.Load != null) })
            .ToDictionaryAsync(group => group.Key));
        var said = await CleanAudit.OfAsync(folder, settings);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cycle}: {acknowledged.Count} acknowledged, {uploads.Count} there, done {worked.TotalSeconds:0.0} s after the start, audited in "
                + $"{(Stopwatch.GetElapsedTime(begun) - worked).TotalSeconds:0.0} s; {said}");
        Assert.All(uploads, upload => Assert.Equal(UploadState.Done, upload.State));
        Assert.Subset(uploads.Select(upload => upload.ContentHash).ToHashSet(StringComparer.Ordinal), acknowledged);
        Assert.Equal(uploads.Count, uploads.Select(upload => upload.ContentHash).Distinct(StringComparer.Ordinal).Count());
        Assert.All(uploads, upload => Assert.Equal(upload.FileName == "a.zip" ? FilesOfArchive : 1, runs[upload.Id].Runs));
        Assert.All(runs.Values, group => Assert.Equal(group.Runs, group.Loads));
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
}
