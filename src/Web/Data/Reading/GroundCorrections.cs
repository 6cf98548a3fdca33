using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Data.Formats;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Lays a runner's corrections of ways over the map's surfaces.</summary>
internal sealed class GroundCorrections(IReadOnlyDictionary<long, SurfaceClass> classes)
{
    /// <summary>Everything that a runner said.</summary>
    public static async Task<GroundCorrections> ReadAsync(KneeLoadDbContext db, Guid runnerId, CancellationToken cancellationToken) =>
        new(await db.WayCorrections.AsNoTracking()
            .Where(row => row.RunnerId == runnerId)
            .ToDictionaryAsync(row => row.WayId, row => row.Class, cancellationToken));

    /// <summary>The stretches as the runner knows them.</summary>
    public IReadOnlyList<GroundStretch> Apply(IReadOnlyList<GroundStretch> stretches) =>
        classes.Count == 0
            ? stretches
            : [.. stretches.Select(stretch => Speaks(stretch, out var told) ? stretch with { Surface = new(told, SurfaceSource.Corrected) } : stretch)];

    // What the recording itself says, a track beside the way, is not about the way.
    private bool Speaks(GroundStretch stretch, out SurfaceClass told)
    {
        told = default;
        return stretch.Surface.Source != SurfaceSource.File && stretch.WayId is { } way && classes.TryGetValue(way, out told);
    }
}
