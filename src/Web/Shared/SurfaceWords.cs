using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Maps;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Shared;

/// <summary>Surfaces in words, and their marks in styles and charts.</summary>
public static class SurfaceWords
{
    private static readonly Dictionary<string, SurfaceClass> Classes =
        Enum.GetValues<SurfaceClass>().ToDictionary(SurfaceClasses.NameOf, StringComparer.Ordinal);

    /// <summary>What a runner may say of a way, hard ones first.</summary>
    public static IReadOnlyList<SurfaceClass> Choices { get; } =
    [
        .. Enum.GetValues<SurfaceClass>()
            .Where(SurfaceClasses.IsGround)
            .OrderByDescending(SurfaceClasses.IsHard),
    ];

    /// <summary>The class of a stored name.</summary>
    /// <exception cref="KeyNotFoundException">No class has this name.</exception>
    public static SurfaceClass ClassOf(string name) => Classes[name];

    /// <summary>A surface as a person says it.</summary>
    public static string Of(SurfaceClass surface) => surface switch
    {
        SurfaceClass.Unknown => "surface unknown",
        SurfaceClass.Paving => "paving stones",
        SurfaceClass.Cobble => "cobbles",
        SurfaceClass.Compacted => "compacted path",
        SurfaceClass.Dirt => "earth",
        SurfaceClass.Wood => "planks",
        SurfaceClass.Track => "running track",
        SurfaceClass.Other => "something else",
        SurfaceClass.Paved => "paved, kind unknown",
        SurfaceClass.Unpaved => "unpaved, kind unknown",
        SurfaceClass.OffNetwork => "off any mapped way",
        _ => SurfaceClasses.NameOf(surface),
    };

    /// <summary>A mix in a line, most first: asphalt 55 %, compacted path 45 %.</summary>
    public static string Of(SurfaceMix mix)
    {
        ArgumentNullException.ThrowIfNull(mix);
        var whole = mix.MetresByClass.Values.Sum();
        return string.Join(", ", mix.MetresByClass.OrderByDescending(sum => sum.Value).Select(sum => $"{Of(ClassOf(sum.Key))} {RunnerFormat.Share(new(sum.Value / whole))}"));
    }

    /// <summary>How a surface is known.</summary>
    public static string Of(SurfaceSource source) => source switch
    {
        SurfaceSource.Tag => "the map says so",
        SurfaceSource.Assumed => "assumed from the kind of way",
        SurfaceSource.File => "your file says so",
        SurfaceSource.Corrected => "you said so",
        _ => "nobody says",
    };

    /// <summary>How a surface counts.</summary>
    public static Firmness FirmnessOf(WaySurface surface) => surface switch
    {
        { Source: SurfaceSource.None } => Firmness.Unknown,
        _ when SurfaceClasses.IsHard(surface.Class) => Firmness.Hard,
        _ => Firmness.Soft,
    };
}
