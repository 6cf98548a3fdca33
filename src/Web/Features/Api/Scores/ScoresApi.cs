using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Consents;
using KneeLoad.Web.Contracts;
using KneeLoad.Web.Data;
using KneeLoad.Web.Data.Entities.Access;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Identity;
using KneeLoad.Web.Identity.Tokens;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;

namespace KneeLoad.Web.Features.Api.Scores;

/// <summary>Assesses any day, and judges a planned distance against the ceiling of a day.</summary>
internal static class ScoresApi
{
    private const double MostMetres = 1_000_000;

    public static void MapScores(this RouteGroupBuilder api)
    {
        var scores = api.MapGroup("").RequireScope(TokenScopes.Read).WithMetadata(new NeedsScoringAttribute());
        scores.MapGet("assessment", AssessAsync).WithName("readAssessment");
        scores.MapGet("ceiling", CeilingAsync).WithName("readCeiling");
    }

    private static async Task<Results<Ok<AssessmentContract>, ProblemHttpResult>> AssessAsync(
        Assessing assessing, KneeLoadDbContext db, CurrentRunner runner, Language language, string? on, CancellationToken cancellationToken)
    {
        if (await assessing.OfAsync(on, cancellationToken) is not { } day)
        {
            return assessing.Refusal;
        }

        var format = (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language);
        var advice = AdviceList.For(day.Assessment, day.History.Runs, day.History.Diary, day.History.Profile);
        return TypedResults.Ok(AssessmentContract.Of(day.Assessment, advice, KeyOf, format));
    }

    private static async Task<Results<Ok<CeilingReply>, ProblemHttpResult>> CeilingAsync(
        Assessing assessing,
        KneeLoadDbContext db,
        CurrentRunner runner,
        Language language,
        string? on,
        double? plannedMetres,
        CancellationToken cancellationToken)
    {
        if (plannedMetres is not (null or (> 0 and <= MostMetres)))
        {
            return TypedResults.Problem(language["Api.Refusal.Planned"], statusCode: StatusCodes.Status400BadRequest);
        }

        if (await assessing.OfAsync(on, cancellationToken) is not { } day)
        {
            return assessing.Refusal;
        }

        var (ceiling, format) = (day.Assessment.Ceiling, (await db.ReadRunnerAsync(runner.Id, cancellationToken)).Format(language));
        return TypedResults.Ok(new CeilingReply(
            ContractNames.Of(day.Assessment.AsOf),
            AssessmentContract.CeilingContract.Of(ceiling, KeyOf),
            plannedMetres is { } metres ? PlanContract.Of(PlannedRun.Judge(new(metres), ceiling), ceiling, format) : null));
    }

    private static string KeyOf(string key) => Guid.Parse(key).ToString();
}

/// <summary>The ceiling of a day, and a planned distance against it.</summary>
/// <param name="AsOf">The day.</param>
/// <param name="Ceiling">The ceiling.</param>
/// <param name="Planned">The planned distance; null where none was asked about.</param>
internal sealed record CeilingReply(string AsOf, AssessmentContract.CeilingContract Ceiling, PlanContract? Planned);

/// <summary>Assesses a day with what was known of it: runs and diary up to it, and the facts that the runner has told by now.</summary>
internal sealed class Assessing(IRunnerHistoryReader histories, CurrentRunner runner, Language language)
{
    /// <summary>The answer to what is no day, or lies ahead.</summary>
    public ProblemHttpResult Refusal => TypedResults.Problem(language["Api.Refusal.Day"], statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Assesses a day.</summary>
    /// <param name="on">The day; null for the runner's today.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where it is no day, or lies ahead.</returns>
    public async Task<(RunnerHistory History, RiskAssessment Assessment)?> OfAsync(string? on, CancellationToken cancellationToken)
    {
        var day = ApiWords.Day(on);
        if ((on is null) != (day is null) || await histories.ReadAsync(runner.Id, day, cancellationToken) is not { } history)
        {
            return null;
        }

        return (history, RiskModel.Assess(history.Runs, history.Diary, history.Profile, history.Today));
    }
}
