using KneeLoad.Web.Data.Health;
using KneeLoad.Web.Storage;
using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KneeLoad.Web.Features.Errors;

/// <summary>The page for something that is not there or went wrong: a sentence, never an inner detail.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Language language) : PageModel
{
    /// <summary>The event, in a few words.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>The advice.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Answers any method, since it stands in for the reply that failed.</summary>
    public IActionResult OnGet(int status)
    {
        // Who types this address chooses among faults at most: another number could be a success, or no status at all.
        status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        var key = "Layout.Fault." + status switch
        {
            StatusCodes.Status404NotFound => "NotFound",
            StatusCodes.Status400BadRequest => "Unreadable",
            StatusCodes.Status429TooManyRequests => "TooFast",
            StatusCodes.Status413PayloadTooLarge => "TooLarge",
            StatusCodes.Status410Gone => "Damaged",
            StatusCodes.Status503ServiceUnavailable => "Away",
            StatusCodes.Status507InsufficientStorage => "Full",
            >= StatusCodes.Status500InternalServerError when HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } fault
                && DatabaseDamage.Is(fault) => "Destroyed",
            >= StatusCodes.Status500InternalServerError => "Ours",
            _ => "Other",
        };
        (Heading, Explanation) = (language[key], language[key + ".Text", ("size", language.Format.Bytes(OriginalStore.Limit))]);
        return WantsPage() ? Page() : Problem(Explanation, statusCode: status, title: Heading);
    }

    /// <inheritdoc cref="OnGet"/>
    public IActionResult OnPost(int status) => OnGet(status);

    private static ObjectResult Problem(string detail, int statusCode, string title) =>
        new(new ProblemDetails { Title = title, Detail = detail, Status = statusCode })
        {
            StatusCode = statusCode,
            ContentTypes = { "application/problem+json" },
        };

    private bool WantsPage() => new RequestHeaders(Request.Headers).Accept.Any(kind => kind.MediaType == "text/html");
}
