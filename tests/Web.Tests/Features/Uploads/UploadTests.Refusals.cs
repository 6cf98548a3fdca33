using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>Uploads that are refused, and people who may not ask.</summary>
public sealed partial class UploadTests
{
    [Fact]
    public async Task UP_20_A_file_beyond_the_limit_is_refused_and_leaves_nothing()
    {
        var runner = await host.RunnerAsync("a");

        using var reply = await runner.SendAsync(("huge.fit", new byte[(100 << 20) + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.Uploads.CountAsync()));
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "incoming")));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("multipart/form-data; boundary=x\r\n--x\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.fit\"\r\n\r\nhalf")]
    public async Task UP_19_A_request_that_is_no_whole_form_is_refused(string text)
    {
        var runner = await host.RunnerAsync("a");
        var parts = text.Split("\r\n", 2);
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(parts[^1]));
        content.Headers.TryAddWithoutValidation("Content-Type", parts.Length > 1 ? parts[0] : "text/plain");

        using var reply = await runner.PostAsync("/uploads", content);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task A_form_without_script_carries_its_token_as_the_first_part()
    {
        var runner = await host.RunnerAsync("a");
        var form = new MultipartFormDataContent
        {
            { new StringContent(runner.Token), "__RequestVerificationToken" }, { new ByteArrayContent(Run), "files", "run.fit" }
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = form };
        request.Headers.Accept.ParseAdd("text/html");

        using var reply = await runner.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Redirect, reply.StatusCode);
        Assert.StartsWith("/uploads/", reply.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, await host.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task WEB_05_Without_the_token_nothing_is_stored()
    {
        var runner = await host.RunnerAsync("a");
        var form = new MultipartFormDataContent { { new ByteArrayContent(Run), "files", "run.fit" } };

        using var reply = await runner.Http.PostAsync("/uploads", form);
        using var undo = await runner.Http.PostAsync("/uploads/undo", new FormUrlEncodedContent([new("batch", Guid.NewGuid().ToString())]));

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, undo.StatusCode);
        Assert.Equal(0, await host.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task AZ_02_Nobody_sees_or_changes_what_is_somebody_elses()
    {
        var owner = await host.RunnerAsync("owner");
        var other = await host.RunnerAsync("other");
        var batch = await owner.UploadAsync(("run.fit", Run));
        var line = Assert.Single(await owner.FinishedAsync(batch));

        using var status = await other.Http.GetAsync($"/uploads/status?batch={batch}");
        using var original = await other.Http.GetAsync($"/uploads/{line.GetProperty("id").GetGuid()}/original");
        using var undo = await other.UndoAsync(batch);
        var latest = await other.Http.GetFromJsonAsync<JsonElement>("/uploads/status");
        var same = Assert.Single(await other.UploadAndFinishAsync(("run.fit", Run)));

        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { status.StatusCode, original.StatusCode, undo.StatusCode });
        Assert.Equal(0, latest.GetProperty("files").GetArrayLength());
        Assert.Equal("done", same.GetProperty("state").GetString());
        Assert.Equal(2, await host.AskAsync(db => db.Runs.CountAsync()));
    }

    [Theory]
    [InlineData("GET", "/uploads/status")]
    [InlineData("GET", "/uploads/0192d1d0-0000-7000-8000-000000000000/original")]
    [InlineData("POST", "/uploads")]
    [InlineData("POST", "/uploads/undo")]
    public async Task UP_23_Without_a_sign_in_there_is_nothing(string method, string address)
    {
        using var client = host.CreateClient();

        using var reply = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address));

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
    }
}
