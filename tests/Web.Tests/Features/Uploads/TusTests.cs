using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Features.Uploads;

/// <summary>Files that come in pieces by the tus protocol: cut, resumed, checked, let go.</summary>
public sealed class TusTests : IClassFixture<RunningService>
{
    private const long Largest = 4L << 30;

    // Ten cuts make so many.
    private const int Parts = 11;
    private static readonly byte[] Run = MadeRun.Fit(MadeRun.Monday, minutes: 60);
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly WebHost host;

    public TusTests(RunningService service) => host = service.Anew(clock);

    [Fact]
    public async Task A_file_whose_connection_is_cut_ten_times_and_whose_service_is_killed_becomes_one_upload()
    {
        using var scratch = new ScratchFolder();
        MigratedFolder.CopyTo(scratch.Path);
        RunnerClient runner;
        await using (var before = new WebHost(scratch.Path))
        {
            runner = await before.RunnerAsync("a");
        }

        var batch = Guid.NewGuid();
        string address;
        using (var killed = await ServiceProcess.StartAsync(scratch.Path))
        {
            var tus = new TusClient(runner.At(killed.Address));
            address = await tus.CreateAsync("run.fit", Run.Length, batch);
            await CutAsync(scratch.Path, tus, address, 1, 5);
            await killed.KillAsync();
        }

        using var service = await ServiceProcess.StartAsync(scratch.Path);
        runner = runner.At(service.Address);
        var after = new TusClient(runner);
        await CutAsync(scratch.Path, after, address, 6, 10);
        var last = Run.Length * 10 / Parts;
        using var whole = await after.AppendAsync(address, last, TusClient.Piece(Run.AsMemory(last)));
        using var again = await after.AppendAsync(address, last, TusClient.Piece(Run.AsMemory(last)));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Conflict), (whole.StatusCode, again.StatusCode));
        Assert.Equal((Run.Length, Run.Length), (TusClient.OffsetOf(whole), TusClient.OffsetOf(again)));
        var line = Assert.Single(await runner.FinishedAsync(batch));
        Assert.Equal(("done", "run.fit"), (line.GetProperty("state").GetString(), line.GetProperty("name").GetString()));
        var receipt = await runner.Http.GetFromJsonAsync<JsonElement>(address);
        var id = line.GetProperty("id").GetGuid();
        Assert.Equal((batch, id), (receipt.GetProperty("batch").GetGuid(), receipt.GetProperty("files")[0].GetProperty("id").GetGuid()));
        Assert.Equal(Run, await runner.Http.GetByteArrayAsync($"/uploads/{id}/original"));
    }

    [Fact]
    public async Task A_restart_and_a_kill_between_commit_and_note_cost_nothing()
    {
        using var scratch = new ScratchFolder();
        MigratedFolder.CopyTo(scratch.Path);
        var half = Run.Length / 2;
        RunnerClient runner;
        string address;
        await using (var before = new WebHost(scratch.Path))
        {
            runner = await before.RunnerAsync("a");
            var tus = new TusClient(runner);
            address = await tus.CreateAsync("run.fit", Run.Length);
            using var first = await tus.AppendAsync(address, 0, TusClient.Piece(Run.AsMemory(0, half)));
            Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        }

        // Bytes that no state speaks of, as a kill leaves them.
        var bytes = Directory.GetFiles(scratch.Path, "*.bytes", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(bytes, "half a block");
        var state = Path.ChangeExtension(bytes, ".json");
        await using var restarted = new WebHost(scratch.Path);
        var after = new TusClient(runner.At(restarted.CreateClient()));
        Assert.Equal(half, await after.OffsetAsync(address));
        using var whole = await after.AppendAsync(address, half, TusClient.Piece(Run.AsMemory(half)));
        Assert.Equal(HttpStatusCode.NoContent, whole.StatusCode);

        var done = Directory.GetFiles(Path.Combine(Path.GetDirectoryName(state)!, "done")).Single();
        var noted = JsonNode.Parse(await File.ReadAllTextAsync(done))!;
        (noted["Upload"], noted["Hash"]) = (null, Convert.ToHexStringLower(SHA256.HashData(Run)));
        File.Delete(done);
        await File.WriteAllTextAsync(state, noted.ToJsonString());

        Assert.Equal(Run.Length, await after.OffsetAsync(address));
        Assert.Equal(1, await restarted.AskAsync(db => db.Uploads.CountAsync()));
        Assert.False(File.Exists(state));
    }

    [Fact]
    public async Task What_a_request_does_wrong_is_answered_by_the_protocols_status()
    {
        var tus = new TusClient(await host.RunnerAsync("a"));
        var other = new TusClient(await host.RunnerAsync("b"));
        var address = await tus.CreateAsync("run.fit", Run.Length);
        var piece = TusClient.Piece(Run);
        var plain = new ByteArrayContent(Run);
        async Task IsAsync(int status, Func<Task<HttpResponseMessage>> ask)
        {
            using var reply = await ask();
            Assert.Equal(status, (int)reply.StatusCode);
            Assert.Equal("1.0.0", reply.Headers.GetValues("Tus-Resumable").Single());
        }

        await IsAsync(409, () => tus.AppendAsync(address, 5, piece));
        await IsAsync(460, () => tus.AppendAsync(address, 0, piece, ("Upload-Checksum", "sha1 " + Convert.ToBase64String(new byte[20]))));
        await IsAsync(400, () => tus.AppendAsync(address, 0, piece, ("Upload-Checksum", "crc32 AAAA")));
        await IsAsync(400, () => tus.AppendAsync(address, 0, TusClient.Piece(new byte[Run.Length + 1])));
        await IsAsync(415, () => tus.AppendAsync(address, 0, plain));
        await IsAsync(400, () => tus.SendAsync(HttpMethod.Patch, address, piece));
        await IsAsync(404, () => other.AppendAsync(address, 0, piece));
        await IsAsync(404, () => other.SendAsync(HttpMethod.Head, address));
        await IsAsync(404, () => other.SendAsync(HttpMethod.Delete, address));
        await IsAsync(404, () => tus.SendAsync(HttpMethod.Get, address));
        await IsAsync(400, () => tus.SendAsync(HttpMethod.Post, TusClient.Address));
        await IsAsync(400, () => tus.SendAsync(HttpMethod.Post, TusClient.Address, null, ("Upload-Length", "-1")));
        await IsAsync(400, () => tus.SendAsync(HttpMethod.Post, TusClient.Address, null, ("Upload-Length", "5"), ("Upload-Metadata", "filename ***")));
        await IsAsync(413, () => tus.SendAsync(HttpMethod.Post, TusClient.Address, null, TusClient.Words("x.zip", Largest + 1)));
        Assert.Equal(0, await tus.OffsetAsync(address));

        await IsAsync(204, () => tus.AppendAsync(address, 0, piece, ("Upload-Checksum", "sha256 " + Convert.ToBase64String(SHA256.HashData(Run)))));
        await IsAsync(409, () => tus.SendAsync(HttpMethod.Delete, address));
    }

    [Fact]
    public async Task CS_01_Another_version_and_a_missing_token_are_refused_and_options_tell_what_is_there()
    {
        var runner = await host.RunnerAsync("a");
        using var bare = new HttpRequestMessage(HttpMethod.Post, TusClient.Address) { Headers = { { "Tus-Resumable", "1.0.0" }, { "Upload-Length", "5" } } };
        using var old = new HttpRequestMessage(HttpMethod.Head, $"{TusClient.Address}/{Guid.NewGuid()}") { Headers = { { "Tus-Resumable", "0.2.2" } } };
        using var asked = new HttpRequestMessage(HttpMethod.Options, TusClient.Address);

        using var untrusted = await runner.Http.SendAsync(bare);
        using var refused = await runner.Http.SendAsync(old);
        using var told = await runner.Http.SendAsync(asked);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.PreconditionFailed), (untrusted.StatusCode, refused.StatusCode));
        Assert.Equal("1.0.0", refused.Headers.GetValues("Tus-Version").Single());
        Assert.Equal(
            ("creation,creation-with-upload,termination,expiration,checksum", "4294967296", "sha1,sha256"),
            (Told("Tus-Extension"), Told("Tus-Max-Size"), Told("Tus-Checksum-Algorithm")));
        string Told(string header) => told.Headers.GetValues(header).Single();
    }

    [Fact]
    public async Task UP_20_Room_is_kept_from_the_creation_on_and_given_back()
    {
        var runner = await host.RunnerAsync("a");
        var tus = new TusClient(runner);
        var address = await tus.CreateAsync("all.zip", Largest);
        Assert.Contains("4.3 GB of 5.0 GB used", PlainPages.Plain(await runner.ReadAsync("/uploads")), StringComparison.Ordinal);

        using var second = await tus.SendAsync(HttpMethod.Post, TusClient.Address, null, TusClient.Words("more.zip", 1L << 30));
        using var ended = await tus.SendAsync(HttpMethod.Delete, address);
        using var third = await tus.SendAsync(HttpMethod.Post, TusClient.Address, null, TusClient.Words("more.zip", 1L << 30));
        using var gone = await tus.SendAsync(HttpMethod.Head, address);

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.NoContent, HttpStatusCode.Created, HttpStatusCode.NotFound),
            (second.StatusCode, ended.StatusCode, third.StatusCode, gone.StatusCode));
        // Of another file than an archive the first bytes tell that it is too large.
        using var single = await tus.AppendAsync(third.Headers.Location!.ToString(), 0, TusClient.Piece(Run.AsMemory(0, 1000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, single.StatusCode);
        Assert.Contains("Larger than", (await single.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("0 bytes of 5.0 GB used", PlainPages.Plain(await runner.ReadAsync("/uploads")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_comes_with_its_creation_and_a_creation_without_an_answer_is_asked_for_again()
    {
        var tus = new TusClient(await host.RunnerAsync("a"));
        using var whole = await tus.SendAsync(HttpMethod.Post, TusClient.Address, TusClient.Piece(Run), TusClient.Words("run.fit", Run.Length));
        using var empty = await tus.SendAsync(HttpMethod.Post, TusClient.Address, null, TusClient.Words("empty.fit", 0));
        var words = TusClient.Words("x.fit", 100, key: "k");
        using var begun = await tus.SendAsync(HttpMethod.Post, TusClient.Address, TusClient.Piece(Run.AsMemory(0, 50)), words);
        using var again = await tus.SendAsync(HttpMethod.Post, TusClient.Address, TusClient.Piece(Run.AsMemory(0, 50)), words);

        Assert.Equal((HttpStatusCode.Created, (long)Run.Length), (whole.StatusCode, TusClient.OffsetOf(whole)));
        Assert.Equal((HttpStatusCode.Created, 0), (empty.StatusCode, TusClient.OffsetOf(empty)));
        Assert.Equal((begun.Headers.Location, 50), (again.Headers.Location, TusClient.OffsetOf(again)));
        Assert.Equal(["empty.fit", "run.fit"], await host.AskAsync(db => db.Uploads.Select(upload => upload.FileName).Order().ToListAsync()));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_expires_and_leaves_nothing()
    {
        var tus = new TusClient(await host.RunnerAsync("a"));
        var address = await tus.CreateAsync("run.fit", Run.Length);
        using var first = await tus.AppendAsync(address, 0, TusClient.Piece(Run.AsMemory(0, 100)));
        clock.Advance(Retention.PartialFiles - Duration.FromMinutes(1));
        await LookAsync();
        using var second = await tus.AppendAsync(address, 100, TusClient.Piece(Run.AsMemory(100, 100)));
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);

        clock.Advance(Retention.PartialFiles);
        await LookAsync();
        using var late = await tus.AppendAsync(address, 200, TusClient.Piece(Run.AsMemory(200)));
        using var asked = await tus.SendAsync(HttpMethod.Head, address);
        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (late.StatusCode, asked.StatusCode));
        Assert.Empty(Directory.GetFiles(host.Folder, "*.bytes", SearchOption.AllDirectories));

        clock.Advance(Retention.PartialFiles);
        await LookAsync();
        using var forgotten = await tus.SendAsync(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.NotFound, forgotten.StatusCode);
        Assert.Empty(Directory.GetFiles(Path.Combine(host.Folder, "partial"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_sender_who_comes_back_does_not_wait_for_the_request_that_was_cut()
    {
        var runner = await host.RunnerAsync("a");
        var tus = new TusClient(runner);
        var address = await tus.CreateAsync("run.fit", Run.Length);
        using var held = new SemaphoreSlim(0);
        var hung = tus.AppendAsync(address, 0, new TusClient.CutPiece(Run.AsMemory(0, 100), () => held.WaitAsync()));

        await ArrivedAsync(host.Folder, 100);
        Assert.False(hung.IsCompleted);
        var offset = await tus.OffsetAsync(address);
        using var rest = await tus.AppendAsync(address, offset, TusClient.Piece(Run.AsMemory((int)offset)));
        held.Release();

        Assert.Equal((100, HttpStatusCode.NoContent), (offset, rest.StatusCode));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Run)), await host.AskAsync(db => db.Uploads.Select(upload => upload.ContentHash).SingleAsync()));
    }

    // Sends some of the file's parts, each over a connection that is cut once the part has arrived.
    private static async Task CutAsync(string folder, TusClient tus, string address, int first, int last)
    {
        for (var part = first; part <= last; part++)
        {
            var (from, until) = (Run.Length * (part - 1) / Parts, Run.Length * part / Parts);
            var piece = new TusClient.CutPiece(Run.AsMemory(from, until - from), () => ArrivedAsync(folder, until));
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => tus.AppendAsync(address, from, piece));
            Assert.Equal(until, await tus.OffsetAsync(address));
        }
    }

    private static async Task ArrivedAsync(string folder, int bytes)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; !new DirectoryInfo(folder).EnumerateFiles("*.bytes", SearchOption.AllDirectories).Any(file => file.Length == bytes); looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    private Task LookAsync() => host.Services.GetRequiredService<Timetable>().LookAsync(Rhythm.Hour, TestContext.Current.CancellationToken);
}
