using System.Collections.Immutable;
using System.Runtime.InteropServices;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>Gathers the records of a run into cells.</summary>
internal sealed class CellTableBuilder
{
    // One whole number a cell, its parts in the table's order: gait, forefoot, speed, cadence, gradient; "not measured" sorts first.
    private const int GradientSpan = 128;
    private const int CadenceSpan = 256;
    private const int SpeedSpan = 256;

    private readonly Dictionary<int, Sums> cells = [];
    private double metres;
    private double metresNotRecorded;

    /// <summary>True while nothing was taken in.</summary>
    public bool IsEmpty => cells.Count == 0;

    /// <summary>Takes a record in.</summary>
    /// <param name="gait">Running or walking.</param>
    /// <param name="forefoot">True where a sensor recorded a forefoot landing.</param>
    /// <param name="speed">Speed at the record. [m/s]</param>
    /// <param name="cadence">NaN where not measured. [steps/min]</param>
    /// <param name="gradient">NaN where not measured. [degrees]</param>
    /// <param name="covered">Metres to the next record. [m]</param>
    /// <param name="seconds">Time that the record stands for. [s]</param>
    /// <param name="gap">Time to the next record; where it is longer, the metres beyond were not recorded. [s]</param>
    public void Add(Gait gait, bool forefoot, double speed, double cadence, double gradient, double covered, double seconds, double gap)
    {
        var recorded = gap > seconds ? covered * seconds / gap : covered;
        metres += recorded;
        metresNotRecorded += covered - recorded;
        ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, Key(gait, forefoot, speed, cadence, gradient), out _);
        cell.Metres += recorded;
        cell.Seconds += seconds;
        cell.Steps += double.IsNaN(cadence) ? 0 : cadence / 60 * seconds;
    }

    /// <summary>
    /// The table. What lies between records too far apart is taken to be like the rest of the run, so that the cells hold all of its metres.
    /// </summary>
    public CellTable Build()
    {
        var keys = cells.Keys.ToArray();
        Array.Sort(keys);
        var scale = metres > 0 ? (metres + metresNotRecorded) / metres : 1;
        var table = ImmutableArray.CreateBuilder<LoadCell>(keys.Length);
        double metresLeft = 0, secondsLeft = 0, stepsLeft = 0;
        foreach (var key in keys)
        {
            var sums = cells[key];
            var cell = CellOf(key) with
            {
                Metres = Rounded(scale * sums.Metres, ref metresLeft),
                Seconds = Rounded(scale * sums.Seconds, ref secondsLeft),
                Steps = Rounded(scale * sums.Steps, ref stepsLeft),
            };
            if (cell.Seconds > 0)
            {
                table.Add(cell);
            }
            else
            {
                metresLeft += cell.Metres;
                stepsLeft += cell.Steps;
            }
        }

        return new CellTable(table.DrainToImmutable());
    }

    /// <summary>Rounds to the resolution of cells and hands what is left over to the next cell, so that sums stay whole.</summary>
    private static double Rounded(double value, ref double left)
    {
        var whole = value + left;
        var rounded = Math.Max(0, Math.Round(whole * Choices.CellResolution.Value) / Choices.CellResolution.Value);
        left = whole - rounded;
        return rounded;
    }

    private static int Key(Gait gait, bool forefoot, double speed, double cadence, double gradient)
    {
        var cadencePart = double.IsNaN(cadence) ? 0 : 1 + CellBins.OfCadence(new Cadence(cadence));
        var gradientPart = double.IsNaN(gradient) ? 0 : (GradientSpan / 2) + CellBins.OfGradient(gradient);
        var key = ((int)gait * 2) + (forefoot ? 1 : 0);
        key = (key * SpeedSpan) + CellBins.OfSpeed(new Speed(speed));
        key = (key * CadenceSpan) + cadencePart;
        return (key * GradientSpan) + gradientPart;
    }

    private static LoadCell CellOf(int key)
    {
        (key, var gradientPart) = Math.DivRem(key, GradientSpan);
        (key, var cadencePart) = Math.DivRem(key, CadenceSpan);
        (key, var speed) = Math.DivRem(key, SpeedSpan);
        return new LoadCell(
            (Gait)(key / 2),
            key % 2 == 1,
            speed,
            cadencePart == 0 ? null : cadencePart - 1,
            gradientPart == 0 ? null : gradientPart - (GradientSpan / 2),
            0, 0, 0);
    }

    private struct Sums
    {
        public double Metres;
        public double Seconds;
        public double Steps;
    }
}
