using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Tests.Pipeline.Maps;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Features.Admin;

public sealed class AdminTests(SmallExtractsService service) : IClassFixture<SmallExtractsService>
{
    private readonly WebHost host = service.Anew();

    [Fact]
    public async Task AZ_12_For_another_runner_the_page_and_its_forms_are_not_there()
    {
        await host.RunnerAsync("owner", isOwner: true);
        var other = await host.RunnerAsync("other");
        await host.DropAsync(MapHouse.Town().ToBytes()[..^10]);
        var refused = await host.MapOfFolderAsync();

        foreach (var answer in new[]
        {
            await other.Http.GetAsync("/admin/maps"),
            await other.Http.GetAsync("/admin/maps/"),
            await other.Http.GetAsync("/Admin/Maps"),
            await SendAsync(other, "mine.osm.pbf", MapHouse.Town().ToBytes()),
            await other.SubmitAsync("/admin/extracts/remove", ("name", "town.osm.pbf")),
            await other.SubmitAsync("/admin/maps/retry", ("map", refused.Id.ToString())),
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answer.Dispose();
        }

        Assert.Equal(["town.osm.pbf"], Extracts());
        Assert.Equal(MapState.Refused, await host.AskAsync(db => db.Maps.Select(map => map.State).SingleAsync()));
        Assert.DoesNotContain("href=\"/admin\"", await other.ReadAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_in_without_signing_in()
    {
        using var http = host.CreateClient(new() { AllowAutoRedirect = false });
        using var name = new FormUrlEncodedContent([new("name", "town.osm.pbf")]);
        using var map = new FormUrlEncodedContent([new("map", Guid.NewGuid().ToString())]);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MapHouse.Town().ToBytes()), "extract", "town.osm.pbf" } };

        using var page = await http.GetAsync("/admin/maps");
        using var send = await http.PostAsync("/admin/extracts", form);
        using var remove = await http.PostAsync("/admin/extracts/remove", name);
        using var retry = await http.PostAsync("/admin/maps/retry", map);

        Assert.Equal((HttpStatusCode.Redirect, "/account/signin"), (page.StatusCode, page.Headers.Location?.AbsolutePath));
        Assert.Equal(
            (HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (send.StatusCode, remove.StatusCode, retry.StatusCode));
        Assert.Empty(Extracts());
    }

    [Fact]
    public async Task The_owner_sees_what_is_missing_then_what_is_in_use()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        Assert.Contains("There is none yet.", await owner.ReadAsync("/admin/maps"), StringComparison.Ordinal);
        Assert.Contains("href=\"/admin\"", await owner.ReadAsync("/settings"), StringComparison.Ordinal);

        using var sent = await SendAsync(owner, "town.osm.pbf", MapHouse.Town(1_700_000_000).ToBytes());
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);
        Assert.Contains("waiting", await owner.ReadAsync("/admin/maps"), StringComparison.Ordinal);
        await host.MapOfFolderAsync();
        await owner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));

        var page = await owner.ReadAsync("/admin/maps");
        Assert.Contains("in use", page, StringComparison.Ordinal);
        Assert.Contains("Tue 14 Nov 2023", page, StringComparison.Ordinal);
        Assert.Contains("© OpenStreetMap contributors", page, StringComparison.Ordinal);
        Assert.Contains("1 of 1 run matched", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-pending", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_without_script_sends_and_removes_by_forms_alone()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        owner.Http.DefaultRequestHeaders.Accept.Clear();
        owner.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(owner.Token), "__RequestVerificationToken" },
            { new ByteArrayContent(MapHouse.Town().ToBytes()), "extract", "town.osm.pbf" },
        };

        using var sent = await owner.Http.PostAsync("/admin/extracts", form);
        Assert.Equal((HttpStatusCode.Redirect, "/admin/maps"), (sent.StatusCode, sent.Headers.Location?.ToString()));
        Assert.Equal(["town.osm.pbf"], Extracts());

        using var removed = await owner.SubmitAsync("/admin/extracts/remove", ("name", "town.osm.pbf"));
        Assert.Equal((HttpStatusCode.Redirect, "/admin/maps"), (removed.StatusCode, removed.Headers.Location?.ToString()));
        Assert.Empty(Extracts());
    }

    [Theory]
    [InlineData("town.osm.bz2", 0, HttpStatusCode.BadRequest, "ends in .osm.pbf")]
    [InlineData("photo.osm.pbf", 1, HttpStatusCode.BadRequest, "no OpenStreetMap extract")]
    [InlineData("empty.osm.pbf", 2, HttpStatusCode.BadRequest, "no OpenStreetMap extract")]
    [InlineData("large.osm.pbf", 3, HttpStatusCode.RequestEntityTooLarge, "larger than 1.0 MB")]
    public async Task What_is_no_extract_is_refused_in_words_and_nothing_of_it_stays(string name, int content, HttpStatusCode status, string words)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        var town = MapHouse.Town().ToBytes();
        byte[][] contents = [town, "\u0089PNG and so on"u8.ToArray(), [], [.. town, .. new byte[1_000_001]]];

        using var reply = await SendAsync(owner, name, contents[content]);

        Assert.Equal(status, reply.StatusCode);
        Assert.Contains(
            words, PlainPages.Plain((await reply.Content.ReadAsStringAsync()).Replace("\\u00A0", " ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(Extracts());
        Assert.DoesNotContain(
            Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories),
            path => path.Contains("incoming", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_of_the_extract_stays()
    {
        Assert.SkipUnless(SmallDisk.IsPossible, SmallDisk.ImpossibleReason);
        var folder = Directory.CreateTempSubdirectory("kneeload-full-");
        RunnerClient owner;
        await using (var maker = new WebHost(folder.FullName))
        {
            owner = await maker.RunnerAsync("owner", isOwner: true);
        }

        using (var process = await ServiceProcess.StartAsync(folder.FullName, diskMegabytes: 24))
        {
            var client = owner.At(process.Address);

            using var refused = await SendAsync(client, "large.osm.pbf", [.. MapHouse.Town().ToBytes(), .. new byte[40 << 20]]);
            using var taken = await SendAsync(client, "small.osm.pbf", MapHouse.Town().ToBytes());

            Assert.Equal((HttpStatusCode.InsufficientStorage, HttpStatusCode.Accepted), (refused.StatusCode, taken.StatusCode));
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.DoesNotContain("large.osm.pbf", await client.ReadAsync("/admin/maps"), StringComparison.Ordinal);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Without_script_the_reason_stands_on_the_page()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        owner.Http.DefaultRequestHeaders.Accept.Clear();
        owner.Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        using var reply = await SendAsync(owner, "photo.osm.pbf", "no map"u8.ToArray());

        Assert.Equal("/admin/maps?refused=Foreign", reply.Headers.Location?.ToString());
        Assert.Contains("This is no OpenStreetMap extract", await owner.ReadAsync("/admin/maps?refused=Foreign"), StringComparison.Ordinal);
        using var odd = await owner.Http.GetAsync("/admin/maps?refused=99");
        Assert.Equal(HttpStatusCode.OK, odd.StatusCode);
    }

    [Theory]
    [InlineData("../../kneeload.osm.pbf", "kneeload.osm.pbf")]
    [InlineData("C:\\maps\\Höhe 1 (neu).OSM.PBF", "H-he-1--neu.osm.pbf")]
    public async Task UP_17_A_sent_name_never_leaves_the_folder(string sent, string kept)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);

        using var reply = await SendAsync(owner, sent, MapHouse.Town().ToBytes());

        Assert.Equal(HttpStatusCode.Accepted, reply.StatusCode);
        Assert.Equal([kept], Extracts());
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(host.Folder)!, "*.osm.pbf"));
    }

    [Fact]
    public async Task WEB_05_A_form_of_another_site_changes_nothing()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        await host.DropAsync(MapHouse.Town().ToBytes());
        using var form = new MultipartFormDataContent { { new ByteArrayContent(MapHouse.Town().ToBytes()), "extract", "forged.osm.pbf" } };
        using var name = new FormUrlEncodedContent([new("name", "town.osm.pbf")]);

        using var send = await owner.Http.PostAsync("/admin/extracts", form);
        using var remove = await owner.Http.PostAsync("/admin/extracts/remove", name);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (send.StatusCode, remove.StatusCode));
        Assert.Equal(["town.osm.pbf"], Extracts());
    }

    [Theory]
    [InlineData("other.osm.pbf")]
    [InlineData("../kneeload.db")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task Only_an_extract_of_the_list_can_be_removed(string name)
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        await host.DropAsync(MapHouse.Town().ToBytes());

        using var reply = await owner.SubmitAsync("/admin/extracts/remove", ("name", name));

        Assert.True(reply.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, reply.StatusCode.ToString());
        Assert.Equal(["town.osm.pbf"], Extracts());
        Assert.True(File.Exists(Path.Combine(host.Folder, "kneeload.db")));
    }

    [Fact]
    public async Task A_refused_map_says_why_and_can_be_tried_again()
    {
        var owner = await host.RunnerAsync("owner", isOwner: true);
        await host.DropAsync(MapHouse.Town().ToBytes()[..^10], "cut.osm.pbf");
        var refused = await host.MapOfFolderAsync();
        var page = await owner.ReadAsync("/admin/maps");
        Assert.Contains("cut.osm.pbf: The extract breaks off within a block.", page, StringComparison.Ordinal);
        Assert.Contains("Remove the file, or replace it by a sound one.", page, StringComparison.Ordinal);

        using var reply = await owner.SubmitAsync("/admin/maps/retry", ("map", refused.Id.ToString()));
        var again = await host.MapOfFolderAsync();

        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
        Assert.Equal(MapState.Refused, again.State);
        Assert.True(again.Started > refused.Started);
    }

    private string[] Extracts() => !Directory.Exists(MapHouse.FolderOf(host))
        ? []
        : [.. Directory.EnumerateFiles(MapHouse.FolderOf(host)).Select(path => Path.GetFileName(path))];

    private static async Task<HttpResponseMessage> SendAsync(RunnerClient runner, string name, byte[] content)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(content), "extract", name } };
        return await runner.PostAsync("/admin/extracts", form);
    }
}
