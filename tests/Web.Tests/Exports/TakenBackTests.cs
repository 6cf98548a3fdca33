using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Analysis.Diary;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Exports;

/// <summary>An export in the hands of another installation.</summary>
public sealed class TakenBackTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost there = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task PR_08_A_fresh_installation_reads_an_export_to_the_same_rows_and_a_clean_audit()
    {
        var runner = await there.ConsentingRunnerAsync("a");
        await runner.UploadAndFinishAsync([.. MadeHistory.Files.Take(3)]);
        var zip = Zip.Of(
            ("part/one.fit", MadeRun.Fit(MadeHistory.Now - Duration.FromDays(48) - Duration.FromHours(8))),
            ("part/two.gpx", GpxOf("2026-02-02")),
            ("part/three.gpx", GpxOf("2026-02-03")));
        await runner.UploadAndFinishAsync(("archive.zip", zip));
        await TellAsync(runner);
        using var export = await Exported.OfAsync(runner);
        var before = await RowsAsync(there);

        await using var here = new WebHost().At(new FakeClock(MadeHistory.Now));
        var again = await here.RunnerAsync("b");
        using var reply = await again.SendAsync(("kneeload-2026-05-06.zip", export.Content));
        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        await here.UntilAsync(async db => !await db.Work.AnyAsync());

        Assert.Equal(before, await RowsAsync(here));
        using var output = new StringWriter();
        var audited = await CommandLine.RunAsync(["audit", "--data", here.Folder], output, output);
        Assert.True(audited == CommandLine.Done, output.ToString());

        // Dropped once more it adds nothing.
        (await again.SendAsync(("again.zip", export.Content))).Dispose();
        await here.UntilAsync(async db => !await db.Work.AnyAsync());
        Assert.Equal(before, await RowsAsync(here));
    }

    [Fact]
    public async Task An_export_is_refused_with_a_sentence_without_consent_and_where_it_is_damaged()
    {
        var runner = await there.RunnerAsync("a");
        await runner.UploadAndFinishAsync(MadeHistory.Files[0]);
        using var export = await Exported.OfAsync(runner);
        var without = await there.RunnerAsync("b", storing: false);

        using var refused = await without.SendAsync(("export.zip", export.Content));
        using var damaged = await runner.SendAsync(("export.zip", export.Content[..(export.Content.Length / 2)]));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (refused.StatusCode, damaged.StatusCode));
        Assert.Contains("Agree under Settings", await ReasonAsync(refused), StringComparison.Ordinal);
        Assert.Contains("is damaged", await ReasonAsync(damaged), StringComparison.Ordinal);
        Assert.Equal(1, await there.AskAsync(db => db.Uploads.CountAsync()));
        Assert.Empty(Directory.GetFiles(Path.Combine(there.Folder, "incoming")));
    }

    [Fact]
    public async Task An_export_that_somebody_wrote_brings_nothing_that_no_form_would_take()
    {
        var runner = await there.RunnerAsync("a");
        var hash = new string('a', 64);
        var made = Zip.Of(
            ("kneeload-export.json", Json("""{"layout":1}""")),
            ("told.json", Json("""[{"birthYear":1066,"kneeInjury":"2999-01-01","longestBeforeMetres":-5,"paused":false}]""")),
            ("diary.json", Json(
                """[{"day":"2026-05-01","entered":"2026-05-01T10:00:00Z","worstPain":99},{"day":"2999-05-01","entered":"2026-05-01T10:00:00Z","worstPain":1}]""")),
            ("corrections.json", Json($$"""[{"contentHash":"{{hash}}","member":0,"ordinal":0,"kind":"distance","metres":-1,"told":"2026-05-01T10:00:00Z"}]""")),
            ("ways.json", Json("""[{"wayId":1,"class":"treadmill"}]""")),
            ("uploads.json", Json(
                $$"""[{"fileName":"x.fit","contentHash":"{{hash}}","path":"originals/x"},{"fileName":"y","contentHash":"{{hash}}","path":"../../etc/passwd"}]""")),
            ("originals/x", MadeHistory.Files[0].Content));

        using var reply = await runner.SendAsync(("export.zip", made));

        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        var row = await there.AskAsync(db => db.Users.AsNoTracking().SingleAsync());
        Assert.Equal((null, null, null), (row.BirthYear, row.KneeInjury, row.LongestBeforeMetres));
        Assert.Equal((0, 0, 0, 0), await there.AskAsync(async db =>
            (await db.DiaryNotes.CountAsync(), await db.RunCorrections.CountAsync(), await db.WayCorrections.CountAsync(), await db.Uploads.CountAsync())));
    }

    private static byte[] Json(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<string> ReasonAsync(HttpResponseMessage reply) =>
        (await reply.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("files")[0].GetProperty("reason").GetString()!;

    private static byte[] GpxOf(string day) => System.Text.Encoding.UTF8.GetBytes($"""
        <gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>
        {string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<trkpt lat=\"{48 + (i * 0.0003):0.0000000}\" lon=\"11.5\"><time>{day}T10:{i / 6:00}:{i % 6 * 10:00}Z</time></trkpt>")))}
        </trkseg></trk></gpx>
        """);

    private async Task TellAsync(RunnerClient runner)
    {
        var runs = await there.AskAsync(db => db.Runs.OrderBy(run => run.Start).Select(run => run.Id).ToListAsync());
        var second = await there.AskAsync(db => db.Runs.Where(run => run.MemberName != null).OrderBy(run => run.Start).Select(run => run.Id).LastAsync());
        (await runner.SubmitAsync($"/runs/{second}?handler=distance", ("distance", "4.2"))).Dispose();
        (await runner.SubmitAsync($"/runs/{runs[3]}?handler=leaveOut")).Dispose();
        await there.AskAsync(async db =>
        {
            db.DiaryNotes.Add(new()
            {
                Id = Guid.NewGuid(),
                RunnerId = runner.RunnerId,
                Day = new(2026, 5, 1),
                Entered = MadeHistory.Now - Duration.FromDays(5),
                WorstPain = 4,
                SettledWithinHour = true,
                Side = Web.Data.Entities.KneeSide.Left,
                RedFlags = RedFlags.Locking | RedFlags.MarkedSwelling,
                RedFlagClosed = new(2026, 5, 2),
            });
            db.WayCorrections.Add(new() { RunnerId = runner.RunnerId, WayId = 17, Class = SurfaceClass.Gravel });
            await db.SaveChangesAsync();
            return await db.Users.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.BirthYear, 1980)
                    .SetProperty(row => row.KneeInjury, (LocalDate?)new LocalDate(2024, 3, 1))
                    .SetProperty(row => row.LongestBeforeMetres, 12_345.0)
                .SetProperty(row => row.TimeZone, "UTC").SetProperty(row => row.Units, UnitSystem.Imperial).SetProperty(row => row.MailHour, 9));
        });
        Assert.Equal(2, await there.AskAsync(db => db.RunCorrections.CountAsync()));
    }

    // What matters, without the keys that belong to one account.
    private static Task<string> RowsAsync(WebHost host) => host.AskAsync(async db => string.Join(
        '\n',
        [
            .. (await db.Uploads.AsNoTracking().ToListAsync())
                .Select(row => $"{row.FileName} {row.ContentHash} {row.Bytes} {row.State} {row.Reason} {row.Received} {row.ByHand}")
                .Order(StringComparer.Ordinal),
            .. (await db.AllRuns
                .AsNoTracking()
                .OrderBy(run => run.Start)
                .ThenBy(run => run.Metrics)
                .ToListAsync()).Select(
                    run =>
                        $"{run.MemberName} {run.Ordinal} {run.Start} {run.End} {run.IsRun} {run.Metrics} {run.Load} {run.Surface} "
                            + $"{run.DuplicateOfId is null} {run.LeftOut} {run.Deleted} {run.Warnings} {Convert.ToHexString(run.Cells)} "
                                + $"{Convert.ToHexString(run.Traces)}"),
            .. (await db.Weeks.AsNoTracking().OrderBy(week => week.FirstDay).ToListAsync()).Select(week => $"{week.FirstDay} {week.Load}"),
            .. (await db.RunCorrections.AsNoTracking().OrderBy(row => row.Told).ToListAsync()).Select(row => $"{row.Kind} {row.Metres} {row.Told}"),
            .. (await db.DiaryNotes
                .AsNoTracking()
                .OrderBy(row => row.Day)
                .ToListAsync()).Select(row => $"{row.Day} {row.Entered} {row.WorstPain} {row.SettledWithinHour} {row.Side} {row.RedFlags} {row.RedFlagClosed}"),
            .. (await db.WayCorrections.AsNoTracking().ToListAsync()).Select(row => $"{row.WayId} {row.Class}"),
            .. (await db.Users
                .AsNoTracking()
                .ToListAsync()).Select(row => $"{row.BirthYear} {row.KneeInjury} {row.LongestBeforeMetres} {row.TimeZone} {row.Units} {row.MailHour}"),
        ]));
}
