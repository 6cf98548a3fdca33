using KneeLoad.Testing;
using KneeLoad.Web.Commands;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Uploads;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Tests.Hosting;
using KneeLoad.Web.Work.Looks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace KneeLoad.Web.Tests.Pipeline.Uploads;

/// <summary>Files that a sync program puts into a folder are taken once they stand still, and moved aside.</summary>
public sealed class WatchedFolderTests : IClassFixture<RunningService>, IDisposable
{
    private readonly FakeClock clock = new(MadeHistory.Now);
    private readonly ScratchFolder scratch = new();
    private readonly WebHost host;

    public WatchedFolderTests(RunningService service) => host = service.Anew(clock);

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task Files_that_stand_still_are_read_and_moved_aside_and_nothing_else_is_touched()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs rights there.");
        var runner = await host.RunnerAsync("a");
        await WatchAsync("a@example.org", scratch.Path);
        using var elsewhere = new ScratchFolder();
        await File.WriteAllBytesAsync(elsewhere["secret.fit"], MadeRun.Fit(MadeRun.Monday, minutes: 7));
        Directory.CreateDirectory(scratch["phone"]);
        Directory.CreateDirectory(scratch[".stversions"]);
        File.CreateSymbolicLink(scratch["link.fit"], elsewhere["secret.fit"]);
        Directory.CreateSymbolicLink(scratch["linked"], elsewhere.Path);
        await PutAsync("run.fit", MadeRun.Fit(MadeRun.Monday));
        await PutAsync("phone/run.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(1)));
        await PutAsync("broken.fit", MadeRun.Fit(MadeRun.Monday)[..40]);
        await PutAsync("grows.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(2))[..40]);
        string[] left = [".stversions/old.fit", ".syncthing.x.fit.tmp", "empty.fit", "x.crdownload", "x.fit.part", "x.fit~", "~syncthing~x.fit.tmp"];
        foreach (var name in left)
        {
            await PutAsync(name, name == "empty.fit" ? [] : MadeRun.Fit(MadeRun.Monday, minutes: 3));
        }

        await LookAsync();
        Assert.Equal(0, await host.AskAsync(db => db.Uploads.CountAsync()));
        await PutAsync("grows.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(2)));
        clock.Advance(StandingFiles.Still);
        await UntilAsync("read/phone/run.fit", "read/run.fit", "refused/broken.fit", "refused/broken.fit.txt", "read/grows.fit");

        Assert.Equal([.. left.Append("link.fit").Order(StringComparer.Ordinal)], Files().Where(name => !name.StartsWith("re", StringComparison.Ordinal)));
        Assert.NotEmpty((await File.ReadAllTextAsync(scratch["refused/broken.fit.txt"])).Trim());
        Assert.Equal(
            ["broken.fit", "grows.fit", "run.fit", "run.fit"],
            await host.AskAsync(db => db.Uploads.Where(upload => upload.RunnerId == runner.RunnerId).Select(upload => upload.FileName).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_file_that_a_restart_left_is_known_by_its_bytes_and_names_that_are_there_stay()
    {
        var runner = await host.RunnerAsync("a");
        host.Services.GetRequiredService<WatchedFolders>().Watch(runner.RunnerId, scratch.Path);
        await runner.UploadAndFinishAsync(("run.fit", MadeRun.Fit(MadeRun.Monday)));
        await PutAsync("run.fit", MadeRun.Fit(MadeRun.Monday));
        Directory.CreateDirectory(scratch["read"]);
        await PutAsync("read/run.fit", "another"u8.ToArray());

        await LookAsync();
        clock.Advance(StandingFiles.Still);
        await UntilAsync("read/run (2).fit");

        Assert.Equal(["read/run (2).fit", "read/run.fit"], Files());
        Assert.Equal(1, await host.AskAsync(db => db.Uploads.CountAsync()));
    }

    [Fact]
    public async Task A_link_in_the_place_of_a_reason_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A link needs rights there.");
        await host.RunnerAsync("a");
        await WatchAsync("a@example.org", scratch.Path);
        using var elsewhere = new ScratchFolder();
        await File.WriteAllTextAsync(elsewhere["kept.txt"], "kept");
        Directory.CreateDirectory(scratch["refused"]);
        File.CreateSymbolicLink(scratch["refused/broken.fit.txt"], elsewhere["kept.txt"]);
        File.CreateSymbolicLink(scratch["refused/broken (2).fit"], elsewhere["none.fit"]);
        await PutAsync("broken.fit", MadeRun.Fit(MadeRun.Monday)[..40]);

        await LookAsync();
        clock.Advance(StandingFiles.Still);
        await UntilAsync("refused/broken (3).fit", "refused/broken (3).fit.txt");

        Assert.Equal("kept", await File.ReadAllTextAsync(elsewhere["kept.txt"]));
        Assert.False(File.Exists(elsewhere["none.fit"]));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_watched_is_told_and_one_may_be_forgotten()
    {
        await host.RunnerAsync("a");
        await host.RunnerAsync("b");
        await WatchAsync("a@example.org", scratch.Path);
        Directory.CreateDirectory(scratch["inner"]);

        Assert.Contains("There is no folder", await RefusedAsync("b@example.org", scratch["none"]), StringComparison.Ordinal);
        Assert.Contains("within each other", await RefusedAsync("b@example.org", scratch["inner"]), StringComparison.Ordinal);
        Assert.Contains("within each other", await RefusedAsync("b@example.org", host.Folder), StringComparison.Ordinal);
        Assert.Contains(scratch.Path, await RunAsync(0, "watch"), StringComparison.Ordinal);
        Assert.Contains("no longer", await RunAsync(0, "unwatch", "a@example.org"), StringComparison.Ordinal);
        Assert.DoesNotContain(scratch.Path, host.Services.GetRequiredService<WatchedFolders>().All().Select(folder => folder.Path));
    }

    private IEnumerable<string> Files() => Directory
        .EnumerateFiles(scratch.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Select(path => Path.GetRelativePath(scratch.Path, path))
        .Where(name => !name.StartsWith("linked", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private async Task PutAsync(string name, byte[] content) => await File.WriteAllBytesAsync(scratch[name], content);

    private Task LookAsync() => host.Services.GetRequiredService<Timetable>().LookAsync(Rhythm.Minute, TestContext.Current.CancellationToken);

    private async Task UntilAsync(params string[] names)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; names.Any(name => !File.Exists(scratch[name])); looks++)
        {
            // A look of the service itself may have been under way, in place of ours.
            await LookAsync();
            clock.Advance(StandingFiles.Still);
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    private Task<string> WatchAsync(string mail, string folder) => RunAsync(0, "watch", mail, folder);

    private Task<string> RefusedAsync(string mail, string folder) => RunAsync(2, "watch", mail, folder);

    private async Task<string> RunAsync(int code, params string[] arguments)
    {
        var said = new StringWriter();
        Assert.Equal(code, await CommandLine.RunAsync(["admin", .. arguments, "--data", host.Folder], said, said, TestContext.Current.CancellationToken));
        return said.ToString();
    }
}
