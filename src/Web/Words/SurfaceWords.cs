using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;

namespace KneeLoad.Web.Words;

/// <summary>Surfaces in words, and their marks in styles and charts.</summary>
public static class SurfaceWords
{
    private static readonly Dictionary<string, SurfaceClass> Classes =
        Enum.GetValues<SurfaceClass>().ToDictionary(SurfaceClasses.NameOf, StringComparer.Ordinal);

    /// <summary>The surfaces that a runner may state for a way, hard ones first.</summary>
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
    public static string Of(SurfaceClass surface, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Surfaces.Class." + surface];
    }

    /// <summary>A mix in a line, most first: asphalt 55 %, compacted path 45 %.</summary>
    public static string Of(SurfaceMix mix, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(mix);
        ArgumentNullException.ThrowIfNull(format);
        var whole = mix.MetresByClass.Values.Sum();
        return string.Join(", ", mix.MetresByClass
            .OrderByDescending(sum => sum.Value)
            .Select(sum => format.Say["Surfaces.Part", ("surface", Of(ClassOf(sum.Key), format.Say)), ("share", format.Share(new(sum.Value / whole)))]));
    }

    /// <summary>The source by which a surface is known, in words.</summary>
    public static string Of(SurfaceSource source, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["Surfaces.Source." + source];
    }

    /// <summary>The weight of a surface, in words.</summary>
    public static SurfaceHardness FirmnessOf(WaySurface surface) => surface switch
    {
        { Source: SurfaceSource.None } => SurfaceHardness.Unknown,
        _ when SurfaceClasses.IsHard(surface.Class) => SurfaceHardness.Hard,
        _ => SurfaceHardness.Soft,
    };
}

/// <summary>The hardness of a ground, as colours and textures tell it.</summary>
public enum SurfaceHardness
{
    /// <summary>Nobody says what it is.</summary>
    Unknown,

    /// <summary>Asphalt, concrete, paving, cobbles.</summary>
    Hard,

    /// <summary>Anything else that is known.</summary>
    Soft,
}
