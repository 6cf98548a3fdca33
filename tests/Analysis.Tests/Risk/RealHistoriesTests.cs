using System.Collections.Immutable;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Runs.Repeats;
using KneeLoad.Analysis.Surfaces;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>A warning must stay rare enough to be heeded: a score a day over the whole histories of four real runners.</summary>
public sealed class RealHistoriesTests(ITestOutputHelper output)
{
    /// <summary>Gaps above it end a stretch. [d]</summary>
    private const int LongestGap = 30;

    /// <summary>Days of a stretch that only fill the first window. [d]</summary>
    private const int FirstWindow = 30;

    [Fact]
    public void Low_is_the_usual_level_and_high_is_rare()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var histories = "ABCD".Select(letter => OnAsphalt(Read(letter.ToString()))).ToList();

        var uninjured = Pool(histories, _ => RunnerProfile.Unknown);
        var injured = Pool(histories, day => new RunnerProfile { KneeInjury = day });

        output.WriteLine($"days: {uninjured.Days}, alarms: {uninjured.Alarms}");
        output.WriteLine($"uninjured: low {uninjured.Low:P1}, elevated {uninjured.Elevated:P1}, high {uninjured.High:P1}");
        output.WriteLine($"after an injury: alarms {injured.Alarms}, low {injured.Low:P1}, elevated {injured.Elevated:P1}, high {injured.High:P1}");
        Assert.True(uninjured.Low > 0.72);
        Assert.True(uninjured.High < 0.05);
        Assert.True(25 * uninjured.Alarms <= uninjured.Days);
        Assert.True(injured.Low > 0.65);
        // The method page prints these.
        Assert.Equal(
            (MeasuredHistories.Histories, MeasuredHistories.Days, MeasuredHistories.Alarms),
            (histories.Count, uninjured.Days, (uninjured.Alarms, injured.Alarms)));
        Assert.Equal(MeasuredHistories.Uninjured, Shares(uninjured));
        Assert.Equal(MeasuredHistories.Injured, Shares(injured));
    }

    private static (Fraction Low, Fraction Elevated, Fraction High) Shares((int Days, int Alarms, double Low, double Elevated, double High) pool) =>
        (new(Math.Round(pool.Low, 3)), new(Math.Round(pool.Elevated, 3)), new(Math.Round(pool.High, 3)));

    private static List<HistoryRun> Read(string letter)
    {
        var analysed = Corpus.History(letter)
            .SelectMany(file => ActivityReader.Read(file.Read()).Activities
                .Select((activity, i) => (Key: $"{file.Hash}/{i}", Activity: RunAnalysis.Analyse(activity, DateTimeZone.Utc))))
            .Where(one => one.Activity is not null)
            .Select(one => (one.Key, one.Activity!.Metrics, one.Activity.Cells))
            .ToList();
        var repeats = Duplicates.Find([.. analysed.Select(one => DuplicateCandidate.Of(one.Key, one.Metrics))]);
        var loads = RunLoads.Compute([.. analysed.Select(one => BaselineRun.Of(one.Metrics, one.Cells, repeats.ContainsKey(one.Key)))]);
        return [.. analysed.Select((one, i) => new HistoryRun(one.Key, one.Metrics, loads[i], null, repeats.GetValueOrDefault(one.Key)))];
    }

    private static List<HistoryRun> OnAsphalt(List<HistoryRun> history) =>
        history.ConvertAll(run => run.Metrics.Distance is { } distance
            ? run with
            {
                Surface = new SurfaceMix(distance, default, default, distance, ImmutableSortedDictionary<string, double>.Empty.Add("asphalt", distance.Metres)),
            }
            : run);

    private static (int Days, int Alarms, double Low, double Elevated, double High) Pool(
        List<List<HistoryRun>> histories, Func<LocalDate, RunnerProfile> profileOn)
    {
        var paths = histories.ConvertAll(history => ScoredDays(history)
            .Select(day => RiskModel.Assess(history, [], profileOn(day), day))
            .Where(assessment => assessment.Score is not null)
            .Select(assessment => assessment.Level)
            .ToList());
        var alarms = paths.Sum(path => path.Zip(path.Skip(1)).Count(pair => pair is (RiskLevel.Low, not RiskLevel.Low)));
        var levels = paths.SelectMany(path => path).CountBy(level => level).ToDictionary();
        double all = levels.Values.Sum();
        return ((int)all, alarms, Share(RiskLevel.Low), Share(RiskLevel.Elevated), Share(RiskLevel.High));

        double Share(RiskLevel level) => levels.GetValueOrDefault(level) / all;
    }

    private static IEnumerable<LocalDate> ScoredDays(List<HistoryRun> history)
    {
        var days = history.Where(run => run.Counts).Select(run => run.Metrics.LocalDate).Distinct().Order().ToList();
        for (var first = 0; first < days.Count;)
        {
            var last = first;
            while (last + 1 < days.Count && Period.DaysBetween(days[last], days[last + 1]) <= LongestGap)
            {
                last++;
            }

            for (var day = days[first].PlusDays(FirstWindow); day <= days[last]; day = day.PlusDays(1))
            {
                yield return day;
            }

            first = last + 1;
        }
    }
}
