using KneeLoad.Analysis.Cadences;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Loads;

/// <summary>The sums of what <see cref="KneeLoadModel"/> says of each cell of a run.</summary>
/// <param name="Load">Load of the whole activity. [knee-km]</param>
/// <param name="PeakIndex">Mean peak load of its running steps; null without running. [1]</param>
/// <param name="Covered">Metres of all cells. [m]</param>
/// <param name="Range">The interval that the laboratories' differences leave for the load. [knee-km]</param>
internal readonly record struct CellSums(KneeKilometres Load, double? PeakIndex, Distance Covered, KneeKilometresRange Range)
{
    private const int Block = 128;

    /// <summary>Adds up the cells of a run.</summary>
    public static CellSums Of(CellTable table, CadenceLine usual)
    {
        // PERF: a baseline that moves touches hundreds of thousands of cells. Logarithms and exponentials of a block at once
        // take a quarter of the time of Math.Pow cell by cell (RunAnalysisBenchmark.AllLoads); tests hold both to the same numbers.
        Span<double> speed = stackalloc double[Block];
        Span<double> step = stackalloc double[Block];
        Span<double> load = stackalloc double[Block];
        Span<double> peak = stackalloc double[Block];
        double kneeMetres = 0, peaks = 0, steps = 0, metres = 0;
        var spread = default(LoadSpread);
        for (var cells = table.Cells.AsSpan(); !cells.IsEmpty; cells = cells[Math.Min(Block, cells.Length)..])
        {
            var block = cells[..Math.Min(Block, cells.Length)];
            KneeLoadModel.Evaluate(block, usual, speed[..block.Length], step[..block.Length], load[..block.Length], peak[..block.Length]);
            for (var i = 0; i < block.Length; i++)
            {
                ref readonly var cell = ref block[i];
                metres += cell.Metres;
                kneeMetres += load[i] * cell.Metres;
                spread.Add(cell, load[i] * cell.Metres, speed[i], step[i]);
                if (cell.Gait == Gait.Run)
                {
                    var weight = cell.CadenceBin is null ? usual.At(cell.Speed).StepsPerMinute / 60 * cell.Seconds : cell.Steps;
                    peaks += weight * peak[i];
                    steps += weight;
                }
            }
        }

        return new CellSums(new(new Distance(kneeMetres).Kilometres), steps > 0 ? peaks / steps : null, new(metres), spread.RangeOf(kneeMetres));
    }
}
