using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Analysis.Evidence;

/// <summary>The model over the histories of four real runners, all of it taken to be on asphalt. A test computes each figure again from the files.</summary>
public static class MeasuredHistories
{
    /// <summary>Histories. [1]</summary>
    public static int Histories => 4;

    /// <summary>Days with a score, pooled. [d]</summary>
    public static int Days => 808;

    /// <summary>Days on which the level left low, without an injury and with one. [1]</summary>
    public static (int Uninjured, int Injured) Alarms => (24, 33);

    /// <summary>Shares of days by level of the runners as they are. [1]</summary>
    public static (Fraction Low, Fraction Elevated, Fraction High) Uninjured => (new(0.777), new(0.200), new(0.022));

    /// <summary>Shares of days by level, had each been injured within the year. [1]</summary>
    public static (Fraction Low, Fraction Elevated, Fraction High) Injured => (new(0.724), new(0.254), new(0.022));
}
