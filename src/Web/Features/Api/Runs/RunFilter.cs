using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Reading;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Runs;

/// <summary>Says which activities are asked for. Days are a matter of the database; the rest is looked up in the rows of a stretch of the list.</summary>
internal sealed record RunFilter
{
    /// <summary>The first local day; null for all.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last local day; null for all.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The kind; null for all.</summary>
    public RunKind? Kind { get; init; }

    /// <summary>Whether they count: no duplicates, nothing left out, nothing but runs; null for all.</summary>
    public bool? Counts { get; init; }

    /// <summary>The least length; null for all. [m]</summary>
    public double? MinMetres { get; init; }

    /// <summary>The greatest length; null for all. [m]</summary>
    public double? MaxMetres { get; init; }

    /// <summary>The ground that most of the known length was run on; null for all.</summary>
    public SurfaceClass? Surface { get; init; }

    /// <summary>Whether a row must be read to be judged.</summary>
    public bool LooksIntoRows => Kind is not null || MinMetres is not null || MaxMetres is not null || Surface is not null;

    /// <summary>The part that the database answers.</summary>
    public IQueryable<Run> On(IQueryable<Run> runs)
    {
        var (from, until) = (From, Until);
        runs = from is null ? runs : runs.Where(run => run.LocalDate >= from);
        runs = until is null ? runs : runs.Where(run => run.LocalDate <= until);
        return Counts switch
        {
            true => runs.Where(run => run.IsRun && run.DuplicateOfId == null && !run.LeftOut),
            false => runs.Where(run => !run.IsRun || run.DuplicateOfId != null || run.LeftOut),
            null => runs,
        };
    }

    /// <summary>Whether a row is asked for.</summary>
    public bool Takes(string metrics, string? surface)
    {
        if (!LooksIntoRows)
        {
            return true;
        }

        var read = StoredJson.ReadMetrics(metrics);
        var metres = read.Distance?.Metres;
        return (Kind is null || read.Kind == Kind)
            && (MinMetres is null || metres >= MinMetres)
            && (MaxMetres is null || metres <= MaxMetres)
            && (Surface is not { } wanted || MostOf(surface) == SurfaceClasses.NameOf(wanted));
    }

    private static string? MostOf(string? surface) =>
        StoredJson.ReadSurface(surface) is { MetresByClass: { Count: > 0 } classes } ? classes.MaxBy(pair => pair.Value).Key : null;
}
