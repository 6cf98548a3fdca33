using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Runs;

/// <summary>Lists runs and shows one.</summary>
internal static class RunsApi
{
    /// <summary>Rows that are looked into for one page, where a filter needs that: a page may then hold fewer lines, and goes on. [1]</summary>
    private const int MostLookedInto = 1_000;

    public static void MapRuns(this RouteGroupBuilder api)
    {
        var runs = api.MapGroup("runs").RequireScope(TokenScopes.Read);
        runs.MapGet("", ListAsync).WithName("listRuns");
        runs.MapGet("{id:guid}", ReadAsync).WithName("readRun");
    }

    private static async Task<Results<Ok<Page<RunReply>>, ProblemHttpResult>> ListAsync(
        [AsParameters] RunQuery query, KneeLoadDbContext db, CurrentRunner runner, Paging paging, Language language, CancellationToken cancellationToken)
    {
        if (!Paging.Reads(query.After, query.Limit, out var place, out var most))
        {
            return paging.Refusal;
        }

        if (query.Filter is not { } filter)
        {
            return TypedResults.Problem(language["Api.Refusal.Filter"], statusCode: StatusCodes.Status400BadRequest);
        }

        var (rows, next) = await FindAsync(filter, db, runner.Id, place, most, cancellationToken);
        return TypedResults.Ok(Page<RunReply>.Of(await RepliesAsync(db, runner.Id, rows, cancellationToken), next));
    }

    private static async Task<Results<Ok<RunReply>, NotFound>> ReadAsync(
        Guid id, KneeLoadDbContext db, CurrentRunner runner, CancellationToken cancellationToken)
    {
        var row = await db.Runs.AsNoTracking().Where(run => run.RunnerId == runner.Id && run.Id == id && run.Load != null)
            .Select(run => new Row(run.Id, run.Start, run.LocalDate, "", null))
            .SingleOrDefaultAsync(cancellationToken);
        return row is not null && (await RepliesAsync(db, runner.Id, [row], cancellationToken)) is [var reply]
            ? TypedResults.Ok(reply)
            : TypedResults.NotFound();
    }

    private static async Task<(List<Row> Rows, Place? Next)> FindAsync(
        RunFilter filter, KneeLoadDbContext db, Guid runnerId, Place? place, int most, CancellationToken cancellationToken)
    {
        var found = new List<Row>();
        for (var looked = 0; ;)
        {
            var runs = filter.On(db.Runs.AsNoTracking().Where(run => run.RunnerId == runnerId && run.Load != null));
            if (place is { } from)
            {
                // The first condition alone tells the index where to begin.
                runs = runs.Where(run => run.Start <= from.Moment && (run.Start < from.Moment || run.Id.CompareTo(from.Id) < 0));
            }

            var ordered = runs.OrderByDescending(run => run.Start).ThenByDescending(run => run.Id).Take(most + 1);
            var rows = await (filter.LooksIntoRows
                    ? ordered.Select(run => new Row(run.Id, run.Start, run.LocalDate, run.Metrics, run.Surface))
                    : ordered.Select(run => new Row(run.Id, run.Start, run.LocalDate, "", null)))
                .ToListAsync(cancellationToken);
            foreach (var row in rows.Take(most))
            {
                looked++;
                place = new(row.Start, row.Id);
                if (filter.Takes(row.Metrics, row.Surface))
                {
                    found.Add(row);
                }

                if (found.Count == most)
                {
                    return (found, row.Id == rows[^1].Id ? null : place);
                }
            }

            if (rows.Count <= most || looked >= MostLookedInto)
            {
                return (found, rows.Count <= most ? null : place);
            }
        }
    }

    // Each as it counts among the activities around it: joined recordings and ratios depend on those.
    private static async Task<IReadOnlyList<RunReply>> RepliesAsync(
        KneeLoadDbContext db, Guid runnerId, List<Row> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var history = await HistoryRows.ReadAsync(
            db,
            runnerId,
            HistoryWindow.From(rows.Min(row => row.LocalDate)),
            cancellationToken,
            HistoryWindow.Until(rows.Max(row => row.LocalDate)));
        var ratios = SpikeRatios.Of(history);
        var byKey = history.ToDictionary(run => Guid.Parse(run.Key));
        return [.. rows.Where(row => byKey.ContainsKey(row.Id)).Select(row => RunReply.Of(byKey[row.Id], ratios))];
    }

    private sealed record Row(Guid Id, Instant Start, LocalDate LocalDate, string Metrics, string? Surface);
}

/// <summary>The wish for a part of the list of runs.</summary>
internal sealed record RunQuery
{
    /// <summary>The first local day.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last local day.</summary>
    [FromQuery(Name = "until")]
    public string? Until { get; init; }

    /// <summary>The kind.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>Whether they count.</summary>
    [FromQuery(Name = "counts")]
    public bool? Counts { get; init; }

    /// <summary>The least length. [m]</summary>
    [FromQuery(Name = "minDistanceMetres")]
    public double? MinDistanceMetres { get; init; }

    /// <summary>The greatest length. [m]</summary>
    [FromQuery(Name = "maxDistanceMetres")]
    public double? MaxDistanceMetres { get; init; }

    /// <summary>The ground that most of the known length was run on.</summary>
    [FromQuery(Name = "surface")]
    public string? Surface { get; init; }

    /// <summary>The word of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>Lines of the page.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The filter; null where a word is none of those known.</summary>
    internal RunFilter? Filter
    {
        get
        {
            var (from, until) = (ApiWords.Day(From), ApiWords.Day(Until));
            var (kind, surface) = (ApiWords.Of<RunKind>(Kind), ApiWords.Of<SurfaceClass>(Surface));
            return (From is null) == (from is null) && (Until is null) == (until is null)
                && (Kind is null) == (kind is null) && (Surface is null) == (surface is null)
                ? new()
                {
                    From = from,
                    Until = until,
                    Kind = kind,
                    Counts = Counts,
                    MinMetres = MinDistanceMetres,
                    MaxMetres = MaxDistanceMetres,
                    Surface = surface,
                }
                : null;
        }
    }
}
