using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

/// <summary>Names a row without points: the article or the field speaks of it, and research gives no points for it.</summary>
public enum InformationId
{
    /// <summary>Share of uneven ground: gravel, dirt, grass, sand, cobble.</summary>
    UnevenGround,

    /// <summary>Share of runs that began gently.</summary>
    WarmUp,

    /// <summary>Share of runs that ended gently.</summary>
    CoolDown,

    /// <summary>Shoes and their age; not measured.</summary>
    Shoes,

    /// <summary>Body mass; not measured.</summary>
    BodyMass,

    /// <summary>Flat feet; not measured.</summary>
    FlatFeet,

    /// <summary>Cadence at the runner's own pace.</summary>
    Cadence,

    /// <summary>Technique of leg and trunk; not measured.</summary>
    Technique,

    /// <summary>Breathing; not measured.</summary>
    Breathing,

    /// <summary>Training monotony of 7 days.</summary>
    Monotony,

    /// <summary>Ratio of acute to chronic load, 7 days over the 21 before.</summary>
    AcuteChronicRatio,
}

/// <summary>A row without points, as facts.</summary>
/// <param name="Id">The row's name.</param>
/// <param name="Measured">The value of the last 28 days; null when not measured. [<paramref name="Unit"/>]</param>
/// <param name="Usual">The value of the 28 days before; null when there is none. [<paramref name="Unit"/>]</param>
/// <param name="Unit">Unit of both.</param>
/// <param name="Runs">Runs that the value rests on; null where it rests on none. [1]</param>
public sealed record RiskInformation(InformationId Id, double? Measured, double? Usual, FactorUnit Unit, int? Runs = null)
{
    /// <summary>Certainty of a relation to knee injury.</summary>
    public Certainty Science => InformationEvidence.CertaintyOf(Id);

    /// <summary>Papers.</summary>
    public IReadOnlyList<Source> Sources => InformationEvidence.SourcesOf(Id);
}

/// <summary>Certainty and papers of the rows without points.</summary>
internal static class InformationEvidence
{
    public static Certainty CertaintyOf(InformationId id) => id switch
    {
        InformationId.Shoes or InformationId.BodyMass or InformationId.Cadence or InformationId.Technique => Certainty.C,
        _ => Certainty.D,
    };

    public static IReadOnlyList<Source> SourcesOf(InformationId id) => id switch
    {
        InformationId.UnevenGround => [Sources.Voloshina2015],
        InformationId.WarmUp or InformationId.CoolDown => [Sources.VanMechelen1993],
        InformationId.Shoes => [Sources.Malisoux2015, Sources.Malisoux2020, Sources.Theisen2014],
        InformationId.BodyMass => [Sources.Malisoux2020, Sources.Theisen2014],
        InformationId.FlatFeet => [Sources.Nielsen2014Posture],
        InformationId.Cadence => [Sources.Lenhart2014, Sources.VanHooren2024, Sources.Luedke2016, Sources.Anderson2022],
        InformationId.Monotony => [Sources.Foster2001],
        InformationId.AcuteChronicRatio => [Sources.Impellizzeri2020, Sources.Frandsen2025, Sources.Damsted2017],
        InformationId.Technique => [Sources.Alexander2022, Sources.Burke2023],
        _ => [],
    };
}
