using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace KneeLoad.Web.Tests.Pipeline;

/// <summary>A data folder that comes back from a backup, and one that lost its database.</summary>
public sealed class BackupTests : IDisposable
{
    private readonly string restored = Directory.CreateTempSubdirectory("kneeload-restored-").FullName;

    public void Dispose() => Directory.Delete(restored, recursive: true);

    [Fact]
    public async Task RE_10_A_backup_taken_while_files_come_in_is_whole_where_the_database_is_copied_first()
    {
        await using (var host = new WebHost())
        {
            var runner = await host.RunnerAsync("a");
            var coming = runner.UploadAsync(Days(0, 15));
            await runner.UploadAndFinishAsync(Days(15, 3));
            await BackUpAsync(host.Folder);
            await coming;
            File.Copy(Path.Combine(host.Folder, "kneeload.id"), Path.Combine(restored, "kneeload.id"));
            await runner.UploadAndFinishAsync(Days(18, 2));
            Copy(Path.Combine(host.Folder, "originals"), Path.Combine(restored, "originals"));
        }

        await using var again = new WebHost(restored);
        using var deadline = new CancellationTokenSource(Patience.Bound);
        while (await again.AskAsync(db => db.Uploads.AnyAsync(upload => upload.State == UploadState.Received)))
        {
            await Task.Delay(50, deadline.Token);
        }

        var uploads = await again.AskAsync(db => db.Uploads.AsNoTracking().ToListAsync());
        var store = again.Services.GetRequiredService<OriginalStore>();
        Assert.True(uploads.Count >= 3);
        foreach (var upload in uploads)
        {
            await using var original = await store.OpenVerifiedAsync(upload.RunnerId, upload.ContentHash, deadline.Token);
            Assert.Equal(UploadState.Done, upload.State);
        }

        Assert.Equal(uploads.Count, await again.AskAsync(db => db.Runs.CountAsync()));
    }

    [Fact]
    public async Task Files_whose_database_is_gone_are_left_alone_and_no_new_installation()
    {
        await using (var host = new WebHost(restored))
        {
            var runner = await host.RunnerAsync("a");
            await runner.UploadAndFinishAsync(Days(0, 2));
        }

        File.Delete(Path.Combine(restored, "kneeload.db"));
        var said = await RefusedStart.SentenceAsync(restored);

        Assert.StartsWith("The database is new, but the data folder", said, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(Path.Combine(restored, "originals"), "*", SearchOption.AllDirectories).Length);
    }

    private static (string Name, byte[] Content)[] Days(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(day => ($"{day}.fit", MadeRun.Fit(MadeRun.Monday + Duration.FromDays(day))))];

    private async Task BackUpAsync(string folder)
    {
        await using var live = new SqliteConnection($"Data Source={Path.Combine(folder, "kneeload.db")};Pooling=False");
        await live.OpenAsync();
        await using var command = live.CreateCommand();
        command.CommandText = "VACUUM INTO $place";
        command.Parameters.AddWithValue("$place", Path.Combine(restored, "kneeload.db"));
        await command.ExecuteNonQueryAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var place = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Copy(file, place);
        }
    }
}
