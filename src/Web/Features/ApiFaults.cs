using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Diagnostics;

namespace KneeLoad.Web.Features;

/// <summary>The words of a fault at an address of the API, as problem+json, where whoever refused had none of its own.</summary>
internal static class ApiFaults
{
    public static Task SayAsync(StatusCodeContext fault)
    {
        var context = fault.HttpContext;
        var status = context.Response.StatusCode;
        var language = context.RequestServices.GetRequiredService<Language>();
        return Results.Problem(language["Api.Fault." + NameOf(status)], statusCode: status).ExecuteAsync(context);
    }

    private static string NameOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Unreadable",
        StatusCodes.Status404NotFound => "NotFound",
        StatusCodes.Status405MethodNotAllowed => "Method",
        StatusCodes.Status410Gone => "Damaged",
        StatusCodes.Status413PayloadTooLarge => "TooLarge",
        StatusCodes.Status415UnsupportedMediaType => "MediaType",
        StatusCodes.Status429TooManyRequests => "TooFast",
        StatusCodes.Status503ServiceUnavailable => "Away",
        StatusCodes.Status507InsufficientStorage => "Full",
        >= StatusCodes.Status500InternalServerError => "Ours",
        _ => "Other",
    };
}
