namespace KneeLoad.Analysis.Signals;

/// <summary>Speeds in rising order, sorted once, so that medians over any part of a run take one pass each.</summary>
internal sealed class SpeedRanking
{
    private readonly double[] speeds;
    private readonly int[] records;
    private readonly double[] weights;

    /// <summary>Ranks the speeds that count.</summary>
    /// <param name="metresPerSecond">Speed at each record, NaN where not measured. [m/s]</param>
    /// <param name="weights">Time that each record stands for. [s]</param>
    /// <param name="from">Least speed that counts. [m/s]</param>
    public SpeedRanking(ReadOnlySpan<double> metresPerSecond, double[] weights, double from)
    {
        this.weights = weights;
        speeds = new double[metresPerSecond.Length];
        records = new int[metresPerSecond.Length];
        var count = 0;
        for (var i = 0; i < metresPerSecond.Length; i++)
        {
            if (metresPerSecond[i] >= from && weights[i] > 0)
            {
                (speeds[count], records[count]) = (metresPerSecond[i], i);
                count++;
            }
        }

        Array.Resize(ref speeds, count);
        Array.Resize(ref records, count);
        Array.Sort(speeds, records);
    }

    /// <summary>Median speed by time of the records in a range; null when none counts. [m/s]</summary>
    public double? Median(int fromRecord, int toRecord)
    {
        var total = 0.0;
        foreach (var record in records)
        {
            total += record >= fromRecord && record < toRecord ? weights[record] : 0;
        }

        var below = 0.0;
        for (var i = 0; i < records.Length; i++)
        {
            below += records[i] >= fromRecord && records[i] < toRecord ? weights[records[i]] : 0;
            if (below > 0 && below >= total / 2)
            {
                return speeds[i];
            }
        }

        return null;
    }
}
