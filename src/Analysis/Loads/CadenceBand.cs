using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Loads;

/// <summary>Mean cadence of a run's running within a band of speed and slope.</summary>
/// <param name="Slope">Which way the ground led.</param>
/// <param name="From">Slowest speed of the band. [m/s]</param>
/// <param name="To">Fastest speed of the band. [m/s]</param>
/// <param name="Cadence">Mean by time. [steps/min]</param>
/// <param name="Time">Timer time in the band.</param>
public readonly record struct CadenceBand(Slope Slope, Speed From, Speed To, Cadence Cadence, Duration Time)
{
    /// <summary>The bands of one run that hold enough of it to say something, by slope, then by speed.</summary>
    /// <param name="cells">The run's cells.</param>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    public static IReadOnlyList<CadenceBand> Of(CellTable cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var width = Choices.BandSpeed.Value.MetresPerSecond;
        return
        [
            .. cells.Cells
                .Where(cell => cell is { Gait: Gait.Run, CadenceBin: not null })
                .GroupBy(cell => (Slope: SlopeOf(cell.GradientBin), Band: (int)Math.Floor(cell.Speed.MetresPerSecond / width)))
                .Select(band => (band.Key, Seconds: band.Sum(cell => cell.Seconds), Steps: band.Sum(cell => cell.Steps)))
                .Where(band => band.Seconds >= Choices.LeastBand.Value.TotalSeconds)
                .OrderBy(band => band.Key)
                .Select(band => new CadenceBand(
                    band.Key.Slope,
                    new(width * band.Key.Band),
                    new(width * (band.Key.Band + 1)),
                    new(60 * band.Steps / band.Seconds),
                    Duration.FromSeconds(band.Seconds))),
        ];
    }

    private static Slope SlopeOf(int? gradientBin)
    {
        var limit = Choices.LevelBandDegrees.Value;
        return gradientBin is null ? Slope.NotMeasured
            : CellBins.GradientDegrees(gradientBin) < -limit ? Slope.Down
            : CellBins.GradientDegrees(gradientBin) > limit ? Slope.Up
            : Slope.Level;
    }
}
