namespace KneeLoad.Analysis.Risk;

/// <summary>Which of the two load rules gave the points.</summary>
public enum LoadIncreaseKind
{
    /// <summary>One session against the longest of the 30 days before it.</summary>
    Spike,

    /// <summary>The last 7 days against the mean of the four weeks before.</summary>
    Growth,
}
