using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard.Renewals;

/// <summary>Tells the signed-in runner what a newer version of the program read differently, until it is dismissed.</summary>
public sealed class RenewalNews(KneeLoadDbContext db, CurrentRunner current, Language language)
{
    /// <summary>So many of the runs are named, the newest first. [1]</summary>
    private const int MostNamed = 20;

    private IQueryable<RenewedRun> Own => db.RenewedRuns.Where(row => row.RunnerId == current.Id);

    /// <summary>The news to tell.</summary>
    /// <returns>Null when there is nothing.</returns>
    public async Task<RenewalLine?> ReadAsync(CancellationToken cancellationToken)
    {
        var counts = await Own.GroupBy(row => row.Change).Select(group => new { Change = group.Key, Runs = group.Count() }).ToListAsync(cancellationToken);
        if (counts.Count == 0)
        {
            return null;
        }

        var changed = Own.Select(row => row.RunId);
        var runs = await db.Runs.AsNoTracking()
            .Where(run => run.RunnerId == current.Id && changed.Contains(run.Id))
            .OrderByDescending(run => run.Start).ThenBy(run => run.Id)
            .Select(run => new RenewalLine.Run(run.Id, run.LocalDate))
            .Take(MostNamed)
            .ToListAsync(cancellationToken);
        return new(string.Join("; ", counts.OrderBy(count => count.Change).Select(count => RenewalWords.Of(count.Change, count.Runs, language))) + ".", runs);
    }

    /// <summary>Tells of it no more.</summary>
    public Task DismissAsync(CancellationToken cancellationToken) => Own.ExecuteDeleteAsync(cancellationToken);
}

/// <summary>The runs that a newer version of the program reads differently.</summary>
/// <param name="Sentence">The changes, counted: "4 runs: distance corrected."</param>
/// <param name="Runs">The newest of the changed runs.</param>
public sealed record RenewalLine(string Sentence, IReadOnlyList<RenewalLine.Run> Runs)
{
    /// <summary>A changed run.</summary>
    /// <param name="Id">Its key.</param>
    /// <param name="Day">Its local day.</param>
    public sealed record Run(Guid Id, LocalDate Day);
}

/// <summary>Says what a newer version of the program read differently.</summary>
internal static class RenewalWords
{
    /// <summary>One change with the number of its runs.</summary>
    public static string Of(RenewalChange change, int runs, Language say) => say.Count("Dashboard.Renewal." + change, runs);
}
