using KneeLoad.Web.Contracts;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace KneeLoad.Web.Features.Api.Weeks;

/// <summary>Lists weeks, the latest first.</summary>
internal static class WeeksApi
{
    public static void MapWeeks(this RouteGroupBuilder api) => api.MapGet("weeks", ListAsync).WithName("listWeeks").RequireScope(TokenScopes.Read);

    private static async Task<Results<Ok<Page<WeekContract>>, ProblemHttpResult>> ListAsync(
        KneeLoadDbContext db,
        CurrentRunner runner,
        IRunnerHistoryReader histories,
        Paging paging,
        string? after,
        int? limit,
        CancellationToken cancellationToken)
    {
        var (before, most) = (ApiWords.Day(after), limit ?? Paging.Usual);
        if ((after is null) != (before is null) || most is < 1 or > Paging.Most)
        {
            return paging.Refusal;
        }

        // Weeks are stored up to the last upload or run; those since, and the present one, the history adds.
        var recent = before is null ? (await histories.ReadAsync(runner.Id, cancellationToken)).Weeks.Reverse().Take(most + 1).ToList() : [];
        var from = before ?? (recent.Count > 0 ? recent[^1].Week.FirstDay : NodaTime.LocalDate.MaxIsoValue);
        var stored = await db.Weeks.AsNoTracking()
            .Where(week => week.RunnerId == runner.Id && week.FirstDay < from)
            .OrderByDescending(week => week.FirstDay)
            .Take(most + 1 - recent.Count)
            .Select(week => week.Load)
            .ToListAsync(cancellationToken);
        List<WeekContract> weeks = [.. recent.Concat(stored.Select(StoredJson.ReadWeek)).Select(WeekContract.Of)];
        return TypedResults.Ok(new Page<WeekContract>([.. weeks.Take(most)], weeks.Count > most ? weeks[most - 1].Start : null));
    }
}
