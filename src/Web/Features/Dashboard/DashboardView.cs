using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Dashboard.Renewals;
using KneeLoad.Web.Shared;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Everything that the first screen shows.</summary>
public sealed record DashboardView
{
    /// <summary>How this runner reads quantities.</summary>
    public required RunnerFormat Format { get; init; }

    /// <summary>The runner's local day.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The score, its rows and the ceiling.</summary>
    public required RiskAssessment Assessment { get; init; }

    /// <summary>What to do, most pressing first.</summary>
    public required IReadOnlyList<AdviceItem> Advice { get; init; }

    /// <summary>The last 7 days, the headline of load.</summary>
    public required RollingDays Rolling { get; init; }

    /// <summary>The last weeks, oldest first.</summary>
    public required WeeksChart Weeks { get; init; }

    /// <summary>All activities, newest first.</summary>
    public required IReadOnlyList<HistoryRun> Newest { get; init; }

    /// <summary>Runs that count. [1]</summary>
    public required int Runs { get; init; }

    /// <summary>Uploads that wait for their job. [1]</summary>
    public required int Waiting { get; init; }

    /// <summary>What the runner told.</summary>
    public required RunnerProfile Profile { get; init; }

    /// <summary>Runs towards the 3 that a score needs. [1]</summary>
    public required int RunsForScore { get; init; }

    /// <summary>Days of history towards the 14 that a score needs. [days]</summary>
    public required int DaysForScore { get; init; }

    /// <summary>The day that the check-in asks about: the last run's, where it lies within two days, else today.</summary>
    public LocalDate CheckInDay => LastRun is { Metrics.LocalDate: var day } && Period.DaysBetween(day, Today) is 0 or 1 ? LastRun.Metrics.LocalDate : Today;

    /// <summary>The diary.</summary>
    public required IReadOnlyList<DiaryEntry> Diary { get; init; }

    /// <summary>What the diary says last of the check-in's day; null when nothing.</summary>
    public DiaryEntry? Entered => Diary.Where(entry => entry.Day == CheckInDay).MaxBy(entry => entry.Entered);

    /// <summary>Yesterday's entry, to be asked about the morning after; null when there is nothing to ask.</summary>
    public Guid? MorningAfter { get; init; }

    /// <summary>What a new version of the model made of an earlier day; null when there is nothing to tell.</summary>
    public ModelChange? ModelChange { get; init; }

    /// <summary>What a newer version of the program read differently; null when there is nothing to tell.</summary>
    public RenewalLine? Renewal { get; init; }

    /// <summary>The newest run that counts; null before the first.</summary>
    public HistoryRun? LastRun => Newest.FirstOrDefault(run => run.Counts);

    /// <summary>What has been run on the runner's today; null when nothing, or nothing of known length. [m]</summary>
    public Distance? RunToday { get; init; }

    /// <summary>True for the invented runner of an empty first screen: nothing of it can be opened.</summary>
    public bool IsExample { get; init; }

    /// <summary>What the screen looks like with runs; null when there are some.</summary>
    public DashboardView? Example { get; init; }

    /// <summary>A distance that the runner thinks of, against the ceiling; null when none was asked about.</summary>
    public PlannedRun? Planned { get; init; }

    /// <summary>The same distance as the form shows it.</summary>
    public string? PlannedNumber => Planned is { } plan ? Math.Round(plan.Distance.Metres / Format.MetresPerUnit, 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The row with the most points; null where there is no score or no points.</summary>
    public RiskFactor? FirstReason => Assessment.Factors.Where(row => row.Points > 0).MaxBy(row => row.Points);

    /// <summary>The run that a row speaks of, as in "Sunday's run"; null when it is none.</summary>
    public string? RunName(RiskFactor factor) =>
        Newest.FirstOrDefault(run => string.Equals(run.Key, factor.RunKey, StringComparison.Ordinal)) is { } run
            ? RunWords.Whose(run.Metrics.LocalDate, Today)
            : null;
}
