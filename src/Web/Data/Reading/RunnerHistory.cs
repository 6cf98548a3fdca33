using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Data.Reading;

/// <summary>Everything that pages, mail and API need of one runner to compute and show an assessment.</summary>
/// <param name="Runs">The stored activities with their load, oldest first, duplicates marked; the key is the run's id as text.</param>
/// <param name="Diary">The diary, oldest first.</param>
/// <param name="Profile">What the runner told.</param>
/// <param name="Weeks">The stored weeks without gaps, oldest first, up to the week of <paramref name="Today"/>.</param>
/// <param name="Today">The runner's local day.</param>
/// <param name="Waiting">Uploads that wait for their job. [1]</param>
public sealed record RunnerHistory(
    IReadOnlyList<HistoryRun> Runs,
    IReadOnlyList<DiaryEntry> Diary,
    RunnerProfile Profile,
    IReadOnlyList<WeeklyLoad> Weeks,
    LocalDate Today,
    int Waiting)
{
    /// <summary>The distance run on a day, each run once; null when nothing, or nothing of known length. [m]</summary>
    public Distance? RunOn(LocalDate day)
    {
        var known = Runs.Where(run => run.Counts && run.Metrics.LocalDate == day).Select(run => run.Metrics.Distance).OfType<Distance>().ToList();
        return known.Count > 0 ? new(known.Sum(distance => distance.Metres)) : null;
    }
}
