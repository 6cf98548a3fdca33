using FsCheck;
using FsCheck.Fluent;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using NodaTime;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>Laws of counted distances, the ceiling and calm that hold for any history.</summary>
public sealed class HistoryLawsTests
{
    [Fact]
    public void A_counted_distance_is_at_most_what_its_bounds_allow() => Check(history =>
    {
        var judgements = Judge(history).Judgements;
        return judgements.Select((judgement, i) => (judgement, i))
            .All(one => one.judgement.Counted is not { } counted || counted <= BoundOf(judgements, one.i));
    });

    [Fact]
    public void A_run_of_at_most_the_ceiling_at_its_start_has_no_longest_run_points() => Check(history =>
    {
        var ceiling = Assess(history).Ceiling;
        if (ceiling.Limit is not { } limit)
        {
            return true;
        }

        // One millimetre below the ceiling, one minute into the next day.
        var next = Assess([.. history, Run(-1, (limit.Metres - 0.001) / 1000, hour: 1.0 / 60, key: "next")], asOf: Today.PlusDays(1));
        return next.Rows is null || Judge([.. history, Run(-1, (limit.Metres - 0.001) / 1000, hour: 1.0 / 60, key: "next")])
            .Judgements.Single(judgement => judgement.Session.RunKeys.Contains("next")) is { Points: 0 } or { Session.RunKeys.Count: > 1 };
    });

    [Fact]
    public void Nothing_is_called_calm_while_load_is_unjudged_or_carries_11_points() => Check(history => Assess(history) is var assessment
        && (assessment.SetBy is not SetBy.Nothing || assessment.Rows is { LoadIncreaseJudged: true, LoadIncrease.Points: < 11 }));

    [Fact]
    public void A_row_without_a_measurement_has_no_points_and_says_why() => Check(history => Assess(history).Factors
        .All(row => row.Measurement is not MeasurementQuality.None || row is { Points: 0, NotJudged: not null }));

    [Fact]
    public void Raising_one_session_never_lowers_its_own_points() => Check(history =>
    {
        if (history.Count == 0)
        {
            return true;
        }

        var raised = history[history.Count / 2];
        var longer = raised.With(metrics => metrics with { Distance = 1.3 * metrics.Distance, DescentOnSlopes = 1.3 * metrics.DescentOnSlopes });
        var before = JudgementOf(history, raised.Key);
        var after = JudgementOf([.. history.Select(run => run.Key == raised.Key ? longer : run)], raised.Key);
        return after.Points >= before.Points && after.CreepPoints >= before.CreepPoints && after.DescentPoints >= before.DescentPoints;
    });

    [Fact]
    public void The_ceiling_of_a_history_without_returns_rises_by_at_most_a_tenth_over_what_was_run_before_this_week() => Check(history =>
    {
        var judge = Judge(history);
        if (judge.Judgements.Count == 0 || judge.Judgements.Any(judgement => judgement.IsReturn) || Assess(history).Ceiling.Limit is not { } limit)
        {
            return true;
        }

        // The bounds of section 5: what the window held already, a tenth on what was counted a week ago, or a distance run on three days.
        return limit <= Published.SpikeFrom.Value * judge.Judgements.Where(judgement => judgement.Counted is not null)
            .Select(judgement => judgement.Counted!.Value).DefaultIfEmpty().Max();
    });

    private static Distance BoundOf(IReadOnlyList<SessionJudgement> judgements, int index)
    {
        var judgement = judgements[index];
        var start = judgement.Session.Start;
        var window = judgements.Take(index).Where(one => start - one.Session.Start <= Duration.FromDays(30)).ToList();
        var counted = window.Select(one => one.Counted).Append(judgement.HalfBeforeBreak).Max();
        if (counted is not { } usual)
        {
            return judgement.Session.Distance!.Value;
        }

        var early = Period.DaysBetween(judgements.Min(one => one.Session.Day), judgement.Session.Day) < 14;
        var often = judgements.Take(index)
            .Where(one => one.Session.Distance is not null && Period.DaysBetween(one.Session.Day, judgement.Session.Day) is >= 7 and <= 37)
            .Select(one => one.Session.Distance!.Value)
            .OrderDescending().Skip(2).FirstOrDefault();
        return new[] { (early ? 2 : 1.1) * usual, often }.Max();
    }

    private static SessionJudge Judge(IReadOnlyList<HistoryRun> history) => new(TrainingHistory.UpTo(history, LocalDate.MaxIsoValue), longestBefore: null);

    private static SessionJudgement JudgementOf(IReadOnlyList<HistoryRun> history, string key) => TrainingHistory.All(history)
        .SelectMany(stretch => new SessionJudge(stretch, null).Judgements)
        .Single(judgement => judgement.Session.RunKeys.Contains(key));

    private static void Check(Func<List<HistoryRun>, bool> law) => Prop.ForAll(Some(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Runs of a few months, some of them close together, some of unknown distance, some in the mountains, with and without breaks.
    private static Arbitrary<List<HistoryRun>> Some()
    {
        var run =
            from daysAgo in Gen.Frequency((3, Gen.Choose(0, 45)), (1, Gen.Choose(46, 150)))
            from minute in Gen.Choose(0, 1439)
            from metres in Gen.Frequency((6, Gen.Choose(300, 12_000)), (1, Gen.Choose(12_000, 45_000)), (1, Gen.Constant(-1)))
            from down in Gen.Choose(-200, 1500)
            select Run(daysAgo, metres < 0 ? null : metres / 1000.0, minute / 60.0, $"{daysAgo}/{minute}/{metres}/{down}")
                .With(metrics => metrics with { DescentOnSlopes = down < 0 ? null : new(down) });
        var histories =
            from count in Gen.Choose(0, 60)
            from runs in Gen.ListOf(run, count)
            select runs.DistinctBy(one => one.Key).ToList();
        return histories.ToArbitrary();
    }
}
