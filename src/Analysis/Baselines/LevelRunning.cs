using KneeLoad.Analysis.Cadences;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Baselines;

/// <summary>
/// The level running of a window of runs, by speed and cadence. Runs enter and leave as the window moves; since the sums of cells
/// are exact, what is left is the same as if they had never been in it, in whatever order they came.
/// </summary>
internal sealed class LevelRunning
{
    private static readonly int SpeedBins = 1 + CellBins.OfSpeed(Choices.FastestRunning.Value);
    private static readonly int CadenceBins = 1 + CellBins.OfCadence(Choices.FastestCadence.Value);

    private readonly Sums[] all = new Sums[SpeedBins];
    private readonly Sums[] withCadence = new Sums[SpeedBins];
    private readonly Sums[] cells = new Sums[SpeedBins * CadenceBins];
    private readonly double[] medianCadence = new double[SpeedBins];
    private readonly bool[] medianIsKnown = new bool[SpeedBins];

    // PERF: below these a speed bin never held a cadence, and a median need not look.
    private readonly int[] lowestCadence = new int[SpeedBins];

    public LevelRunning() => Array.Fill(lowestCadence, CadenceBins);

    /// <summary>The cells of a run that baselines are made of: of a hilly run few.</summary>
    public static LoadCell[] CellsOf(CellTable run)
    {
        var ways = run.Cells.AsSpan();
        var count = 0;
        foreach (ref readonly var cell in ways)
        {
            count += cell.IsLevelRunning ? 1 : 0;
        }

        var level = new LoadCell[count];
        for (var i = ways.Length - 1; i >= 0 && count > 0; i--)
        {
            if (ways[i].IsLevelRunning)
            {
                level[--count] = ways[i];
            }
        }

        return level;
    }

    /// <summary>A run enters the window, by its <see cref="CellsOf"/>.</summary>
    public void Add(ReadOnlySpan<LoadCell> run) => Count(run, 1);

    /// <summary>A run leaves the window, by its <see cref="CellsOf"/>.</summary>
    public void Remove(ReadOnlySpan<LoadCell> run) => Count(run, -1);

    /// <summary>The usual values of the window.</summary>
    public Baseline ToBaseline() => new(UsualCadence(), MedianSpeed());

    private void Count(ReadOnlySpan<LoadCell> run, int sign)
    {
        foreach (ref readonly var cell in run)
        {
            all[cell.SpeedBin].Count(cell, sign);
            if (cell.CadenceBin is { } cadence)
            {
                withCadence[cell.SpeedBin].Count(cell, sign);
                cells[(cell.SpeedBin * CadenceBins) + cadence].Count(cell, sign);
                medianIsKnown[cell.SpeedBin] = false;
                lowestCadence[cell.SpeedBin] = Math.Min(lowestCadence[cell.SpeedBin], cadence);
            }
        }
    }

    private CadenceLine UsualCadence()
    {
        Span<double> speeds = stackalloc double[SpeedBins];
        Span<double> cadences = stackalloc double[SpeedBins];
        var points = 0;
        var seconds = 0.0;
        for (var bin = 0; bin < SpeedBins; bin++)
        {
            var sums = withCadence[bin];
            seconds += sums.Seconds;
            if (sums.Seconds >= Choices.LeastSpeedBin.Value.TotalSeconds)
            {
                (speeds[points], cadences[points]) = (sums.Metres / sums.Seconds, MedianCadence(bin));
                points++;
            }
        }

        return seconds < Choices.LeastBaseline.Value.TotalSeconds
            ? CadenceLineFit.Population
            : CadenceLineFit.Through(speeds[..points], cadences[..points]);
    }

    /// <summary>Median by time of the cadences of one speed bin. Kept until a run with that speed enters or leaves.</summary>
    private double MedianCadence(int speedBin)
    {
        if (medianIsKnown[speedBin])
        {
            return medianCadence[speedBin];
        }

        // Cadence bins rise, and the mean of a bin lies inside it: where half of the time is reached is the median.
        var half = withCadence[speedBin].Seconds / 2;
        var below = 0.0;
        var median = 0.0;
        foreach (ref readonly var cell in cells.AsSpan(speedBin * CadenceBins, CadenceBins)[lowestCadence[speedBin]..])
        {
            below += cell.Seconds;
            if (below >= half)
            {
                median = 60 * cell.Steps / cell.Seconds;
                break;
            }
        }

        (medianCadence[speedBin], medianIsKnown[speedBin]) = (median, true);
        return median;
    }

    private Speed? MedianSpeed()
    {
        var total = 0.0;
        foreach (var sums in all)
        {
            total += sums.Seconds;
        }

        var below = 0.0;
        foreach (var sums in all)
        {
            below += sums.Seconds;
            if (below > 0 && below >= total / 2)
            {
                return new Speed(sums.Metres / sums.Seconds);
            }
        }

        return null;
    }

    private struct Sums
    {
        public double Metres;
        public double Seconds;
        public double Steps;

        public void Count(in LoadCell cell, int sign)
        {
            Metres += sign * cell.Metres;
            Seconds += sign * cell.Seconds;
            Steps += sign * cell.Steps;
        }
    }
}
