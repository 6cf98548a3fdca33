using System.Text.Json.Serialization;
using KneeLoad.Analysis.Runs;
using NodaTime;

namespace KneeLoad.Web.Features.Uploads;

/// <summary>A run that came of an upload, in one line.</summary>
/// <param name="Id">Its key; its page is /runs/{id}.</param>
/// <param name="Day">The calendar day of its start where the runner was.</param>
/// <param name="Kind">What it is taken for.</param>
/// <param name="Metres">Its length; null when unknown. [m]</param>
/// <param name="RepeatsAnother">True when it repeats a run that came in another file, and counts nowhere.</param>
public sealed record UploadStatusRun(Guid Id, LocalDate Day, RunKind Kind, double? Metres, bool RepeatsAnother)
{
    // Runs of an unknown day are stored as of 1970.
    private static readonly LocalDate FirstKnownDay = new(2000, 1, 1);

    /// <summary>True when nobody knows the day.</summary>
    [JsonIgnore]
    public bool DateUnknown => Day < FirstKnownDay;
}
