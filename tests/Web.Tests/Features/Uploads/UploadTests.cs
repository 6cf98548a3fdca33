using System.Net;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>From a posted file to a row of a run, through the real store, queue and pipeline.</summary>
public sealed partial class UploadTests(RunningService service) : IClassFixture<RunningService>
{
    private static readonly byte[] Run = MadeRun.Fit(MadeRun.Monday);
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task A_file_is_acknowledged_and_becomes_a_run_with_load_and_week()
    {
        var runner = await host.RunnerAsync("a");

        var lines = await runner.UploadAndFinishAsync(("run.fit", Run));

        var line = Assert.Single(lines);
        Assert.Equal("done", line.GetProperty("state").GetString());
        var run = await host.AskAsync(db => db.Runs.SingleAsync());
        var metrics = StoredJson.ReadMetrics(run.Metrics);
        Assert.Equal(3600, metrics.Distance!.Value.Metres, 1.0);
        Assert.Equal(168, metrics.Cadence!.Value.StepsPerMinute, 0.5);
        Assert.InRange(StoredJson.ReadLoad(run.Load!).KneeKilometres!.Value.Value, 3, 4.5);
        var week = await host.AskAsync(db => db.Weeks.OrderBy(row => row.FirstDay).FirstAsync());
        Assert.Equal(new LocalDate(2026, 3, 2), week.FirstDay);
        Assert.Equal(1201, TraceCodec.Unpack(run.Traces).Seconds.Length);
    }

    [Fact]
    public async Task UP_21_The_same_bytes_again_name_the_upload_and_the_run_that_are_there()
    {
        var runner = await host.RunnerAsync("a");
        var first = Assert.Single(await runner.UploadAndFinishAsync(("run.fit", Run)));

        var second = Assert.Single(await runner.UploadAndFinishAsync(("copy.fit", Run)));

        Assert.Equal("duplicate", second.GetProperty("state").GetString());
        Assert.Equal(first.GetProperty("id").GetGuid(), second.GetProperty("duplicateOf").GetGuid());
        Assert.Equal(first.GetProperty("runs")[0].GetProperty("id").GetGuid(), second.GetProperty("runs")[0].GetProperty("id").GetGuid());
        Assert.Equal(1, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task UP_21_The_same_run_from_another_file_is_marked_and_counts_once()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("watch.fit", Run));
        var before = await SnapshotAsync();

        var line = Assert.Single(await runner.UploadAndFinishAsync(("export.gpx", MadeRun.Gpx(MadeRun.Monday))));

        Assert.True(line.GetProperty("runs")[0].GetProperty("repeatsAnother").GetBoolean());
        Assert.Equal(before, await SnapshotAsync(counted: true));
    }

