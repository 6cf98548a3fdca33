namespace KneeLoad.Analysis.Advice;

/// <summary>Names how a pain in the knee tends to begin.</summary>
public enum KneeCauseOnset
{
    /// <summary>At once, with a moment that one remembers.</summary>
    Acute,

    /// <summary>Bit by bit, coming back with load.</summary>
    Recurring,

    /// <summary>Either way.</summary>
    Both,
}
