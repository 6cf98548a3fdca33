using System.Net;
using KneeLoad.Testing;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Tests.Identity;

/// <summary>The keys of cookies and forms, as they lie in the database, and the file that they are worth nothing without.</summary>
public sealed class KeyFileTests
{
    [Fact]
    public async Task OPS_07_Keys_lie_encrypted_and_where_their_file_is_lost_sign_ins_end_and_nothing_else()
    {
        using var folder = new ScratchFolder();
        MigratedFolder.CopyTo(folder.Path);
        RunnerClient before;
        await using (var first = new WebHost(folder.Path))
        {
            before = await first.RunnerAsync("a");
            await before.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
            var stored = await first.AskAsync(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync());
            Assert.NotEmpty(stored);
            Assert.All(stored, xml => Assert.Contains("<kneeload", xml, StringComparison.Ordinal));
            Assert.All(stored, xml => Assert.DoesNotContain("masterKey", xml, StringComparison.Ordinal));
        }

        await using (var again = new WebHost(folder.Path))
        {
            using var known = await before.At(again.CreateDefaultClient()).Http.GetAsync("/uploads/status");
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        }

        File.Delete(Path.Combine(folder.Path, "kneeload.key"));
        await using var restored = new WebHost(folder.Path);
        using var stranger = await before.At(restored.CreateDefaultClient()).Http.GetAsync("/uploads/status");
        var anew = await restored.StoredRunnerAsync("a@example.org");
        using var reply = await anew.Http.GetAsync("/runs");

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Contains("href=\"/runs/", await reply.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_lies_open_is_forgotten_at_start()
    {
        using var folder = new ScratchFolder();
        MigratedFolder.CopyTo(folder.Path);
        await using (var first = new WebHost(folder.Path))
        {
            await first.AskAsync(db =>
            {
                db.DataProtectionKeys.Add(new() { FriendlyName = "of an earlier version", Xml = "<key><masterKey><value>open</value></masterKey></key>" });
                return db.SaveChangesAsync();
            });
        }

        await using var second = new WebHost(folder.Path);

        Assert.False(await second.AskAsync(db => db.DataProtectionKeys.AnyAsync(key => key.Xml!.Contains("masterKey"))));
    }
}
