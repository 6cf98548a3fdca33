namespace KneeLoad.Analysis.Evidence;

/// <summary>How a published number reached us. Said wherever the number is shown.</summary>
public enum Reading
{
    /// <summary>Read in the full text.</summary>
    FullText,

    /// <summary>Read in the abstract or on the publisher's page.</summary>
    Abstract,

    /// <summary>Computed from the authors' public raw data.</summary>
    Data,

    /// <summary>Quoted by a second source; the paper itself was not reached.</summary>
    SecondSource,
}
