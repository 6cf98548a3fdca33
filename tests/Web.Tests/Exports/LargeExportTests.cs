using System.Diagnostics;
using System.Security.Cryptography;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Exports;

/// <summary>The export of a runner with a history of many years, from a process of its own.</summary>
public sealed class LargeExportTests(ITestOutputHelper output)
{
    private const int Runs = 3000;
    private const long MostMemory = 300 << 20;

    [Fact]
    public async Task PR_08_Three_thousand_runs_are_exported_without_being_held_in_memory()
    {
        Assert.SkipUnless(LongRun.IsAsked, "It takes minutes: ./test.sh --long");
        using var scratch = new ScratchFolder();
        RunnerClient there;
        await using (var host = new WebHost(scratch.Path))
        {
            there = await host.ConsentingRunnerAsync("a");
            await there.UploadAndFinishAsync(
                ("0.fit", MadeRun.Fit(MadeRun.Monday, minutes: 60)), ("0.gpx", MadeRun.Gpx(MadeRun.Monday + Duration.FromHours(5), minutes: 60)));
            await host.UntilAsync(async db => !await db.Work.AnyAsync());
            await host.AskAsync(db => MultiplyAsync(db, there.RunnerId, scratch.Path));
        }

        using var process = await ServiceProcess.StartAsync(scratch.Path);
        var runner = there.At(process.Address);
        await runner.ReadAsync("/uploads");
        var (before, watch, bytes) = (process.PeakMemory, Stopwatch.StartNew(), 0L);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/your-data?handler=export")
        {
            Content = new FormUrlEncodedContent([new("password", Exported.Password)]),
        };
        request.Headers.Add("RequestVerificationToken", runner.Token);
        using var reply = await runner.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var zip = await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[1 << 16];
        for (int read; (read = await zip.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0; bytes += read)
        {
        }

        output.WriteLine(
            $"{Runs} runs: {watch.Elapsed.TotalSeconds:0.0} s, {bytes >> 20} MiB, peak memory {process.PeakMemory >> 20} MiB, before {before >> 20} MiB");
        Assert.Equal("application/zip", reply.Content.Headers.ContentType?.MediaType);
        Assert.InRange(process.PeakMemory, 0, MostMemory);
    }

    // The two uploads over and over, each with bytes of its own behind its end.
    private static async Task<int> MultiplyAsync(KneeLoadDbContext db, Guid runnerId, string folder)
    {
        var uploads = await db.Uploads.AsNoTracking().OrderBy(row => row.FileName).ToListAsync();
        var runs = await db.Runs.AsNoTracking().ToDictionaryAsync(run => run.UploadId);
        var contents = uploads.ConvertAll(upload => File.ReadAllBytes(Path.Combine(
            folder, "originals", runnerId.ToString("n"), upload.ContentHash[..2], upload.ContentHash)));
        for (var i = 2; i < Runs; i++)
        {
            var (upload, content) = (uploads[i % 2], (byte[])[.. contents[i % 2], .. BitConverter.GetBytes(i)]);
            var hash = Convert.ToHexStringLower(SHA256.HashData(content));
            var place = Path.Combine(folder, "originals", runnerId.ToString("n"), hash[..2]);
            Directory.CreateDirectory(place);
            await File.WriteAllBytesAsync(Path.Combine(place, hash), content);
            var (run, days) = (runs[upload.Id], Duration.FromDays(-i));
            var id = Guid.CreateVersion7();
            db.Uploads.Add(new()
            {
                Id = id,
                RunnerId = runnerId,
                BatchId = id,
                FileName = $"{i}.fit",
                ContentHash = hash,
                Bytes = content.Length,
                Received = upload.Received,
                State = UploadState.Done,
            });
            db.Runs.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runnerId,
                UploadId = id,
                Start = run.Start + days,
                End = run.End + days,
                LocalDate = run.LocalDate.PlusDays(-i),
                IsRun = true,
                ModelVersion = run.ModelVersion,
                Metrics = run.Metrics,
                Load = run.Load,
                Ground = run.Ground,
                Cells = run.Cells,
                Traces = run.Traces,
            });
            if (i % 100 == 0)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        return await db.SaveChangesAsync();
    }
}
