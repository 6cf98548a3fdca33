using System.Text.Json;
using System.Text.Json.Serialization;
using KneeLoad.Web.Features.Api.Batches;
using KneeLoad.Web.Features.Api.Corrections;
using KneeLoad.Web.Features.Api.Diary;
using KneeLoad.Web.Features.Api.Documents;
using KneeLoad.Web.Features.Api.Requests;
using KneeLoad.Web.Features.Api.Runs;
using KneeLoad.Web.Features.Api.Scores;
using KneeLoad.Web.Features.Api.Uploads;
using KneeLoad.Web.Features.Api.Weeks;
using KneeLoad.Web.Hosting;
using KneeLoad.Web.Identity.Limits;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace KneeLoad.Web.Features.Api;

/// <summary>The API, version 1: what the pages offer, for programs.</summary>
public static class ApiSetup
{
    private const string Version1 = RequestKind.Api + "/v1";

    /// <summary>Adds the handlers, and how values are written: days and moments after ISO 8601, words for enumerations.</summary>
    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        });
        builder.Services.AddScoped<Paging>();
        builder.Services.AddScoped<Assessing>();
        builder.Services.AddScoped<DiaryApiWords>();
        ApiDocument.Add(builder.Services);
        return builder;
    }

    /// <summary>Maps the addresses. Each needs a personal token that may do what it does, and speaks of the token's runner only.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Version1)
            .DisableAntiforgery()
            .WithMetadata(RequestLimitAttribute.Api)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        api.AddEndpointFilter<RouteGroupBuilder, Unchanged>();
        Under("uploads").MapUploads();
        Under("batches").MapBatches();
        Under("runs").MapRuns();
        Under("weeks").MapWeeks();
        Under("scores").MapScores();
        Under("diary").MapDiary();
        Under("corrections").MapCorrections();
        Under("export").MapExport();
        ApiDocument.Map(routes);
        ApiPage.Map(routes);

        RouteGroupBuilder Under(string heading) => api.MapGroup("").WithTags(heading);
    }
}
