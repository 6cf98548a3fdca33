using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Past;
using KneeLoad.Web.Data.Reading;
using NodaTime;

namespace KneeLoad.Web.Tests.Data.Past;

/// <summary>The runs that a week keeps assess a day as the stored runs themselves do.</summary>
public sealed class PastRunTests
{
    private static readonly LocalDate Today = new(2026, 6, 28);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_day_is_assessed_by_the_weeks_of_long_ago_as_by_their_runs(int seed)
    {
        var random = new Random(seed);
        var history = new List<HistoryRun>();
        var most = random.Next(2, 12);
        for (var ago = random.Next(200, 400); ago >= 0; ago -= random.Next(1, most))
        {
            // Mostly the usual, now and then a jump, a walk, an unknown distance or a long break.
            var kilometres = random.Next(10) switch { 0 => random.Next(15, 45), 1 => random.Next(1, 4), _ => 6 + (5 * random.NextDouble()) };
            history.Add(Run(ago, random.Next(5, 12), random.Next(30) == 0 ? null : kilometres, random.Next(12) == 0 ? RunKind.Walk : RunKind.Run));
            ago -= random.Next(25) == 0 ? random.Next(20, 160) : 0;
        }

        for (var back = 0; back < 30; back += 3)
        {
            var day = Today.PlusDays(-back);
            var whole = day.PlusDays(-RunnerHistoryReader.DaysOfRuns);
            List<HistoryRun> bounded = [
                .. StoredJson.ReadPastRuns(StoredJson.Write([.. PastRun.Of(history.Where(run => run.Metrics.LocalDate < whole))]))
                    .Select(run => run.ToHistoryRun()),
                .. history.Where(run => run.Metrics.LocalDate >= whole)];
            DiaryEntry[] diary = seed % 3 == 0 ? [Entry(day, 330, 7), Entry(day, 300, 1), Entry(day, 20, 7), Entry(day, 12, 1), Entry(day, 3, 0)] : [];
            var profile = new RunnerProfile { LongestBefore = new Distance(30_000), KneeInjury = seed % 2 == 0 ? day.PlusDays(-300) : null };
            Assert.Equal(StoredJson.Write(RiskModel.Assess(history, diary, profile, day)), StoredJson.Write(RiskModel.Assess(bounded, diary, profile, day)));
        }
    }

    private static HistoryRun Run(int daysAgo, int hour, double? kilometres, RunKind kind)
    {
        var day = Today.PlusDays(-daysAgo);
        var time = Duration.FromMinutes(6 * (kilometres ?? 5));
        return new(
            $"{daysAgo}-{hour}",
            new()
            {
                Kind = kind,
                Start = day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(hour),
                LocalDate = day,
                Elapsed = time,
                Recorded = time,
                Timer = time,
                Moving = time,
                Distance = kilometres is { } length ? new(1000 * length) : null,
                DescentOnSlopes = kilometres is { } down ? new(20 * down) : null,
                Steps = 900,
                Extrapolated = Duration.Zero,
                FootStrike = FootStrike.Unknown,
                GradientMeasured = true,
            },
            new() { UsualCadence = default, KneeKilometres = kilometres is { } load ? new KneeKilometres(load) : null },
            Surface: null,
            DuplicateOf: null);
    }

    private static DiaryEntry Entry(LocalDate day, int daysAgo, int pain) => new()
    {
        Day = day.PlusDays(-daysAgo),
        Entered = day.PlusDays(-daysAgo).AtMidnight().InUtc().ToInstant(),
        WorstPain = pain,
        SettledWithinHour = pain < 3,
    };
}
