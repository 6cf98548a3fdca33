using KneeLoad.Web.Consents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>The settings of the signed-in runner.</summary>
[WithoutHealthData]
public sealed class SettingsModel(RunnerSettings settings) : PageModel
{
    /// <summary>The days of the week, Monday first.</summary>
    public static IReadOnlyList<IsoDayOfWeek> Days { get; } = [.. Enum.GetValues<IsoDayOfWeek>().Where(day => day is not IsoDayOfWeek.None)];

    /// <summary>Zones to pick from.</summary>
    public static IReadOnlyList<string> Zones { get; } = [.. DateTimeZoneProviders.Tzdb.Ids
        .Where(id => id.Contains('/', StringComparison.Ordinal))
        .Prepend("UTC")];

    /// <summary>The form as it was typed.</summary>
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    /// <summary>The facts beside the form.</summary>
    public SettingsView View { get; private set; } = null!;

    /// <summary>True right after saving.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    /// <summary>Shows the settings.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (Input, View) = await settings.ReadAsync(cancellationToken);

    /// <summary>Saves the settings.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            (_, View) = await settings.ReadAsync(cancellationToken);
            return Page();
        }

        await settings.SaveAsync(Input, cancellationToken);
        return RedirectToPage(new { saved = true });
    }

    /// <summary>Begins or ends a pause.</summary>
    public async Task<IActionResult> OnPostPauseAsync(bool paused, CancellationToken cancellationToken)
    {
        await settings.PauseAsync(paused, cancellationToken);
        return RedirectToPage(new { saved = true });
    }

    /// <summary>Gives or withdraws consents. Given on the first screen, they lead back to where one was, or to the questions of a first visit.</summary>
    public async Task<IActionResult> OnPostConsentAsync(bool? storing, bool? scoring, bool fromToday, string? back, CancellationToken cancellationToken)
    {
        await settings.ConsentAsync(storing, scoring, cancellationToken);
        if (fromToday && back is { Length: > 1 } && Url.IsLocalUrl(back))
        {
            return LocalRedirect(back);
        }

        return fromToday ? (storing is true ? RedirectToPage("AboutYou") : LocalRedirect("/")) : RedirectToPage(new { saved = true });
    }
}
