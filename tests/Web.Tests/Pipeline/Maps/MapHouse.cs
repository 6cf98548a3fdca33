using KneeLoad.Testing;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Pipeline.Maps;
using KneeLoad.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KneeLoad.Web.Tests.Pipeline.Maps;

/// <summary>A host with extracts in its folder of maps, and its sweeps without their pauses.</summary>
internal static class MapHouse
{
    /// <summary>Number of the first way of <see cref="Town"/>: asphalt, the first 1.1 km of a made run.</summary>
    public const long LowerWay = 3;

    /// <summary>One straight street below every run of <see cref="MadeRun.Gpx"/>: asphalt, then a way that nobody told the surface of.</summary>
    public static OsmPbfBuilder Town(long? dataUnixSeconds = null)
    {
        var town = new OsmPbfBuilder { DataUnixSeconds = dataUnixSeconds };
        var (south, middle) = (town.Node(47.999, 11), town.Node(48.01, 11));
        return town
            .WayOf(LowerWay, "highway=residential surface=asphalt name=Lower_Street", south, middle)
            .WayOf("highway=footway name=Upper_Way", middle, town.Node(48.02, 11), town.Node(48.05, 11));
    }

    public static string FolderOf(WebHost host) => Path.Combine(host.Folder, "maps");

    /// <summary>Drops an extract into the folder.</summary>
    public static async Task DropAsync(this WebHost host, byte[] extract, string name = "town.osm.pbf")
    {
        Directory.CreateDirectory(FolderOf(host));
        await File.WriteAllBytesAsync(Path.Combine(FolderOf(host), name), extract);
    }

    /// <summary>Has the folder looked at until its map is built or refused.</summary>
    public static async Task<Map> MapOfFolderAsync(this WebHost host)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; ; looks++)
        {
            await host.SweepMapsAsync();
            await host.SweepMapsAsync();
            if (await host.AskAsync(db => db.Maps
                .OrderByDescending(map => map.Created)
                .FirstOrDefaultAsync()) is { State: MapState.Ready or MapState.Refused } map)
            {
                return map;
            }

            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    public static async Task SweepMapsAsync(this WebHost host)
    {
        await using var scope = host.Services.OfAll();
        await scope.ServiceProvider.GetRequiredService<MapLook>().LookAsync(CancellationToken.None);
    }

    /// <summary>Waits until every run was asked of the map in use, or given up.</summary>
    public static async Task MatchedAsync(this WebHost host)
    {
        using var deadline = new CancellationTokenSource(Patience.Bound);
        for (var looks = 0; await host.AskAsync(db => db.Work.AnyAsync(
            row => (row.Kind == WorkKind.Surface || row.Kind == WorkKind.SurfaceRound) && !row.Failed,
            deadline.Token)); looks++)
        {
            await Task.Delay(Patience.Pause(looks), deadline.Token);
        }
    }

    /// <summary>Everything that is stored of a runner's ground, but for the map's key.</summary>
    public static Task<string> GroundOfAsync(this WebHost host, Guid runnerId) => host.AskAsync(async db =>
    {
        var runs = await db.Runs.Where(run => run.RunnerId == runnerId).OrderBy(run => run.Start)
            .Select(run => new { run.Id, run.Surface, run.Ground }).ToListAsync();
        var weeks = await db.Weeks.Where(week => week.RunnerId == runnerId).OrderBy(week => week.FirstDay).Select(week => week.Load).ToListAsync();
        return string.Join('\n', [.. runs.Select(run => $"{run.Surface} {Convert.ToHexString(run.Ground ?? [])}"), .. weeks]);
    });
}
