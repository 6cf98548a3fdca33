using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>Diary, corrections and the export, as a program writes and takes them.</summary>
public sealed class WritingApiTests(RunningService service) : IClassFixture<RunningService>
{
    private const TokenScopes ReadAndWrite = TokenScopes.Read | TokenScopes.Write;

    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task An_entry_of_the_diary_is_added_once_changed_listed_and_deleted()
    {
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId, ReadAndWrite);
        var wish = new { day = "2026-05-05", worstPain = 3, settledWithinHour = true, side = "left", redFlags = new[] { "locking" } };

        using var made = await PostAsync(program, wish, "k1");
        using var again = await PostAsync(program, wish, "k1");
        using var another = await PostAsync(program, new { day = "2026-05-04", worstPain = 1 }, "k1");
        using var second = await PostAsync(program, new { day = "2026-05-04", worstPain = 1 }, "k2");
        var address = made.Headers.Location!.ToString();
        using var changed = await program.Http.PutAsJsonAsync(address, new { day = "2026-05-05", worstPain = 4, activity = "run" });
        var page = await program.ReadAsync("/api/v1/diary?limit=1");
        var rest = await program.ReadAsync($"/api/v1/diary?limit=1&after={page.GetProperty("next").GetString()}");
        using var gone = await program.Http.DeleteAsync(address);
        using var absent = await program.Http.GetAsync(address);

