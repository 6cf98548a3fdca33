using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Gives what was shown of a day: inputs and outcome, from which the outcome can be computed again. Very many inputs come in parts.</summary>
internal static class DownloadAssessment
{
    public static async Task<IResult> HandleAsync(
        string day, [FromQuery(Name = "row")] int? from, CurrentRunner runner, ShownAssessments shown, CancellationToken cancellationToken)
    {
        if (LocalDatePattern.Iso.Parse(day) is not { Success: true } parsed
            || await shown.ReadAsync(runner.Id, parsed.Value, cancellationToken) is not { } content
            || AssessmentPart.Of(content, day, from ?? 0) is not { } part)
        {
            return Results.NotFound();
        }

        return Results.Bytes(part, "application/json", $"score-{day}.json");
    }
}
