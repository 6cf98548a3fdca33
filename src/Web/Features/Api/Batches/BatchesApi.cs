using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Api.Batches;

/// <summary>Tells what became of files that were handed over.</summary>
internal static class BatchesApi
{
    private const TokenScopes Any = TokenScopes.Read | TokenScopes.Upload;

    public static string AddressOf(Guid batch) => $"{RequestKind.Api}/v1/batches/{batch}";

    public static void MapBatches(this RouteGroupBuilder api)
    {
        var batches = api.MapGroup("batches").RequireScope(Any);
        batches.MapGet("", ListAsync).WithName("listBatches");
        batches.MapGet("{batch:guid}", ReadAsync).WithName("readBatch");
        batches.MapGet("{batch:guid}/files", ListFilesAsync).WithName("listFilesOfBatch");
        batches.MapGet("{batch:guid}/runless", ListRunlessAsync).WithName("listRunlessFilesOfBatch");
    }

    private static async Task<Results<Ok<Page<BatchReply>>, ProblemHttpResult>> ListAsync(
        KneeLoadDbContext db, CurrentRunner runner, BatchCounting counting, Paging paging, string? after, int? limit, CancellationToken cancellationToken)
    {
        if (!Paging.Reads(after, limit, out var place, out var most))
        {
            return paging.Refusal;
        }

        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == runner.Id);
        var batches = uploads.GroupBy(upload => upload.BatchId).Select(batch => new { Id = batch.Key, Received = batch.Min(upload => upload.Received) });
        if (place is { } from)
        {
            batches = batches.Where(batch => batch.Received < from.Moment || (batch.Received == from.Moment && batch.Id.CompareTo(from.Id) < 0));
        }

        var found = await batches.OrderByDescending(batch => batch.Received).ThenByDescending(batch => batch.Id).Take(most + 1).ToListAsync(cancellationToken);
        var counts = await counting.ReadAsync([.. found.Take(most).Select(batch => batch.Id)], cancellationToken);
        return TypedResults.Ok(Page<BatchReply>.Of(
            [.. found.Take(most).Where(batch => counts.ContainsKey(batch.Id)).Select(batch => BatchReply.Of(counts[batch.Id]))],
            found.Count > most ? new Place(found[most - 1].Received, found[most - 1].Id) : null));
    }

    private static async Task<Results<Ok<BatchReply>, NotFound>> ReadAsync(Guid batch, BatchCounting counting, CancellationToken cancellationToken) =>
        (await counting.ReadAsync([batch], cancellationToken)).TryGetValue(batch, out var counts)
            ? TypedResults.Ok(BatchReply.Of(counts))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<Page<FileReply>>, NotFound, ProblemHttpResult>> ListFilesAsync(
        Guid batch,
        KneeLoadDbContext db,
        CurrentRunner runner,
        UploadStatus status,
        Paging paging,
        string? after,
        int? limit,
        CancellationToken cancellationToken)
    {
        if (!Paging.Reads(after, limit, out var place, out var most))
        {
            return paging.Refusal;
        }

        var uploads = db.Uploads.AsNoTracking().Where(upload => upload.RunnerId == runner.Id && upload.BatchId == batch);
        var rows = await (place is { } from
                ? uploads.Where(upload => upload.Received > from.Moment || (upload.Received == from.Moment && upload.Id.CompareTo(from.Id) > 0))
                : uploads)
            .OrderBy(upload => upload.Received).ThenBy(upload => upload.Id)
            .Take(most + 1)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && place is null)
        {
            return TypedResults.NotFound();
        }

        var listed = rows.Take(most).ToList();
        var lines = await status.LinesAsync(listed, cancellationToken);
        var runless = await db.CountRunlessFilesAsync(listed.ConvertAll(upload => upload.DuplicateOfId ?? upload.Id), cancellationToken);
        return TypedResults.Ok(Page<FileReply>.Of(
            lines.ConvertAll(line => FileReply.Of(line, runless.GetValueOrDefault(line.DuplicateOf ?? line.Id))),
            rows.Count > most ? new Place(rows[most - 1].Received, rows[most - 1].Id) : null));
    }

    private static async Task<Results<Ok<Page<RunlessFileReply>>, NotFound, ProblemHttpResult>> ListRunlessAsync(
        Guid batch,
        KneeLoadDbContext db,
        CurrentRunner runner,
        Language language,
        Paging paging,
        string? after,
        int? limit,
        CancellationToken cancellationToken)
    {
        if (!Paging.ReadsFiles(after, limit, out var place, out var most))
        {
            return paging.Refusal;
        }

        var uploads = db.Uploads.Where(upload => upload.RunnerId == runner.Id && upload.BatchId == batch).Select(upload => upload.Id);
        if (!await uploads.AnyAsync(cancellationToken))
        {
            return TypedResults.NotFound();
        }

        var files = db.RunlessFiles.AsNoTracking().Where(file => uploads.Contains(file.UploadId));
        var rows = await (place is { } from
                ? files.Where(file => file.UploadId.CompareTo(from.Upload) > 0 || (file.UploadId == from.Upload && file.Number > from.Number))
                : files)
            .OrderBy(file => file.UploadId).ThenBy(file => file.Number)
            .Take(most + 1)
            .ToListAsync(cancellationToken);
        var format = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language);
        return TypedResults.Ok(new Page<RunlessFileReply>(
            [.. rows.Take(most).Select(row => RunlessFileReply.Of(row, format))],
            rows.Count > most ? new FilePlace(rows[most - 1].UploadId, rows[most - 1].Number).ToString() : null));
    }
}
