using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Analysis.Tests.Risk;

/// <summary>The six rows of a score with given points, for what is read off them.</summary>
internal static class MadeRows
{
    /// <summary>Rows of which the load measure with most points counts, of equals the first, and the precautions always.</summary>
    public static ScoreRows Of(
        int run = 0, int creep = 0, int descent = 0, int week = 0, int hard = 0, int heel = 0, NotJudged? runNotJudged = null)
    {
        var most = Math.Max(Math.Max(run, creep), Math.Max(descent, week));
        var counting = run == most ? FactorId.LongestRun : creep == most ? FactorId.Creep : descent == most ? FactorId.Descent : FactorId.Week;
        const MeasurementQuality Good = MeasurementQuality.Good;
        return new(
            new() { Points = run, Counts = counting is FactorId.LongestRun, Measurement = Good, NotJudged = runNotJudged },
            new() { Points = creep, Counts = counting is FactorId.Creep, Measurement = Good },
            new() { Points = descent, Counts = counting is FactorId.Descent, Measurement = Good },
            new() { Points = week, Counts = counting is FactorId.Week, Measurement = Good },
            new() { Points = hard, Counts = true, Measurement = Good },
            new() { Points = heel, Counts = true, Measurement = Good, Source = FootStrikeSource.Sensor });
    }
}
