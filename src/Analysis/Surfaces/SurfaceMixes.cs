using System.Collections.Immutable;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Surfaces;

/// <summary>The surface mix of a run from its file, and from a map where there is one.</summary>
public static class SurfaceMixes
{
    /// <summary>Metres of a run by surface.</summary>
    /// <param name="activity">What the file says.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    /// <param name="map">The map to match with; null for none.</param>
    /// <returns>Null when neither file nor map says anything.</returns>
    /// <exception cref="ArgumentNullException">The activity is null.</exception>
    /// <exception cref="InvalidDataException">The index's content contradicts itself.</exception>
    public static SurfaceMix? Of(Activity activity, Distance? length, MapIndex? map)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (RecordedSurface.Of(activity) is { } surface && length is { Metres: > 0 } whole)
        {
            return Of([(surface, whole.Metres)]);
        }

        return map is null ? null : Of(SurfaceMatching.Match(activity, map), length);
    }

    /// <summary>Metres by surface of what was matched, scaled to the run's length; what has no positions is unknown.</summary>
    /// <param name="match">The stretches.</param>
    /// <param name="length">The run's length; null when unknown. [m]</param>
    /// <exception cref="ArgumentNullException">The match is null.</exception>
    public static SurfaceMix Of(SurfaceMatch match, Distance? length)
    {
        ArgumentNullException.ThrowIfNull(match);
        var matched = match.Length;
        var run = length ?? matched;
        var scale = matched.Metres >= Choices.TrackStandsForRun.Value.Value * run.Metres && matched.Metres > 0 ? run / matched : 1;
        var missing = Math.Max(0, run.Metres - (scale * matched.Metres));
        return Of([.. match.Stretches.Select(stretch => (stretch.Surface, scale * stretch.Length.Metres)), (WaySurface.Unknown, missing)]);
    }

    private static SurfaceMix Of(IReadOnlyList<(WaySurface Surface, double Metres)> metres)
    {
        Distance Sum(Func<WaySurface, bool> counts) => new(metres.Where(part => counts(part.Surface)).Sum(part => part.Metres));
        return new(
            Sum(surface => surface.Source is SurfaceSource.Tag or SurfaceSource.File or SurfaceSource.Corrected),
            Sum(surface => surface.Source is SurfaceSource.Assumed),
            Sum(surface => surface.Source is SurfaceSource.None),
            Sum(surface => surface.Source is not SurfaceSource.None && SurfaceClasses.IsHard(surface.Class)),
            ByClass(metres));
    }

    private static ImmutableSortedDictionary<string, double> ByClass(IEnumerable<(WaySurface Surface, double Metres)> metres) => metres
        .GroupBy(part => part.Surface.Class, part => part.Metres)
        .Select(group => KeyValuePair.Create(SurfaceClasses.NameOf(group.Key), group.Sum()))
        .Where(sum => sum.Value > 0)
        .ToImmutableSortedDictionary(StringComparer.Ordinal);
}
