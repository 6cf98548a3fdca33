using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Diary;
using KneeLoad.Web.Data.Questions;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Dashboard.Renewals;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Features.Dashboard;

/// <summary>Everything that the first screen shows.</summary>
public sealed record DashboardView
{
    /// <summary>Days of the headline of load. [d]</summary>
    public const int DaysOfWeek = 7;

    /// <summary>The formats in which this runner reads quantities.</summary>
    public required RunnerFormat Format { get; init; }

    /// <summary>The day that is shown: the runner's local day, or an earlier one.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The day among those that can be looked back at.</summary>
    public LookBack? Look { get; init; }

    /// <summary>Whether the day that is shown is over.</summary>
    public bool IsPast => Look is { IsPast: true };

    /// <summary>The score, its rows and the ceiling.</summary>
    public required RiskAssessment Assessment { get; init; }

    /// <summary>The ceiling and its bands as a bar; null where it has no bands.</summary>
    public CeilingBar? CeilingBar { get; init; }

    /// <summary>The advice, most pressing first.</summary>
    public required IReadOnlyList<AdviceItem> Advice { get; init; }

    /// <summary>The one sentence of the day's state.</summary>
    public required Headline Headline { get; init; }

    /// <summary>The last 7 days, the headline of load.</summary>
    public required RollingDays Rolling { get; init; }

    /// <summary>The interval of their knee load; null where a run has none.</summary>
    public KneeKilometresRange? RollingRange { get; init; }

    /// <summary>The growth of the last 7 days.</summary>
    public required WeekGrowth Growth { get; init; }

    /// <summary>The surfaces of the last 28 days.</summary>
    public required GroundShares Ground { get; init; }

    /// <summary>The last weeks, oldest first.</summary>
    public required WeeksChart Weeks { get; init; }

    /// <summary>All activities, newest first.</summary>
    public required IReadOnlyList<HistoryRun> Newest { get; init; }

    /// <summary>Runs that count. [1]</summary>
    public required int Runs { get; init; }

    /// <summary>Uploads that wait for their job. [1]</summary>
    public required int Waiting { get; init; }

    /// <summary>The runner's own words.</summary>
    public required RunnerProfile Profile { get; init; }

    /// <summary>Runs towards the 3 that a score needs. [1]</summary>
    public required int RunsForScore { get; init; }

    /// <summary>Days of history towards the 14 that a score needs. [days]</summary>
    public required int DaysForScore { get; init; }

    /// <summary>The day that the check-in asks about: the last run's, where it lies within two days, else today.</summary>
    public LocalDate CheckInDay => LastRun is { Metrics.LocalDate: var day } && Period.DaysBetween(day, Today) is 0 or 1 ? LastRun.Metrics.LocalDate : Today;

    /// <summary>The diary.</summary>
    public required IReadOnlyList<DiaryEntry> Diary { get; init; }

    /// <summary>The diary's last note of the check-in's day; null when there is none.</summary>
    public DiaryEntry? Entered => Diary.Where(entry => entry.Day == CheckInDay).MaxBy(entry => entry.Entered);

    /// <summary>Whether the check-in stands open: its day holds a run, and nothing is entered for it yet.</summary>
    public bool AsksAboutRun => Entered is null && Newest.Any(run => run.Metrics.LocalDate == CheckInDay && RecordedDays.Answers(run));

    /// <summary>Yesterday's entry, to be asked about the morning after; null when there is nothing to ask.</summary>
    public Guid? MorningAfter { get; init; }

    /// <summary>An earlier day's assessment by a new version of the model; null when there is nothing to tell.</summary>
    public ModelChange? ModelChange { get; init; }

    /// <summary>Things that only the runner knows.</summary>
    public OpenQuestions Open { get; init; } = OpenQuestions.None;

    /// <summary>The runs that a newer version of the program reads differently; null when there is nothing to tell.</summary>
    public RenewalLine? Renewal { get; init; }

    /// <summary>The newest run that counts; null before the first.</summary>
    public HistoryRun? LastRun => Newest.FirstOrDefault(run => run.Counts);

    /// <summary>The distance run on the runner's today; null when nothing, or nothing of known length. [m]</summary>
    public Distance? RunToday { get; init; }

    /// <summary>True for the invented runner of an empty first screen: nothing of it can be opened.</summary>
    public bool IsExample { get; init; }

    /// <summary>A made example of the screen with runs; null when there are runs.</summary>
    public DashboardView? Example { get; init; }

    /// <summary>A distance that the runner thinks of, against the ceiling; null when none was asked about.</summary>
    public PlannedRun? Planned { get; init; }

    /// <summary>The same distance as the form shows it.</summary>
    public string? PlannedNumber =>
        Planned is { } plan ? Math.Round(plan.Distance.Metres / Format.MetresPerUnit, 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>The way to a score so far: 2 of 3 runs, 5 of 14 days.</summary>
    public string Progress => Format.Say[
        "Dashboard.Score.Progress",
        ("runs", Format.Number(RunsForScore, 0)),
        ("leastRuns", Format.Number(Choices.LeastRuns.Value, 0)),
        ("days", Format.Number(DaysForScore, 0)),
        ("leastDays", Format.Number(Choices.LeastDays.Value, 0))];

    /// <summary>Cadence at own pace of the 28 days before the last 28; null when not measured.</summary>
    public Cadence? UsualCadence =>
        Assessment.Information.FirstOrDefault(row => row.Id is InformationId.Cadence) is { Usual: { } usual } ? new(usual) : null;

    /// <summary>The newest foot strike of the last 28 days of which anything is known; null when there is none.</summary>
    public FootStrike? RecentFootStrike => Newest
        .Where(run => run.Counts && DayWindow.EndingOn(Today, Choices.HabitDays.Value).Contains(run.Metrics.LocalDate))
        .Select(run => run.Metrics.FootStrike)
        .FirstOrDefault(strike => strike.Source is not FootStrikeSource.None);

    /// <summary>Key of the run that a row speaks of; null when it speaks of none.</summary>
    public string? RunKeyOf(RiskFactor row) => row switch
    {
        LongestRun run => run.Session?.RunKey,
        Creep creep => creep.Session?.RunKey,
        Descent descent => descent.Session?.RunKey,
        _ => null,
    };
}
