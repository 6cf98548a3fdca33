using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Exports;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;

namespace KneeLoad.Web.Features.Api.Documents;

/// <summary>Gives everything that is kept of a runner as one zip, the same as the page of one's own data.</summary>
internal static class ExportApi
{
    public static void MapExport(this RouteGroupBuilder api) => api.MapGet("export", ExportAsync)
        .WithName("exportAll")
        .RequireScope(TokenScopes.Export)
        .Produces(StatusCodes.Status200OK, contentType: "application/zip");

    private static async Task<IResult> ExportAsync(CurrentRunner runner, ExportWriter export, SecurityLog log, CancellationToken cancellationToken)
    {
        await log.ExportedAsync(runner.Id);
        return Results.Stream(stream => export.WriteAsync(runner.Id, stream, cancellationToken), "application/zip", "kneeload-export.zip");
    }
}
