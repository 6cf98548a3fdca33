using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Risk;

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
