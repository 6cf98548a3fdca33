using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Pages;

/// <summary>Mixes as the pieces of a strip, one surface after the other, hard ones first and unknown ones last.</summary>
public static class SurfaceParts
{
    /// <summary>The pieces of what several runs hold together.</summary>
    /// <param name="mixes">The runs' mixes.</param>
    /// <param name="unknownMetres">What else is known to have been run, on nobody knows what. [m]</param>
    /// <returns>Empty without metres.</returns>
    public static IReadOnlyList<SurfacePart> Of(IEnumerable<SurfaceMix> mixes, double unknownMetres = 0)
    {
        var sums = mixes.SelectMany(mix => mix.MetresByClass)
            .Select(sum => (Surface: SurfaceOf(SurfaceWords.ClassOf(sum.Key)), Metres: sum.Value))
            .Append((Surface: WaySurface.Unknown, Metres: unknownMetres))
            .GroupBy(sum => sum.Surface, sum => sum.Metres)
            .Select(sum => (Surface: sum.Key, Metres: sum.Sum()))
            .Where(sum => sum.Metres > 0)
            .OrderBy(sum => Order(SurfaceWords.FirmnessOf(sum.Surface))).ThenByDescending(sum => sum.Metres).ThenBy(sum => sum.Surface.Class)
            .ToList();
        var whole = sums.Sum(sum => sum.Metres);
        var parts = new List<SurfacePart>();
        foreach (var (surface, metres) in sums)
        {
            parts.Add(new(surface, parts is [.., var before] ? before.From + before.Share : 0, metres / whole));
        }

        return parts;
    }

    private static int Order(SurfaceHardness hardness) => hardness switch
    {
        SurfaceHardness.Hard => 0,
        SurfaceHardness.Soft => 1,
        _ => 2,
    };

    // A mix sums over all sources; its strip tells hard from other ground and from none.
    private static WaySurface SurfaceOf(SurfaceClass surface) =>
        new(surface, surface is SurfaceClass.Unknown or SurfaceClass.OffNetwork ? SurfaceSource.None : SurfaceSource.Tag);
}

/// <summary>A piece of a surface strip.</summary>
/// <param name="Surface">What it is, and how that is known.</param>
/// <param name="From">Where it begins. [0 = left, 1 = right]</param>
/// <param name="Share">Its share of the strip. [1]</param>
public sealed record SurfacePart(WaySurface Surface, double From, double Share);
