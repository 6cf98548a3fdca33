namespace KneeLoad.Web.Data.Entities;

/// <summary>Things of a run that a newer version of the program can read differently, and that a runner would notice.</summary>
public enum RenewalChange
{
    /// <summary>Its distance.</summary>
    Distance,

    /// <summary>Its local day.</summary>
    Day,

    /// <summary>It counts as a run now.</summary>
    Counts,

    /// <summary>It counts as a run no more.</summary>
    CountsNoMore,
}
