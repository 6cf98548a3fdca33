using KneeLoad.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Method;

/// <summary>The page that explains the score to everyone, one chapter at a time.</summary>
[AllowAnonymous]
public sealed class IndexModel(Language language) : PageModel
{
    /// <summary>The chapter that is shown.</summary>
    internal MethodChapter Chapter { get; private set; } = MethodChapter.All[0];

    /// <summary>The chapter before it; null at the first.</summary>
    internal MethodChapter? Previous => At(Place - 1);

    /// <summary>The chapter after it; null at the last.</summary>
    internal MethodChapter? Next => At(Place + 1);

    /// <summary>Formulas are in metres and kilometres for every reader.</summary>
    internal RunnerFormat Format => new(language, UnitSystem.Metric, DateTimeZone.Utc);

    private int Place => MethodChapter.All.ToList().IndexOf(Chapter);

    /// <summary>Shows a chapter; the contents and the first where none is named.</summary>
    public IActionResult OnGet(string? chapter)
    {
        if (chapter is null)
        {
            return Page();
        }

        if (MethodChapter.All.FirstOrDefault(one => one.Id == chapter) is not { } found)
        {
            return NotFound();
        }

        Chapter = found;
        return Page();
    }

    private static MethodChapter? At(int place) => MethodChapter.All.ElementAtOrDefault(place);
}
