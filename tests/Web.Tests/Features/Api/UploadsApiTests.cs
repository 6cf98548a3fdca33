using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Tests.Hosting;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Api;

/// <summary>Files handed over by a program, and what it is told of them.</summary>
public sealed class UploadsApiTests(RunningService service) : IClassFixture<RunningService>
{
    private readonly WebHost host = service.Anew(new FakeClock(MadeHistory.Now));

    [Fact]
    public async Task A_program_hands_files_over_and_reads_what_became_of_each()
    {
        var runner = await host.ConsentingRunnerAsync("anna");
        using var program = await ApiClient.OfAsync(host, runner.RunnerId, TokenScopes.Upload);
        var (name, content) = MadeHistory.Files[0];

        using var sent = await program.UploadAsync((name, content), ("words.fit", "no run"u8.ToArray()), ("again.fit", content));
        var receipt = await ApiClient.ExpectAsync(HttpStatusCode.Accepted, sent);
        var batch = await program.OverAsync(sent.Headers.Location!.ToString());
        var files = await program.ReadAsync($"{sent.Headers.Location}/files");
        var page = await program.ReadAsync($"{sent.Headers.Location}/files?limit=2");
        var rest = await program.ReadAsync($"{sent.Headers.Location}/files?limit=2&after={page.GetProperty("next").GetString()}");

        Assert.Equal($"/api/v1/batches/{receipt.GetProperty("batch").GetGuid()}", sent.Headers.Location.ToString());
        Assert.Equal(
            ["received", "received", "duplicate"], receipt.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("state").GetString()));
        Assert.Equal(
            (3, 1, 1, 1),
            (batch.GetProperty("files").GetInt32(),
                batch.GetProperty("runs").GetInt32(),
                batch.GetProperty("unread").GetInt32(),
                batch.GetProperty("duplicates").GetInt32()));
        Assert.Equal(["done", "rejected", "duplicate"], files.GetProperty("items").EnumerateArray().Select(file => file.GetProperty("state").GetString()));
        Assert.Equal(
            files.GetProperty("items").EnumerateArray().Select(file => file.GetProperty("id").GetGuid()),
            page.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(file => file.GetProperty("id").GetGuid()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, rest.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task What_held_no_activity_in_an_archive_is_listed_page_by_page_and_is_its_runners_alone()
    {
        using var anna = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId);
        using var bert = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("bert")).RunnerId);
        var files = Enumerable.Range(0, 3).Select(number => ($"{number}.json", "{}"u8.ToArray()));
        using var sent = await anna.UploadAsync(
            ("a.zip", Zip.Of([MadeHistory.Files[0], .. files])), ("b.zip", Zip.Of(MadeHistory.Files[1], ("broken.fit", MadeHistory.Files[2].Content[..40]))));
        var address = sent.Headers.Location!.ToString();
        await anna.OverAsync(address);

        var listed = new List<(string? Name, string? State)>();
        for (var next = ""; next is not null;)
        {
            var page = await anna.ReadAsync($"{address}/runless?limit=2{next}");
            listed.AddRange(page.GetProperty("items").EnumerateArray()
                .Select(file => (file.GetProperty("name").GetString(), file.GetProperty("state").GetString())));
            Assert.All(page.GetProperty("items").EnumerateArray(), file => Assert.NotEqual("", file.GetProperty("reason").GetString()));
            next = page.GetProperty("next").GetString() is { } word ? $"&after={word}" : null;
        }

        var sums = await anna.ReadAsync($"{address}/files");
        using var foreign = await bert.Http.GetAsync($"{address}/runless");
        using var noPlace = await anna.Http.GetAsync($"{address}/runless?after=none");

        Assert.Equal(
            [
                ("a.zip!/0.json", "left-aside"), ("a.zip!/1.json", "left-aside"), ("a.zip!/2.json", "left-aside"), ("b.zip!/broken.fit", "unread"),
            ],
            listed.Order());
        Assert.Equal([3, 1], sums.GetProperty("items").EnumerateArray().Select(file => file.GetProperty("runlessCount").GetInt32()));
        await ApiClient.ExpectAsync(HttpStatusCode.NotFound, foreign);
        await ApiClient.ExpectAsync(HttpStatusCode.BadRequest, noPlace);
    }

    [Fact]
    public async Task Batches_are_listed_page_by_page_and_are_their_runners_alone()
    {
        using var anna = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId);
        using var bert = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("bert")).RunnerId);
        var sent = new List<Guid>();
        foreach (var number in Enumerable.Range(0, 3))
        {
            // At one moment of the clock, so that only their keys tell them apart.
            using var reply = await anna.UploadAsync(($"{number}.fit", [(byte)number]));
            sent.Add((await ApiClient.ExpectAsync(HttpStatusCode.Accepted, reply)).GetProperty("batch").GetGuid());
        }

        var first = await anna.ReadAsync("/api/v1/batches?limit=2");
        var second = await anna.ReadAsync($"/api/v1/batches?limit=2&after={first.GetProperty("next").GetString()}");
        var others = await bert.ReadAsync("/api/v1/batches");
        using var foreign = await bert.Http.GetAsync($"/api/v1/batches/{sent[0]}");
        using var foreignFiles = await bert.Http.GetAsync($"/api/v1/batches/{sent[0]}/files");

        var listed = first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(batch => batch.GetProperty("id").GetGuid())
            .ToList();
        Assert.Equal(sent.Order(), listed.Order());
        Assert.Equal((2, 1), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(0, others.GetProperty("items").GetArrayLength());
        await ApiClient.ExpectAsync(HttpStatusCode.NotFound, foreign);
        await ApiClient.ExpectAsync(HttpStatusCode.NotFound, foreignFiles);
    }

    [Fact]
    public async Task UP_16_What_is_refused_as_a_whole_is_a_problem_that_names_each_file()
    {
        using var program = await ApiClient.OfAsync(host, (await host.ConsentingRunnerAsync("anna")).RunnerId);
        using var nothing = await program.Http.PostAsync("/api/v1/uploads", new MultipartFormDataContent());
        using var noForm = await program.Http.PostAsync("/api/v1/uploads", new StringContent("x"));

        await ApiClient.ExpectAsync(HttpStatusCode.BadRequest, nothing);
        await ApiClient.ExpectAsync(HttpStatusCode.BadRequest, noForm);
    }
}
