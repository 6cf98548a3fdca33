namespace KneeLoad.Analysis.Evidence;

/// <summary>The outcome that a study had. A hazard ratio without its outcome says nothing about a knee.</summary>
public enum Outcome
{
    /// <summary>No outcome of health: the layout of a scale.</summary>
    None,

    /// <summary>A load on the tissue, computed or measured: force, stress, work, shock, pressure.</summary>
    Load,

    /// <summary>A way of moving: cadence, contact, landing.</summary>
    Gait,

    /// <summary>Energy spent.</summary>
    Energy,

    /// <summary>Overuse injury of any site, told by the runners themselves.</summary>
    OveruseInjury,

    /// <summary>Injury that goes with distance: kneecap, outer side of the knee, kneecap tendon, shin, hip.</summary>
    DistanceRelatedInjury,

    /// <summary>Running injury of any site.</summary>
    AnyInjury,

    /// <summary>Running injury of the leg: hip to foot.</summary>
    LegInjury,

    /// <summary>Injury of the knee.</summary>
    KneeInjury,

    /// <summary>Injury of the shin.</summary>
    ShinInjury,

    /// <summary>Pain around the kneecap.</summary>
    KneecapPain,

    /// <summary>Pain of the Achilles tendon.</summary>
    AchillesPain,

    /// <summary>Osteoarthritis of the knee, or of hip and knee.</summary>
    Osteoarthritis,

    /// <summary>Fracture of the knee.</summary>
    KneeFracture,
}

/// <summary>The part of the body that a number was measured on. A formula mixes no two of them.</summary>
public enum Tissue
{
    /// <summary>No single part: injuries of any site, ways of moving.</summary>
    None,

    /// <summary>The joint between kneecap and thigh bone.</summary>
    KneecapJoint,

    /// <summary>The joint between thigh bone and shin bone.</summary>
    TibiofemoralJoint,

    /// <summary>The knee as a whole.</summary>
    Knee,

    /// <summary>The shin.</summary>
    Shin,

    /// <summary>The ankle and the Achilles tendon.</summary>
    Ankle,

    /// <summary>The sole of the foot.</summary>
    Foot,

    /// <summary>The whole leg, or the ground beneath it.</summary>
    WholeLeg,
}
