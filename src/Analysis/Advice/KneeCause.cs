using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Advice;

/// <summary>Names one thing that can make a knee hurt; the two commonest of runners first.</summary>
public enum KneeCauseId
{
    /// <summary>Pain around the kneecap: runner's knee.</summary>
    Kneecap,

    /// <summary>The iliotibial band at the outer side.</summary>
    IliotibialBand,

    /// <summary>A meniscus.</summary>
    Meniscus,

    /// <summary>Ligaments.</summary>
    Ligaments,

    /// <summary>Arthritis.</summary>
    Arthritis,

    /// <summary>Osteoarthritis.</summary>
    Osteoarthritis,

    /// <summary>Synovitis.</summary>
    Synovitis,

    /// <summary>Polyarthritis: several joints at once.</summary>
    Polyarthritis,

    /// <summary>Tendons.</summary>
    Tendon,

    /// <summary>Flat feet.</summary>
    FlatFeet,

    /// <summary>The back.</summary>
    Back,

    /// <summary>Blood supply, mostly in the young.</summary>
    BloodSupply,

    /// <summary>Bursitis.</summary>
    Bursitis,
}

/// <summary>One thing that can make a knee hurt, as facts. Its name and typical signs are said where it is shown.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Onset">How it tends to begin.</param>
/// <param name="Claim">The claim of the article that names it; null where the article does not.</param>
/// <param name="Sources">Papers and pages that name its signs; empty for names that the article alone gives.</param>
public sealed record KneeCause(KneeCauseId Id, KneeCauseOnset Onset, ArticleClaim? Claim, IReadOnlyList<Source> Sources);

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
