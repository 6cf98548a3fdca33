using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Admin;

/// <summary>Has a map that was refused built once more, as after room was made on the disk.</summary>
internal sealed class RetryMap(CurrentRunner runner, KneeLoadDbContext db, RowsInSight rows, WorkList list, WorkBell bell)
{
    public async Task<IResult> HandleAsync(Guid mapId, HttpRequest request, CancellationToken cancellationToken)
    {
        var again = !runner.IsOwner
            ? 0
            : await db.Maps.Where(map => map.Id == mapId && map.State == MapState.Refused).ExecuteUpdateAsync(
                set => set.SetProperty(map => map.State, MapState.Waiting).SetProperty(map => map.Reason, (string?)null),
                cancellationToken);
        if (again == 0)
        {
            return Results.NotFound();
        }

        rows.SeeAll();
        await list.AddAsync(WorkKind.Map, mapId, runnerId: null, WorkRank.Machines, cancellationToken);
        bell.Ring(null);
        return request.WantsPage() ? Results.Redirect("/admin/maps") : Results.NoContent();
    }
}
