using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using NodaTime.Text;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Gives what was shown of a day: inputs and outcome, from which the outcome can be computed again.</summary>
internal static class DownloadAssessment
{
    public static async Task<IResult> HandleAsync(string day, CurrentRunner runner, ShownAssessments shown, CancellationToken cancellationToken)
    {
        if (LocalDatePattern.Iso.Parse(day) is not { Success: true } parsed
            || await shown.ReadAsync(runner.Id, parsed.Value, cancellationToken) is not { } content)
        {
            return Results.NotFound();
        }

        return Results.Bytes(content, "application/json", $"score-{day}.json");
    }
}
