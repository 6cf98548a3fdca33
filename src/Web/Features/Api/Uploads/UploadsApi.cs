using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Features.Api.Batches;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Limits;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace KneeLoad.Web.Features.Api.Uploads;

/// <summary>Takes files in.</summary>
internal static class UploadsApi
{
    public static void MapUploads(this RouteGroupBuilder api) => api.MapPost("uploads", ReceiveAsync)
        .WithName("uploadFiles")
        .RequireScope(TokenScopes.Upload)
        .WithMetadata(new TakesFilesAttribute(), new TakesKeyAttribute())
        .WithMetadata(new RequestSizeLimitAttribute(Reception.RequestLimit))
        .WithMetadata(RequestLimitAttribute.ApiUploads)
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static async Task<Results<Accepted<UploadReply>, ProblemHttpResult>> ReceiveAsync(
        HttpContext context, Reception reception, CurrentRunner runner, Language language, Guid? batch, CancellationToken cancellationToken)
    {
        if (!IdempotencyKey.TryRead(context.Request, runner.Id, "batch", out var key))
        {
            return TypedResults.Problem(
                language["Api.Refusal.Key", ("most", language.Format.Number(IdempotencyKey.Longest, 0))], statusCode: StatusCodes.Status400BadRequest);
        }

        var received = await reception.TakeAsync(context, batch ?? key, cancellationToken);
        var reply = received.Receipt is { } receipt ? UploadReply.Of(receipt) : null;
        return received.Refusal is { } reason
            ? TypedResults.Problem(
                reason,
                statusCode: received.Status,
                extensions: reply is null ? null : [new("files", reply.Files)])
            : TypedResults.Accepted(BatchesApi.AddressOf(received.Receipt!.Batch), reply);
    }
}
