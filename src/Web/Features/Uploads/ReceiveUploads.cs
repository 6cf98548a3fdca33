using KneeLoad.Web.Hosting;
using KneeLoad.Web.Receiving;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>Takes the files of a page's form in and answers: 202 for a script, the batch's page for a browser.</summary>
internal sealed class ReceiveUploads(Reception reception, Language language)
{
    /// <summary>Takes the files of one request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="named">The batch that they belong to, where several requests bring one; null for one of their own.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IResult> HandleAsync(HttpContext context, Guid? named, CancellationToken cancellationToken)
    {
        var received = await reception.TakeAsync(context, named, cancellationToken);
        var wantsPage = context.Request.WantsPage();
        return received switch
        {
            { Refusal: not null, Receipt: { } receipt } when !wantsPage => Results.Json(receipt, statusCode: received.Status),
            { Refusal: { } reason } => Results.Problem(reason, statusCode: received.Status, title: language["Uploads.Refusal.Title"]),
            { Receipt: { } receipt } when wantsPage => Results.Redirect(
                receipt.Files.Any(file => file.Id is not null) ? $"/uploads/{receipt.Batch}" : "/uploads"),
            _ => Results.Accepted($"/uploads/status?batch={received.Receipt?.Batch}", received.Receipt),
        };
    }
}
