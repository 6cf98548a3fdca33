using System.Diagnostics;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

/// <summary>People come before machines: somebody's single file is read while another's archive is.</summary>
public sealed class PeopleFirstTests(RunningService service) : IClassFixture<RunningService>
{
    private const int Few = 300;
    private const int Many = 10_000;
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task A_single_file_is_read_long_before_another_runners_archive_that_came_first()
    {
        var patient = await host.RunnerAsync("patient");
        var other = await host.RunnerAsync("other");
        var count = LongRun.IsAsked ? Many : Few;
        var archive = Zip.Of([.. Enumerable.Range(0, count).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(day), minutes: 2)))]);
        var batch = await patient.UploadAsync(("export.zip", archive));
        await host.UntilAsync(db => db.Runs.AnyAsync(run => run.RunnerId == patient.RunnerId));

        var waited = Stopwatch.StartNew();
        await other.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        waited.Stop();

        var read = await host.AskAsync(db => db.Runs.CountAsync(run => run.RunnerId == patient.RunnerId));
        var state = await host.AskAsync(db => db.Uploads.Where(upload => upload.BatchId == batch).Select(upload => upload.State).SingleAsync());
        Assert.Equal(UploadState.Received, state);
        TestContext.Current.TestOutputHelper?.WriteLine($"{waited.ElapsedMilliseconds} ms beside an archive of {count}, of which {read} were read.");
        if (!LongRun.IsAsked)
        {
            await patient.FinishedAsync(batch);
        }
        else
        {
            using var undone = await patient.UndoAsync(batch);
        }
    }
}