        var first = await ApiClient.ExpectAsync(HttpStatusCode.Created, made);
        Assert.Equal(first.GetRawText(), (await ApiClient.ExpectAsync(HttpStatusCode.Created, again)).GetRawText());
        await ApiClient.ExpectAsync(HttpStatusCode.UnprocessableEntity, another);
        await ApiClient.ExpectAsync(HttpStatusCode.Created, second);
        Assert.Equal("locking", Assert.Single(first.GetProperty("redFlags").EnumerateArray()).GetString());
        var after = await ApiClient.ExpectAsync(HttpStatusCode.OK, changed);
        Assert.Equal((4, "run", JsonValueKind.Null), (
            after.GetProperty("worstPain").GetInt32(), after.GetProperty("activity").GetString(), after.GetProperty("side").ValueKind));
        Assert.Equal("2026-05-05", Assert.Single(page.GetProperty("items").EnumerateArray()).GetProperty("day").GetString());
        Assert.Equal("2026-05-04", Assert.Single(rest.GetProperty("items").EnumerateArray()).GetProperty("day").GetString());
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await ApiClient.ExpectAsync(HttpStatusCode.NotFound, absent);
    }

    [Theory]
    [InlineData("""{"day":"2026-05-05"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"day":"2026-05-05","worstPain":11}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"day":"2026-05-07","worstPain":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"worstPain":1}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"day":"2026-05-05","worstPain":1,"runnerId":"7"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"day":"2026-05-05","worstPain":1,"worstPain":2}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"day":"2026-05-05","side":"middle"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"day":"2026-05-05","side":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"day":"2026-05-05","worstPain":""", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task AZ_07_AZ_08_What_is_no_entry_is_refused_and_stores_nothing(string body, HttpStatusCode expected)
    {
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId, ReadAndWrite);

        using var reply = await program.Http.PostAsync("/api/v1/diary", new StringContent(body, null, "application/json"));

        await ApiClient.ExpectAsync(expected, reply);
        Assert.Equal(0, await host.AskAsync(db => db.DiaryNotes.CountAsync()));
    }

    [Fact]
    public async Task A_correction_is_told_and_taken_back_and_the_run_is_as_before()
    {
        using var program = await ApiClient.OfAsync(host, (await host.RunnerWithHistoryAsync()).RunnerId, ReadAndWrite);
        var run = await host.AskAsync(db => db.Runs.Where(row => row.IsRun).OrderByDescending(row => row.Start).Select(row => row.Id).FirstAsync());
        var address = $"/api/v1/runs/{run}";
        var before = await program.ReadAsync(address);

        using var longer = await program.Http.PutAsJsonAsync(address + "/corrections/distance", new { distanceMetres = 7_777 });
        using var leftOut = await program.Http.PutAsync(address + "/corrections/left-out", null);
        var told = await program.ReadAsync(address + "/corrections");
        var between = await program.ReadAsync(address);
        using var back = await program.Http.DeleteAsync(address + "/corrections/distance");
        using var backToo = await program.Http.DeleteAsync(address + "/corrections/left-out");
        using var backAgain = await program.Http.DeleteAsync(address + "/corrections/left-out");
        var after = await program.ReadAsync(address);

        await ApiClient.ExpectAsync(HttpStatusCode.OK, longer);
        await ApiClient.ExpectAsync(HttpStatusCode.OK, leftOut);
        Assert.Equal(["distance", "left-out"], told.EnumerateArray().Select(row => row.GetProperty("kind").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal((7_777, true), (between.GetProperty("distanceMetres").GetDouble(), between.GetProperty("leftOut").GetBoolean()));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (back.StatusCode, backToo.StatusCode));
        await ApiClient.ExpectAsync(HttpStatusCode.NotFound, backAgain);
        Assert.Equal(before.GetRawText(), after.GetRawText());
    }

    [Theory]
    [InlineData("distance", """{"distanceMetres":-1}""")]
    [InlineData("distance", "{}")]
    [InlineData("run-kind", """{"runKind":"course"}""")]
    [InlineData("start", """{"start":"2999-01-01T00:00:00Z"}""")]
    [InlineData("left-out", """{"distanceMetres":1}""")]
    [InlineData("word", "{}")]
    public async Task A_correction_that_is_none_is_a_problem(string kind, string body)
    {
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId, ReadAndWrite);

        using var reply = await program.Http.PutAsync(
            $"/api/v1/runs/{Guid.NewGuid()}/corrections/{kind}", new StringContent(body, null, "application/json"));

        await ApiClient.ExpectAsync(HttpStatusCode.UnprocessableEntity, reply);
    }

    [Fact]
    public async Task AZ_01_AZ_02_Rows_of_another_runner_answer_as_if_they_were_not_there()
    {
        var anna = await host.RunnerWithHistoryAsync();
        using var bert = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("bert")).RunnerId);
        var run = await host.AskAsync(db => db.Runs.Select(row => row.Id).FirstAsync());
        var note = new DiaryNote { Id = Guid.NewGuid(), RunnerId = anna.RunnerId, Day = new(2026, 5, 1), WorstPain = 5 };
        await host.AskAsync(db =>
        {
            db.DiaryNotes.Add(note);
            return db.SaveChangesAsync();
        });

        using var readRun = await bert.Http.GetAsync($"/api/v1/runs/{run}");
        using var readTold = await bert.Http.GetAsync($"/api/v1/runs/{run}/corrections");
        using var leaveOut = await bert.Http.PutAsync($"/api/v1/runs/{run}/corrections/left-out", null);
        using var readNote = await bert.Http.GetAsync($"/api/v1/diary/{note.Id}");
        using var changeNote = await bert.Http.PutAsJsonAsync($"/api/v1/diary/{note.Id}", new { day = "2026-05-01", worstPain = 0 });
        using var deleteNote = await bert.Http.DeleteAsync($"/api/v1/diary/{note.Id}");

        foreach (var reply in new[] { readRun, readTold, leaveOut, readNote, changeNote, deleteNote })
        {
            await ApiClient.ExpectAsync(HttpStatusCode.NotFound, reply);
        }

        Assert.Equal(5, await host.AskAsync(db => db.DiaryNotes.Select(row => row.WorstPain).SingleAsync()));
        Assert.False(await host.AskAsync(db => db.RunCorrections.AnyAsync()));
    }

    [Fact]
    public async Task An_upload_that_is_sent_again_under_its_key_changes_nothing()
    {
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId, TokenScopes.Upload);
        program.Http.DefaultRequestHeaders.Add("Idempotency-Key", "one-run");

        using var sent = await program.UploadAsync(MadeHistory.Files[0]);
        await program.OverAsync(sent.Headers.Location!.ToString());
        using var again = await program.UploadAsync(MadeHistory.Files[0]);

        Assert.Equal(sent.Headers.Location, again.Headers.Location);
        Assert.Equal(await sent.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal((1, 1), await host.AskAsync(async db => (await db.Uploads.CountAsync(), await db.Runs.CountAsync())));
    }

    [Fact]
    public async Task The_export_is_that_of_the_page()
    {
        var runner = await host.RunnerWithHistoryAsync();
        using var program = await ApiClient.OfAsync(host, runner.RunnerId, TokenScopes.Export);

        using var reply = await program.Http.GetAsync("/api/v1/export");
        await using var zip = new System.IO.Compression.ZipArchive(await reply.Content.ReadAsStreamAsync());

        Assert.Equal("application/zip", reply.Content.Headers.ContentType?.MediaType);
        Assert.Equal("kneeload-export.json", zip.Entries[0].FullName);
        Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("originals/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            program.Token, await new StreamReader(await zip.GetEntry("tokens.json")!.OpenAsync()).ReadToEndAsync(), StringComparison.Ordinal);
        Assert.True(await host.AskAsync(db => db.Trail.AnyAsync(entry => entry.Act == TrailAct.Exported)));
    }

    private static Task<HttpResponseMessage> PostAsync(ApiClient program, object wish, string key) => program.Http.SendAsync(
        new(HttpMethod.Post, "/api/v1/diary") { Content = JsonContent.Create(wish), Headers = { { "Idempotency-Key", key } } });
}