    [Fact]
    public async Task DO_08_Of_an_archive_the_first_runs_are_told_and_how_many_there_are()
    {
        var runner = await host.RunnerAsync("a");
        var archive = Zip.Of([.. Enumerable.Range(0, 12).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 2)))]);

        var line = Assert.Single(await runner.UploadAndFinishAsync(("x.zip", archive)));

        Assert.Equal((10, 12), (line.GetProperty("runs").GetArrayLength(), line.GetProperty("runCount").GetInt32()));
        Assert.Contains("12 runs", PlainPages.Plain(await runner.ReadAsync("/uploads")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DO_08_Of_many_files_the_first_are_listed_and_how_many_there_are()
    {
        var runner = await host.RunnerAsync("a");
        var batch = Guid.NewGuid();
        await host.AskAsync(db =>
        {
            db.Uploads.AddRange(Enumerable.Range(0, 130)
                .Select(i => new Upload
                {
                    Id = Guid.CreateVersion7(),
                    RunnerId = runner.RunnerId,
                    BatchId = batch,
                    FileName = $"{i}.fit",
                    ContentHash = $"{i:x64}",
                    State = UploadState.Rejected,
                    Reason = "no run",
                    Received = MadeRun.Monday + Duration.FromSeconds(i),
                }));
            return db.SaveChangesAsync();
        });

        Assert.Equal(100, (await runner.FinishedAsync(batch)).Length);
        Assert.Contains("29.fit", await runner.ReadAsync($"/uploads/{batch}"), StringComparison.Ordinal);
        Assert.DoesNotContain("129.fit", await runner.ReadAsync($"/uploads/{batch}"), StringComparison.Ordinal);
        Assert.Contains("129.fit", await runner.ReadAsync($"/uploads/{batch}?p=2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DO_04_Who_sends_one_file_does_not_wait_behind_who_sends_sixty()
    {
        var many = await host.RunnerAsync("many");
        var one = await host.RunnerAsync("one");
        var queue = await host.QueueAsync(many, [.. Enumerable.Range(0, 60).Select(day => MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day)))]);

        await one.UploadAndFinishAsync(("run.fit", Run));
        await many.FinishedAsync(queue);

        var uploads = await host.AskAsync(db => db.Uploads.AsNoTracking().ToListAsync());
        var mine = uploads.Single(upload => upload.RunnerId == one.RunnerId);
        var ahead = uploads.Count(upload => upload.RunnerId == many.RunnerId && upload.Finished > mine.Received && upload.Finished < mine.Finished);
        // The engine holds two files of a runner for each core; a few more may end while the one is on its way into it.
        Assert.InRange(ahead, 0, (3 * Math.Max(2, Environment.ProcessorCount)) + 10);
    }

    [Fact]
    public async Task UP_22_Twenty_identical_uploads_at_once_make_one_run()
    {
        var runner = await host.RunnerAsync("a");

        var batches = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => runner.UploadAsync(("run.fit", Run))));
        var lines = (await Task.WhenAll(batches.Select(runner.FinishedAsync))).SelectMany(line => line).ToList();

        Assert.Single(lines, line => line.GetProperty("state").GetString() == "done");
        Assert.Equal(19, lines.Count(line => line.GetProperty("state").GetString() == "duplicate"));
        Assert.Equal(1, await host.AskAsync(db => db.Runs.CountAsync()));
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "incoming")));
    }

    [Fact]
    public async Task One_bad_file_among_good_ones_is_named_and_stops_nothing()
    {
        var runner = await host.RunnerAsync("a");

        var lines = await runner.UploadAndFinishAsync(
            ("one.fit", Run), ("picture.fit", [0x89, 0x50, 0x4E, 0x47]), ("two.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(1))));

        Assert.Equal(["done", "rejected", "done"], lines.Select(line => line.GetProperty("state").GetString()));
        Assert.Contains("FIT", lines[1].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_is_read_member_by_member()
    {
        var runner = await host.RunnerAsync("a");
        var members = Enumerable.Range(0, 60).Select(day => ($"day{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day), minutes: 5)));

        var lines = await runner.UploadAndFinishAsync(("export.zip", Zip.Of([.. members, ("broken.fit", Run[..40]), ("notes.txt", "hello"u8.ToArray())])));

        var line = Assert.Single(lines);
        Assert.Equal("done", line.GetProperty("state").GetString());
        Assert.Equal(60, line.GetProperty("runCount").GetInt32());
        Assert.Contains("broken.fit", line.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(60, await host.AskAsync(db => db.Runs.CountAsync(run => run.Load != null)));
    }

    [Fact]
    public async Task WEB_03_An_original_comes_back_byte_for_byte_under_its_name()
    {
        var runner = await host.RunnerAsync("a");
        var line = Assert.Single(await runner.UploadAndFinishAsync(("../../läufe/Lauf 1.fit", Run)));

        using var reply = await runner.Http.GetAsync($"/uploads/{line.GetProperty("id").GetGuid()}/original");

        Assert.Equal(Run, await reply.Content.ReadAsByteArrayAsync());
        Assert.Equal("Lauf 1.fit", reply.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("attachment", reply.Content.Headers.ContentDisposition.DispositionType);
    }

    [Fact]
    public async Task PR_10_Undo_takes_runs_weeks_and_files_back()
    {
        var runner = await host.RunnerAsync("a");
        var kept = await runner.UploadAsync(("kept.fit", Run));
        await runner.FinishedAsync(kept);
        var before = await SnapshotAsync();
        var batch = await runner.UploadAsync(
            ("one.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(3))), ("two.fit", MadeRun.Fit(MadeRun.Monday - Duration.FromDays(30))));
        await runner.FinishedAsync(batch);

        using var undone = await runner.UndoAsync(batch);

        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Equal(before, await SnapshotAsync());
        Assert.Single(Directory.GetFiles(Path.Combine(host.Folder, "originals"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Undoing_the_first_of_two_same_files_leaves_the_second_to_count()
    {
        var runner = await host.RunnerAsync("a");
        var first = await runner.UploadAsync(("run.fit", Run));
        await runner.FinishedAsync(first);
        var second = await runner.UploadAsync(("again.fit", Run));

        using var undone = await runner.UndoAsync(first);

        var line = Assert.Single(await runner.FinishedAsync(second));
        Assert.Equal("done", line.GetProperty("state").GetString());
        Assert.Equal(1, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task A_rejected_file_that_comes_again_is_tried_again()
    {
        var runner = await host.RunnerAsync("a");
        await runner.UploadAndFinishAsync(("bad.fit", Run[..40]));

        var line = Assert.Single(await runner.UploadAndFinishAsync(("bad.fit", Run[..40])));

        Assert.Equal("rejected", line.GetProperty("state").GetString());
        Assert.Equal(1, await host.AskAsync(db => db.Uploads.CountAsync(upload => upload.DuplicateOfId == null)));
    }

    [Fact]
    public async Task What_keeps_failing_is_given_up_after_five_tries_and_said_so()
    {
        var runner = await host.RunnerAsync("a");
        var id = await host.AskAsync(async db =>
        {
            var upload = new Upload
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                BatchId = Guid.NewGuid(),
                FileName = "lost.fit",
                ContentHash = new string('a', 64),
            };
            db.Uploads.Add(upload);
            db.Work.Add(WorkList.RowOf(WorkKind.Import, upload.Id, runner.RunnerId, WorkRank.People, MachineTime.Own.Now));
            await db.SaveChangesAsync();
            return upload.BatchId;
        });
        host.Services.GetRequiredService<WorkBell>().Ring(runner.RunnerId);

        var line = Assert.Single(await runner.FinishedAsync(id));

        Assert.Equal("failed", line.GetProperty("state").GetString());
        Assert.Equal((5, true), await host.AskAsync(db => db.Work.Select(row => ValueTuple.Create(row.Attempts, row.Failed)).SingleAsync()));
    }

    [Fact]
    public async Task Any_order_of_uploads_gives_the_same_rows()
    {
        var files = Enumerable.Range(0, 8)
            .Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(5 * day), minutes: 10 + day, speed: 2.6 + (0.1 * day))))
            .ToArray();
        var forward = await host.RunnerAsync("forward");
        var backward = await host.RunnerAsync("backward");

        foreach (var file in files)
        {
            await forward.UploadAndFinishAsync(file);
        }

        foreach (var file in files.Reverse())
        {
            await backward.UploadAndFinishAsync(file);
        }

        var rows = await host.AskAsync(db => db.Runs
            .OrderBy(run => run.Start)
            .Select(run => new { run.RunnerId, Text = run.Metrics + run.Load })
            .ToListAsync());
        var weeks = await host.AskAsync(db => db.Weeks.OrderBy(week => week.FirstDay).Select(week => new { week.RunnerId, Text = week.Load }).ToListAsync());
        Assert.Equal(
            rows.Concat(weeks).Where(row => row.RunnerId == forward.RunnerId).Select(row => row.Text),
            rows.Concat(weeks).Where(row => row.RunnerId == backward.RunnerId).Select(row => row.Text));
    }

    private Task<string> SnapshotAsync(bool counted = false) => host.AskAsync(async db =>
    {
        var runs = await db.Runs
            .Where(run => !counted || run.DuplicateOfId == null)
            .OrderBy(run => run.Id)
            .Select(run => run.Id + run.Metrics + run.Load)
            .ToListAsync();
        var weeks = await db.Weeks.OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync();
        return string.Join('\n', runs.Concat(weeks));
    });
}
