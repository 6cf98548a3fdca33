using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Storage;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Deletes an extract; the map is then built of the others, or gone.</summary>
internal sealed class RemoveExtract(CurrentRunner runner, ExtractStore store)
{
    public IResult Handle(string name, HttpRequest request)
    {
        if (!runner.IsOwner || !store.Remove(name))
        {
            return Results.NotFound();
        }

        return request.WantsPage() ? Results.Redirect("/admin/maps") : Results.NoContent();
    }
}
