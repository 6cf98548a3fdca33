using KneeLoad.Web.Data;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Pipeline.Upkeep;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Has work tried again that was given up.</summary>
internal sealed class RetryWork(CurrentRunner runner, RowsInSight rows, FailedWork work, SecurityLog log)
{
    public async Task<IResult> HandleAsync(string kind, Guid key, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!runner.IsOwner)
        {
            return Results.NotFound();
        }

        rows.SeeAll();
        if (!await work.TryAgainAsync(kind, key, cancellationToken))
        {
            return Results.NotFound();
        }

        await log.WorkRetriedAsync();
        return request.WantsPage() ? Results.Redirect("/admin") : Results.NoContent();
    }
}
