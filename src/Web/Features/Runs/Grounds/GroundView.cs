using KneeLoad.Analysis.Surfaces;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Pages;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Runs.Grounds;

/// <summary>The ground of a run, as its page shows it.</summary>
public sealed record GroundView
{
    /// <summary>So many pieces a strip shows; more are thinner than a line. [1]</summary>
    private const int MostParts = 200;

    /// <summary>So many ways a page lists, the longest ones. [1]</summary>
    private const int MostWays = 120;

    /// <summary>The strip, from start to end.</summary>
    public required IReadOnlyList<SurfacePart> Parts { get; init; }

    /// <summary>Metres by surface, most first.</summary>
    public required IReadOnlyList<GroundSum> Sums { get; init; }

    /// <summary>The longest ways, in the order in which the run came to them, and the one to correct.</summary>
    public required IReadOnlyList<GroundWay> Ways { get; init; }

    /// <summary>Ways that are not listed. [1]</summary>
    public int WaysUnlisted { get; init; }

    /// <summary>The mix; null when neither file nor map says anything.</summary>
    public SurfaceMix? Mix { get; init; }

    /// <summary>Whether there are positions to draw.</summary>
    public bool HasPlaces { get; init; }

    /// <summary>Whether a map was asked: its makers have to be named then.</summary>
    public bool IsFromMap { get; init; }

    /// <summary>Length that lies where this server has no map; null where no map was asked, or all of it is covered. [m]</summary>
    public Distance? Outside { get; init; }

    /// <summary>Whether all of it lies there.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Number of the way that the runner wants to correct; null when none.</summary>
    public int? Correcting { get; init; }

    /// <summary>Lays out what is stored of a run.</summary>
    /// <param name="mix">The mix; null when neither file nor map says anything.</param>
    /// <param name="ground">Where it went, with the runner's corrections; null without positions and map.</param>
    /// <param name="correcting">Number of the way to correct; null when none.</param>
    public static GroundView Of(SurfaceMix? mix, RunGround? ground, int? correcting)
    {
        var stretches = ground?.Stretches ?? [];
        var outside = stretches.Where(stretch => stretch is { HasMap: false, Surface.Source: SurfaceSource.None }).ToList();
        var sums = mix is null ? [] : Summed(mix);
        var ways = WaysOf(stretches);
        var listed = ways.OrderByDescending(way => way.Length.Metres)
            .Take(MostWays)
            .Concat(ways.Where(way => way.Number == correcting))
            .Select(way => way.Number)
            .ToHashSet();
        return new()
        {
            Parts = stretches.Count > 0 ? Along(stretches) : SurfaceParts.Of(mix is null ? [] : [mix]),
            Sums = sums,
            Ways = [.. ways.Where(way => listed.Contains(way.Number))],
            WaysUnlisted = ways.Count - listed.Count,
            Mix = mix,
            HasPlaces = ground is { Places.Count: > 1 },
            IsFromMap = stretches.Any(stretch => stretch.Surface.Source is not SurfaceSource.File && stretch.HasMap),
            Outside = outside.Count > 0 ? new(outside.Sum(stretch => stretch.Length.Metres)) : null,
            IsOutside = stretches.Count > 0 && outside.Count == stretches.Count,
            Correcting = correcting,
        };
    }

    /// <summary>Ways of stretches, numbered in the order of their first stretch.</summary>
    internal static IReadOnlyList<GroundWay> WaysOf(IReadOnlyList<GroundStretch> stretches) =>
    [
        .. stretches.Where(stretch => stretch.WayId is not null)
            .GroupBy(stretch => stretch.WayId!.Value)
            .Select((way, index) => new GroundWay(
                index + 1, way.Key, way.First().WayName, way.First().Surface, new(way.Sum(stretch => stretch.Length.Metres)))),
    ];

    /// <summary>No more stretches than can be told apart where they are drawn: the shortest go on as the one before them.</summary>
    /// <param name="stretches">The stretches of a run.</param>
    /// <param name="most">So many are left at most. [1]</param>
    internal static IReadOnlyList<GroundStretch> Joined(IReadOnlyList<GroundStretch> stretches, int most)
    {
        if (stretches.Count <= most)
        {
            return stretches;
        }

        var kept = stretches.Index()
            .OrderByDescending(stretch => stretch.Item.Length.Metres)
            .Take(most - 1)
            .Select(stretch => stretch.Index)
            .Append(0)
            .ToHashSet();
        var joined = new List<GroundStretch>();
        foreach (var (index, stretch) in stretches.Index())
        {
            if (kept.Contains(index))
            {
                joined.Add(stretch);
            }
            else
            {
                var before = joined[^1];
                joined[^1] = before with { ToRecord = Math.Max(before.ToRecord, stretch.ToRecord), Length = new(before.Length.Metres + stretch.Length.Metres) };
            }
        }

        return joined;
    }

    private static List<GroundSum> Summed(SurfaceMix mix)
    {
        var whole = Math.Max(mix.MetresByClass.Values.Sum(), double.Epsilon);
        return [.. mix.MetresByClass
            .OrderByDescending(sum => sum.Value)
            .Select(sum => new GroundSum(SurfaceWords.ClassOf(sum.Key), new(sum.Value), new(sum.Value / whole)))];
    }

    // Neighbours of one surface are one piece, whatever ways they lie on.
    private static List<SurfacePart> Along(IReadOnlyList<GroundStretch> stretches)
    {
        var whole = Math.Max(stretches.Sum(stretch => stretch.Length.Metres), double.Epsilon);
        var parts = new List<SurfacePart>();
        foreach (var stretch in Joined(stretches, MostParts))
        {
            var share = stretch.Length.Metres / whole;
            if (parts is [.., var last] && last.Surface == stretch.Surface)
            {
                parts[^1] = last with { Share = last.Share + share };
            }
            else
            {
                parts.Add(new(stretch.Surface, parts is [.., var before] ? before.From + before.Share : 0, share));
            }
        }

        return parts;
    }
}

/// <summary>The part of a run on one surface.</summary>
/// <param name="Class">The surface.</param>
/// <param name="Length">How much. [m]</param>
/// <param name="Share">Share of the run. [1]</param>
public sealed record GroundSum(SurfaceClass Class, Distance Length, Fraction Share);
