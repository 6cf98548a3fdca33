using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;

namespace KneeLoad.Web.Pipeline;

/// <summary>
/// The surface mix of a run, out of its stored ground and what the runner said of its ways. Always out of what is stored, so that
/// whatever came first, map, file or correction, the mix is the same to the last digit.
/// </summary>
internal static class GroundMix
{
    /// <summary>The mix of a run that a map was asked for.</summary>
    /// <param name="stretches">As stored.</param>
    /// <param name="corrections">The runner's.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    public static string Of(IReadOnlyList<GroundStretch> stretches, GroundCorrections corrections, Distance? length)
    {
        var match = new SurfaceMatch([.. corrections.Apply(stretches).Select(stretch =>
            new SurfaceStretch(stretch.FromRecord, stretch.ToRecord, stretch.Surface, stretch.Length, Way: null, stretch.HasMap))]);
        return StoredJson.Write(SurfaceMixes.Of(match, length));
    }
}
