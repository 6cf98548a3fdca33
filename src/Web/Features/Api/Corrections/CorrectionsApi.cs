using System.Text.Json.Serialization;
using KneeLoad.Analysis.Runs;
using KneeLoad.Web.Corrections;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Api.Corrections;

/// <summary>Lists what was told of a run, tells it, and takes it back. A deleted run is corrected like any other, so that it can come back.</summary>
internal static class CorrectionsApi
{
    private const double LongestMetres = 1_000_000;
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    public static void MapCorrections(this RouteGroupBuilder api)
    {
        var corrections = api.MapGroup("runs/{id:guid}/corrections");
        corrections.MapGet("", ListAsync).WithName("listCorrections").RequireScope(TokenScopes.Read);
        corrections.MapPut("{kind}", TellAsync).WithName("correctRun").RequireScope(TokenScopes.Write);
        corrections.MapDelete("{kind}", TakeBackAsync).WithName("takeCorrectionBack").RequireScope(TokenScopes.Write);
    }

    private static async Task<Results<Ok<IReadOnlyList<CorrectionReply>>, NotFound>> ListAsync(
        Guid id, KneeLoadDbContext db, CurrentRunner runner, CancellationToken cancellationToken) =>
        await IsThereAsync(db, runner, id, cancellationToken)
            ? TypedResults.Ok(await ReadAsync(db, runner, id, cancellationToken))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<IReadOnlyList<CorrectionReply>>, NotFound, ProblemHttpResult>> TellAsync(
        Guid id,
        string kind,
        CorrectionWish? wish,
        KneeLoadDbContext db,
        CurrentRunner runner,
        RunCorrecting correcting,
        Language language,
        IClock clock,
        CancellationToken cancellationToken)
    {
        var zone = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Zone;
        if (Of(ApiWords.Of<CorrectionKind>(kind), wish ?? new(), zone, clock.GetCurrentInstant()) is not { } correction)
        {
            return TypedResults.Problem(language["Api.Refusal.Correction"], statusCode: StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            return await correcting.TellAsync(runner.Id, [id], correction, cancellationToken) is not null
                ? TypedResults.Ok(await ReadAsync(db, runner, id, cancellationToken))
                : TypedResults.NotFound();
        }
        catch (DamagedOriginalException)
        {
            return TypedResults.Problem(language["Runs.Told.Damaged"], statusCode: StatusCodes.Status410Gone);
        }
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> TakeBackAsync(
        Guid id, string kind, CurrentRunner runner, RunCorrecting correcting, Language language, CancellationToken cancellationToken)
    {
        try
        {
            return ApiWords.Of<CorrectionKind>(kind) is { } told && await correcting.TakeBackAsync(runner.Id, [id], told, cancellationToken)
                ? TypedResults.NoContent()
                : TypedResults.NotFound();
        }
        catch (DamagedOriginalException)
        {
            return TypedResults.Problem(language["Runs.Told.Damaged"], statusCode: StatusCodes.Status410Gone);
        }
    }

    private static Correction? Of(CorrectionKind? kind, CorrectionWish wish, DateTimeZone zone, Instant now) => (kind, wish) switch
    {
        (CorrectionKind.LeftOut, { IsEmpty: true }) => Correction.LeaveOut,
        (CorrectionKind.Deleted, { IsEmpty: true }) => Correction.Delete,
        (CorrectionKind.NotTheSame, { IsEmpty: true }) => Correction.NotTheSame,
        (CorrectionKind.RunKind, { RunKind: { } told, DistanceMetres: null, Start: null }) when Correction.CanBeTold(told) => Correction.Was(told),
        (CorrectionKind.Distance, { DistanceMetres: > 0 and <= LongestMetres and var metres, RunKind: null, Start: null }) =>
            Correction.Measured(new(metres)),
        (CorrectionKind.Start, { Start: { } start, RunKind: null, DistanceMetres: null }) when start >= Earliest && start <= now =>
            Correction.Began(start, start.InZone(zone).Date),
        _ => null,
    };

    private static Task<bool> IsThereAsync(KneeLoadDbContext db, CurrentRunner runner, Guid id, CancellationToken cancellationToken) =>
        db.AllRuns.AnyAsync(run => run.RunnerId == runner.Id && run.Id == id, cancellationToken);

    private static async Task<IReadOnlyList<CorrectionReply>> ReadAsync(
        KneeLoadDbContext db, CurrentRunner runner, Guid id, CancellationToken cancellationToken) => await db.RunCorrections.AsNoTracking()
            .Where(row => row.RunnerId == runner.Id && row.RunId == id)
            .OrderBy(row => row.Told).ThenBy(row => row.Kind)
            .Select(row => new CorrectionReply(row.Kind, row.RunKind, row.Metres, row.Start, row.Day, row.Told))
            .ToListAsync(cancellationToken);
}

/// <summary>One thing that was told of a run; what another kind tells is null.</summary>
/// <param name="Kind">The thing that was told.</param>
/// <param name="RunKind">The told kind of activity.</param>
/// <param name="DistanceMetres">The told distance.</param>
/// <param name="Start">The told start.</param>
/// <param name="LocalDate">The calendar day of the told start.</param>
/// <param name="Told">When it was told.</param>
internal sealed record CorrectionReply(
    CorrectionKind Kind, RunKind? RunKind, double? DistanceMetres, Instant? Start, LocalDate? LocalDate, Instant Told);

/// <summary>The value that is told, by the kind: none for what has none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CorrectionWish
{
    /// <summary>For run-kind: run, walk or other.</summary>
    public RunKind? RunKind { get; init; }

    /// <summary>For distance: the length.</summary>
    public double? DistanceMetres { get; init; }

    /// <summary>For start: the moment.</summary>
    public Instant? Start { get; init; }

    /// <summary>Whether it holds no value.</summary>
    internal bool IsEmpty => this is { RunKind: null, DistanceMetres: null, Start: null };
}
