namespace KneeLoad.Web.Data.Entities;

/// <summary>One thing that became different of a run when a newer version of the program read its file again. Kept until the runner has seen it.</summary>
public sealed class RenewedRun
{
    /// <summary>The runner whose run it is.</summary>
    public Guid RunnerId { get; set; }

    /// <summary>The run.</summary>
    public Guid RunId { get; set; }

    /// <summary>The thing that became different.</summary>
    public RenewalChange Change { get; set; }
}

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
