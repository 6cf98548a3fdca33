using KneeLoad.Testing;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Pipeline.Maps;

/// <summary>kill -9 of the real process at chosen instants of a map's build and of matching old runs; afterwards all is as if nothing had been.</summary>
public sealed class KilledMapTests(KilledMapTests.UndisturbedRun undisturbed) : IClassFixture<KilledMapTests.UndisturbedRun>, IDisposable
{
    private const string RowWritten = "INSERT INTO \"Maps\"";
    private const string TryCounted = "UPDATE \"Maps\"";
    private const string Superseded = "DELETE FROM \"Maps\"";
    private const string MatchBegun = "SET \"Claim\" = @p";
    private const string GroundWritten = "SET \"Ground\"";
    private const string Matched = "SET \"MapId\"";
    private const string BeforeCommit = "TransactionCommitting";
    private const string AfterCommit = "TransactionCommitted";

    private readonly string folder = Directory.CreateTempSubdirectory("kneeload-killed-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>An instant of each kind; the long run takes those on both sides of each as well.</summary>
    public static TheoryData<string> Instants =>
    [
        RowWritten + " > " + TryCounted,
        RowWritten + " > " + TryCounted + " > " + AfterCommit,
        GroundWritten,
        Matched,
        .. LongRun.IsAsked ? OnBothSides : [],
    ];

    private static string[] OnBothSides =>
    [
        RowWritten,
        RowWritten + " > " + TryCounted + " > " + TryCounted,
        RowWritten + " > " + TryCounted + " > " + BeforeCommit,
        MatchBegun,
        GroundWritten + " > " + AfterCommit,
        Matched + " > " + AfterCommit,
    ];

    [Theory]
    [MemberData(nameof(Instants))]
    public async Task RE_02_A_map_is_whole_and_every_run_matched_wherever_its_service_is_killed(string instant)
    {
        RunnerClient runner;
        string before;
        await using (var host = new WebHost(folder))
        {
            runner = await host.RunnerAsync("a");
            await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));
            before = await host.GroundOfAsync(runner.RunnerId);
            await host.DropAsync(MapHouse.Town().ToBytes());
        }

        using (var service = await ServiceProcess.StartAsync(folder, instant))
        {
            await service.KillWhenHeldAsync();
        }

        await using var again = new WebHost(folder);
        var map = await again.MapOfFolderAsync();
        await again.MatchedAsync();
        Assert.Equal(MapState.Ready, map.State);
        using var lease = await again.Services.GetRequiredService<GroundMap>().LeaseAsync(CancellationToken.None);
        Assert.Equal((map.Id, 2), (lease.MapId, lease.Index?.Ways));
        Assert.Equal(map.Id, await again.AskAsync(db => db.Uploads.Select(upload => upload.MapId).SingleAsync()));
        var ground = await again.GroundOfAsync(runner.RunnerId);
        Assert.NotEqual(before, ground);
        Assert.Equal(undisturbed.Ground, ground);
        Assert.Single(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "maps", "index")));
    }

    /// <summary>The rows of the same run where nothing is killed.</summary>
    public sealed class UndisturbedRun : IAsyncLifetime
    {
        /// <summary>Everything that is stored of its ground.</summary>
        public string Ground { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            await using var host = new WebHost();
            var runner = await host.RunnerAsync("a");
            await host.DropAsync(MapHouse.Town().ToBytes());
            await host.MapOfFolderAsync();
            await runner.UploadAndFinishAsync(("run.gpx", MadeRun.Gpx(MadeRun.Monday)));
            Ground = await host.GroundOfAsync(runner.RunnerId);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
