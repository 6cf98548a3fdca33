using System.Reflection;
using KneeLoad.Analysis.Baselines;
using KneeLoad.Analysis.Runs;
using KneeLoad.Ingest;
using KneeLoad.Testing;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Runs;

/// <summary>Laws that hold for each real file, whatever watch wrote it.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_real_file_gives_plausible_numbers()
    {
        Assert.SkipWhen(Corpus.IsAbsent, Corpus.AbsentReason);
        var faults = new List<string>();
        var odd = new List<string>();
        var runs = 0;
        var count = 0;
        foreach (var file in Corpus.Files)
        {
            foreach (var activity in ActivityReader.Read(file.Read()).Activities)
            {
                if (RunAnalysis.Analyse(activity, DateTimeZone.Utc) is { } analysed)
                {
                    count++;
                    var load = RunLoads.Compute([BaselineRun.Of(analysed.Metrics, analysed.Cells, false)])[0];
                    faults.AddRange(Numbers(analysed.Metrics, "").Concat(Numbers(load, ""))
                        .Where(number => !double.IsFinite(number.Value) || number.Value < -1000)
                        .Select(number => $"{file}: {number.Name} = {number.Value}"));
                    runs += analysed.Metrics.IsRun ? 1 : 0;
                    odd.AddRange(Implausible(analysed, load).Take(1).Select(fault => $"{file}: {fault}"));
                    if (analysed.Metrics is { Moving: var moving, Timer: var timer, Elapsed: var elapsed } && (moving > timer || timer > elapsed))
                    {
                        faults.Add($"{file}: moving {moving}, timer {timer}, elapsed {elapsed}");
                    }
                }
            }
        }

        output.WriteLine($"{count} activities analysed, {runs} runs, odd: {odd.Count}");
        output.WriteLine(string.Join('\n', odd));
        Assert.Empty(faults);
        Assert.True(runs > 300 && odd.Count < 0.05 * runs, "at least 95 % of the runs are plausible in every number");
    }

    private static IEnumerable<string> Implausible(AnalysedActivity analysed, RunLoad load)
    {
        // A run may lose a tenth to jumps of its position, whose speed is not believed; it may never win.
        var m = analysed.Metrics;
        if (!m.IsRun)
        {
            yield break;
        }

        if (m.Cadence is { StepsPerMinute: < 120 or > 230 })
        {
            yield return $"cadence {m.Cadence}";
        }

        if (load.KneeKilometresPerKilometre is < 0.5 or > 1.7)
        {
            yield return $"{load.KneeKilometresPerKilometre} knee-km/km";
        }

        if (load.PeakIndex is < 0.6 or > 2)
        {
            yield return $"peak index {load.PeakIndex}";
        }

        var cells = analysed.Cells.Cells.Sum(c => c.Metres);
        if (m.Distance is { } d && (cells > d.Metres + 1 || cells < 0.9 * d.Metres))
        {
            yield return $"cells {cells:F0} of {d.Metres:F0} m, {m.Sport}";
        }

        if (m.ContactTimeMs is < 120 or > 450)
        {
            yield return $"contact {m.ContactTimeMs}";
        }

        if (m.StepLength is { Metres: < 0.4 or > 2 })
        {
            yield return $"step {m.StepLength}";
        }

        if (m.VerticalOscillationMm is < 30 or > 180)
        {
            yield return $"oscillation {m.VerticalOscillationMm}";
        }

        if (m.ContactBalancePercent is < 40 or > 60)
        {
            yield return $"balance {m.ContactBalancePercent}";
        }

        if (m.PeakVerticalForceBodyWeights is < 1.5 or > 4.5)
        {
            yield return $"force {m.PeakVerticalForceBodyWeights}";
        }

    }

    private static IEnumerable<(string Name, double Value)> Numbers(object? value, string name) => value switch
    {
        null or string or Enum or LocalDate or Instant or Duration => [],
        double number => [(name, number)],
        bool or int => [],
        System.Collections.IEnumerable => [],
        _ => value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p => Numbers(p.GetValue(value), $"{name}.{p.Name}")),
    };
}
