using KneeLoad.Web.Data;
using KneeLoad.Testing;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Erasures;

/// <summary>Undone uploads, deleted runs and rejected files: what was taken back is nowhere.</summary>
public sealed class TakenBackFilesTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly string[] OfFiles = [Markers.FileName, Markers.Member, Markers.Track];
    private readonly FakeClock clock = new(MadeHistory.Now);
    private WebHost host = null!;

    private WebHost Host => host ??= service.Anew(clock);

    [Fact]
    public async Task PR_10_Undone_uploads_leave_no_byte_and_no_shown_assessment()
    {
        var runner = await Markers.RunnerAsync(Host);
        Assert.True(await Host.AskAsync(db => db.ShownAssessments.AnyAsync()));
        var batches = await Host.AskAsync(db => db.Uploads.Select(row => row.BatchId).Distinct().ToListAsync());

        foreach (var batch in batches)
        {
            (await runner.UndoAsync(batch)).Dispose();
        }

        Assert.Empty(FoundOfFiles());
        Assert.Equal(
            (0, 0, 0),
            await Host.AskAsync(async db => (await db.ShownAssessments.CountAsync(), await db.AllRuns.CountAsync(), await db.RunCorrections.CountAsync())));
        Assert.Empty(Directory.GetFiles(Path.Combine(Host.Folder, "originals"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task PR_10_A_run_that_is_deleted_for_good_leaves_no_byte_and_its_archive_the_others()
    {
        var runner = await Markers.RunnerAsync(Host);
        await runner.UploadAndFinishAsync(("two.zip", Zip.Of(("x/one.fit", MadeHistory.Files[0].Content), ("x/two.fit", MadeHistory.Files[3].Content))));
        await Host.UntilAsync(async db => !await db.Work.AnyAsync());
        var mine = await Host.AskAsync(db => db.Runs.Where(run => run.Upload.FileName != "two.zip").Select(run => run.Id).ToListAsync());
        var other = await Host.AskAsync(db => db.Runs.Where(run => run.MemberName!.EndsWith("one.fit")).Select(run => run.Id).SingleAsync());

        foreach (var run in mine.Append(other))
        {
            (await runner.SubmitAsync($"/runs/{run}?handler=delete")).Dispose();
        }

        Assert.False(await Host.AskAsync(db => db.ShownAssessments.AnyAsync()));
        (await runner.SubmitAsync("/runs/deleted?handler=remove")).Dispose();

        var left = await Host.AskAsync(db => db.Uploads.Where(row => row.State == UploadState.Done).Select(row => row.FileName).ToListAsync());
        Assert.Equal(["two.zip"], left);
        Assert.Equal(["two.zip!/x/two.fit"], await Host.AskAsync(db => db.AllRuns.Select(run => run.MemberName).ToListAsync()));
        Assert.Equal([other], await Host.AskAsync(db => db.RunCorrections.Select(row => row.RunId).ToListAsync()));
        (await runner.UndoAsync(await Host.AskAsync(db => db.Uploads
            .Where(row => row.State == UploadState.Rejected)
            .Select(row => row.BatchId)
            .FirstAsync()))).Dispose();
        Assert.Empty(FoundOfFiles());
    }

    [Fact]
    public async Task A_deleted_run_can_be_brought_back_for_some_days_and_then_goes_for_good()
    {
        var runner = await Host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        var run = await Host.AskAsync(db => db.Runs.Select(row => row.Id).SingleAsync());
        (await runner.SubmitAsync($"/runs/{run}?handler=delete")).Dispose();

        await LookAsync(MadeHistory.Now + Retention.DeletedRuns - Duration.FromHours(1));
        Assert.Equal(1, await Host.AskAsync(db => db.AllRuns.CountAsync()));
        await LookAsync(MadeHistory.Now + Retention.DeletedRuns + Duration.FromHours(1));

        Assert.Equal((0, 0), await Host.AskAsync(async db => (await db.AllRuns.CountAsync(), await db.Uploads.CountAsync())));
        Assert.Empty(Directory.GetFiles(Path.Combine(Host.Folder, "originals"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task DO_03_A_file_that_is_rejected_is_not_kept_and_comes_again_as_a_new_one()
    {
        var runner = await Host.RunnerAsync("a");

        var first = await runner.UploadAndFinishAsync(("noise.fit", [1, 2, 3, 4]));
        await Host.UntilAsync(_ => Task.FromResult(Directory.GetFiles(Path.Combine(Host.Folder, "originals"), "*", SearchOption.AllDirectories).Length == 0));
        Assert.Contains("The file was not kept", await runner.ReadAsync("/uploads"), StringComparison.Ordinal);
        using var original = await runner.Http.GetAsync($"/uploads/{first[0].GetProperty("id").GetGuid()}/original");
        var again = await runner.UploadAndFinishAsync(("noise.fit", [1, 2, 3, 4]));

        Assert.Equal(System.Net.HttpStatusCode.Gone, original.StatusCode);
        Assert.Equal(("rejected", "rejected"), (first[0].GetProperty("state").GetString(), again[0].GetProperty("state").GetString()));
        (await runner.UndoAsync(await Host.AskAsync(db => db.Uploads
            .Where(row => row.DuplicateOfId == null)
            .Select(row => row.BatchId)
            .SingleAsync()))).Dispose();
        Assert.Equal(UploadState.Rejected, await Host.AskAsync(db => db.Uploads.Select(row => row.State).SingleAsync()));
    }

    private async Task LookAsync(Instant now)
    {
        clock.Reset(now);
        await using var scope = Host.Services.OfAll();
        await scope.ServiceProvider.GetRequiredService<RunRemovalLook>().LookAsync(CancellationToken.None);
    }

    private IReadOnlyList<string> FoundOfFiles() => Markers.Found(Host.Folder, OfFiles);
}
