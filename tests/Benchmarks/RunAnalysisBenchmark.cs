using BenchmarkDotNet.Attributes;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Benchmarks;

/// <summary>
/// Analysing a made run of 4,500 records with every column, and a made history of 3,000 runs from stored rows: what a new run
/// costs, and what it costs to compute the whole history anew.
/// </summary>
[MemoryDiagnoser]
public class RunAnalysisBenchmark
{
    private const int Records = 4500;
    private const int Runs = 3000;
    private static readonly Instant Start = Instant.FromUtc(2016, 1, 1, 6, 0);

    private Activity activity = Made(seed: 1);
    private BaselineRun[] baselineRuns = [];
    private HistoryRun[] history = [];

    /// <summary>A run on most days over ten years, drawn from 20 made ones of an hour and a quarter.</summary>
    [GlobalSetup]
    public void MakeHistory()
    {
        activity = Made(seed: 1);
        var made = Enumerable.Range(0, 20).Select(seed => RunAnalysis.Analyse(Made(seed), DateTimeZone.Utc)!).ToArray();
        var stored = Enumerable.Range(0, Runs).Select(i =>
        {
            var analysed = made[i % made.Length];
            var start = Start + Duration.FromHours(29 * i);
            return analysed with { Metrics = analysed.Metrics with { Start = start, LocalDate = start.InUtc().Date } };
        }).ToArray();
        baselineRuns = [.. stored.Select(run => BaselineRun.Of(run.Metrics, run.Cells, isSetAside: false))];
        var loads = RunLoads.Compute(baselineRuns);
        history = [.. stored.Select((run, i) => new HistoryRun($"{i:D4}", run.Metrics, loads[i], Surface: null, DuplicateOf: null))];
    }

    /// <summary>One run from its columns to metrics and cells, without surface.</summary>
    [Benchmark]
    public AnalysedActivity? AnalyseRun() => RunAnalysis.Analyse(activity, DateTimeZone.Utc);

    /// <summary>A new run at the end of 3,000: its baseline and load, all weeks, today's score.</summary>
    [Benchmark]
    public RiskAssessment NewRun()
    {
        var newest = baselineRuns[^1];
        var load = RunLoads.Of(newest, Baseline.LineFor(newest.Start, baselineRuns));
        history[^1] = history[^1] with { Load = load };
        var today = history[^1].Metrics.LocalDate;
        WeeklyLoads.Compute(history, IsoDayOfWeek.Monday, today);
        return RiskModel.Assess(history, [], new RunnerProfile(), today);
    }

    /// <summary>Baselines and loads of all 3,000 runs anew, as after a change of the model.</summary>
    [Benchmark]
    public IReadOnlyList<RunLoad> AllLoads() => RunLoads.Compute(baselineRuns);

    private static Activity Made(int seed)
    {
        // A rolling course, a pace that breathes, and sensors with their usual noise; no clock, no chance: a fixed sequence.
        var noise = new Random(seed);
        double metres = 0, altitude = 100;
        var columns = Enum.GetValues<RecordField>().ToDictionary(field => field, _ => new double[Records]);
        var seconds = new double[Records];
        for (var i = 0; i < Records; i++)
        {
            var slope = 0.03 * Math.Sin((metres + (100 * seed)) / 300);
            var speed = 2.9 + (0.4 * Math.Sin(i / 200.0)) + (0.15 * (noise.NextDouble() - 0.5)) - (5 * slope);
            metres += speed;
            altitude += slope * speed;
            seconds[i] = (Start - NodaConstants.UnixEpoch).TotalSeconds + i;
            columns[RecordField.PositionLat][i] = 50 + (metres * 9e-6);
            columns[RecordField.PositionLong][i] = 8;
            columns[RecordField.Distance][i] = metres;
            columns[RecordField.EnhancedSpeed][i] = columns[RecordField.Speed][i] = speed;
            columns[RecordField.EnhancedAltitude][i] = columns[RecordField.Altitude][i] = Math.Round(5 * (altitude + noise.NextDouble())) / 5;
            columns[RecordField.Cadence][i] = Math.Round(65 + (6 * speed) + (2 * noise.NextDouble()));
            columns[RecordField.FractionalCadence][i] = i % 2 * 0.5;
            columns[RecordField.HeartRate][i] = 150;
            columns[RecordField.StanceTime][i] = 240 + (10 * noise.NextDouble());
            columns[RecordField.StanceTimeBalance][i] = 50;
            columns[RecordField.VerticalOscillation][i] = 85;
            columns[RecordField.StepLength][i] = 1050;
        }

        return new Activity
        {
            Format = ActivityFormat.Fit,
            Sport = "running",
            Start = Start,
            TotalTimer = Duration.FromSeconds(Records - 1),
            TotalElapsed = Duration.FromSeconds(Records - 1),
            TotalDistance = new Distance(metres),
            CadenceUnit = CadenceUnit.StridesPerMinute,
            AltitudeSource = AltitudeSource.Barometer,
            Records = new RecordStream(Records, Column.Of(seconds), columns.Select(c => KeyValuePair.Create(c.Key, Column.Of(c.Value)))),
        };
    }
}
