using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Analysis.Advice;

/// <summary>The causes on the page "Why knees hurt": names to talk about with a doctor, no diagnosis.</summary>
public static class KneeCauses
{
    /// <summary>All causes, the two commonest of runners first.</summary>
    public static IReadOnlyList<KneeCause> All { get; } =
    [
        new(KneeCauseId.Kneecap, KneeCauseOnset.Recurring, null, [Sources.Esculier2020, Sources.Neal2024]),
        new(KneeCauseId.IliotibialBand, KneeCauseOnset.Recurring, null, [Sources.IliotibialBandPage, Sources.Cloosterman2020]),
        new(KneeCauseId.Meniscus, KneeCauseOnset.Both, ArticleClaim.A1, []),
        new(KneeCauseId.Ligaments, KneeCauseOnset.Acute, ArticleClaim.A2, [Sources.CruciateLigamentPage]),
        new(KneeCauseId.Arthritis, KneeCauseOnset.Both, ArticleClaim.A3, [Sources.HotJointPage]),
        new(KneeCauseId.Osteoarthritis, KneeCauseOnset.Recurring, ArticleClaim.A4, [Sources.Burfield2023]),
        new(KneeCauseId.Synovitis, KneeCauseOnset.Both, ArticleClaim.A5, []),
        new(KneeCauseId.Polyarthritis, KneeCauseOnset.Both, ArticleClaim.A6, []),
        new(KneeCauseId.Tendon, KneeCauseOnset.Recurring, ArticleClaim.A7, []),
        new(KneeCauseId.FlatFeet, KneeCauseOnset.Recurring, ArticleClaim.A8, [Sources.Nielsen2014Posture]),
        new(KneeCauseId.Back, KneeCauseOnset.Both, ArticleClaim.A9, []),
        new(KneeCauseId.BloodSupply, KneeCauseOnset.Recurring, ArticleClaim.A10, []),
        new(KneeCauseId.Bursitis, KneeCauseOnset.Both, ArticleClaim.A11, []),
    ];

    /// <summary>Papers behind the reassuring finding: runners have no more osteoarthritis of the knee than others.</summary>
    public static IReadOnlyList<Source> Reassurance { get; } = [Sources.Burfield2023, Sources.AlentornGeli2017];

    /// <summary>Trials of the preparations that the article names.</summary>
    public static IReadOnlyList<Source> Preparations { get; } = [Sources.Wandel2010];
}
