using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace KneeLoad.Web.Features.Errors;

/// <summary>What a runner sees when something is not there or went wrong: a sentence, never an inner detail.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class IndexModel : PageModel
{
    /// <summary>What happened, in a few words.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>What to do about it.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Answers any method, since it stands in for the reply that failed.</summary>
    public IActionResult OnGet(int status)
    {
        // Who types this address chooses among faults at most: another number could be a success, or no status at all.
        status = status is >= 400 and <= 599 ? status : StatusCodes.Status404NotFound;
        Response.StatusCode = status;
        (Heading, Explanation) = status switch
        {
            404 => ("There is nothing here", "The page may have moved, or it belongs to someone else."),
            400 => ("This request could not be read", "Go back, reload the page and try once more."),
            429 => ("A little too fast", "Wait a minute, then try again."),
            413 => ("Too large", "A file may have 100 MB."),
            _ when status >= 500 => ("Something went wrong on our side", "Nothing of yours is lost. Try again in a minute."),
            _ => (ReasonPhrases.GetReasonPhrase(status), "Go back and try again."),
        };
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
