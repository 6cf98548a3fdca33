using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Admin.People;

/// <summary>Reads the trail of the accounts, a page at a time.</summary>
public sealed class ShowTrail(KneeLoadDbContext db, RowsInSight rows, CurrentRunner current, SecurityLog log, Language language)
{
    private const int OnPage = 100;

    /// <summary>One page, the latest act first.</summary>
    /// <param name="page">From 1; a number beyond either end is the page at that end.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null for anybody but the owner.</returns>
    public async Task<TrailView?> HandleAsync(int page, CancellationToken cancellationToken)
    {
        if (!current.IsOwner)
        {
            return null;
        }

        await log.ReadAsync(current.Id);
        rows.SeeAll();
        var pages = Math.Max(1, (await db.Trail.CountAsync(cancellationToken) + OnPage - 1) / OnPage);
        var shown = Math.Clamp(page, 1, pages);
        var acts = await db.Trail.AsNoTracking().OrderByDescending(row => row.Moment).ThenByDescending(row => row.Id).Skip((shown - 1) * OnPage).Take(OnPage)
            .Select(row => new TrailView.Line(
                row.Moment, row.Act, row.By, db.Users.Where(runner => runner.Id == row.RunnerId).Select(runner => runner.Email).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return new((await db.ReadRunnerAsync(current.Id, cancellationToken)).Format(language), acts, shown, pages);
    }
}

/// <summary>A page of the trail.</summary>
/// <param name="Format">Moments as the owner reads them.</param>
/// <param name="Acts">The acts, the latest first.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Pages">How many there are. [1]</param>
public sealed record TrailView(RunnerFormat Format, IReadOnlyList<TrailView.Line> Acts, int Page, int Pages)
{
    /// <summary>One act.</summary>
    /// <param name="Moment">When it was done.</param>
    /// <param name="Act">The act.</param>
    /// <param name="By">The one who did it.</param>
    /// <param name="Address">The present address of the account that it was done to; null for none.</param>
    public sealed record Line(Instant Moment, TrailAct Act, TrailActor By, string? Address);
}
