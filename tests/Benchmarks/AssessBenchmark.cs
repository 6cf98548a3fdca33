using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Runs;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Benchmarks;

/// <summary>The work of a page on a long history: 3,000 stored runs of eight years, 200 cells each.</summary>
[MemoryDiagnoser]
public class AssessBenchmark
{
    private const int Count = 3000;
    private const int CellsInRun = 200;
    private static readonly LocalDate Today = new(2026, 6, 28);

    private BaselineRun[] stored = [];
    private byte[][] rows = [];
    private HistoryRun[] history = [];

    /// <summary>Makes the rows: a run of 4 to 16 km almost every day.</summary>
    [GlobalSetup]
    public void MakeRows()
    {
        stored = new BaselineRun[Count];
        history = new HistoryRun[Count];
        rows = new byte[Count][];
        for (var i = 0; i < Count; i++)
        {
            var day = Today.PlusDays(i - Count + 1);
            var start = day.At(new LocalTime(7, i % 60)).InUtc().ToInstant();
            var metres = 4000.0 + (i * 7919 % 12_000);
            var time = Duration.FromSeconds(metres / 2.8);
            var metrics = new RunMetrics
            {
                Kind = RunKind.Run,
                Start = start,
                LocalDate = day,
                Elapsed = time,
                Timer = time,
                Moving = time,
                Distance = new(metres),
                Extrapolated = Duration.Zero,
                FootStrike = FootStrike.Unknown,
                GradientMeasured = true,
            };
            stored[i] = BaselineRun.Of(metrics, MakeCells(i, metres), isSetAside: false);
            rows[i] = CellTableCodec.Encode(stored[i].Cells);
            history[i] = new HistoryRun($"{i}", metrics, RunLoads.Of(stored[i], Baseline.Population), Surface: null, DuplicateOf: null);
        }
    }

    /// <summary>The runner's baseline of today.</summary>
    [Benchmark]
    public Baseline UsualToday() => Baseline.LineFor(history[^1].Metrics.Start, stored);

    /// <summary>All weeks.</summary>
    [Benchmark]
    public IReadOnlyList<WeeklyLoad> Weeks() => WeeklyLoads.Compute(history, IsoDayOfWeek.Monday, Today);

    /// <summary>The score of one day.</summary>
    [Benchmark]
    public RiskAssessment Assess() => RiskModel.Assess(history, [], RunnerProfile.Unknown, Today);

    /// <summary>The load of every run anew, each against its own baseline.</summary>
    [Benchmark]
    public IReadOnlyList<RunLoad> AllLoads() => RunLoads.Compute(stored);

    /// <summary>The cells of every run, from a row's bytes.</summary>
    [Benchmark]
    public int Decode() => rows.Sum(row => CellTableCodec.Decode(row)!.Cells.Length);

    /// <summary>The load of every run, all weeks and the score: everything that follows from 3,000 runs, computed from scratch.</summary>
    [Benchmark(Baseline = true)]
    public RiskAssessment Everything()
    {
        AllLoads();
        Weeks();
        return Assess();
    }

    /// <summary>The work after one more run: cells of the 180 days around it decoded, their loads, all weeks and the score.</summary>
    [Benchmark]
    public RiskAssessment AfterUpload()
    {
        const int Touched = 180;
        RunLoads.Compute([.. Enumerable.Range(Count - Touched, Touched).Select(i => stored[i] with { Cells = CellTableCodec.Decode(rows[i])! })]);
        Weeks();
        return Assess();
    }

    private static CellTable MakeCells(int seed, double metres)
    {
        var cells = ImmutableArray.CreateBuilder<LoadCell>(CellsInRun);
        for (var i = 0; i < CellsInRun; i++)
        {
            var share = metres / CellsInRun;
            var speedBin = 24 + (i / 25) + (seed % 2);
            cells.Add(new(Gait.Run, false, speedBin, 78 + (i / 5 % 5), (i % 5) - 2, share, share / (0.1 * speedBin), share));
        }

        return new(cells.MoveToImmutable());
    }
}
