using KneeLoad.Analysis.Evidence;
using static KneeLoad.Analysis.Evidence.ArticleClaim;
using static KneeLoad.Analysis.Evidence.Published;

namespace KneeLoad.Analysis.Advice;

/// <summary>The evidence for each piece of advice: the trials of it, the claims of the article, the numbers that its text quotes.</summary>
/// <param name="Tested">Certainty of the trials of this very advice; null where none tested it.</param>
/// <param name="Article">Claims of the article that say the same.</param>
/// <param name="Quoted">Published numbers that the text quotes.</param>
/// <param name="Papers">Papers and pages.</param>
internal sealed record AdviceEvidence(
    Certainty? Tested, IReadOnlyList<ArticleClaim> Article, IReadOnlyList<ICited> Quoted, IReadOnlyList<Source> Papers)
{
    /// <summary>The evidence for a piece of advice.</summary>
    public static AdviceEvidence Of(AdviceId id) => id switch
    {
        AdviceId.SeeADoctor => new(null, [A12, D6], [], RedFlagTable.AllSources),
        AdviceId.Under18 => new(null, [], [], [Sources.Frandsen2025]),
        AdviceId.StopRunning => new(null, [D1], [AcceptablePain, PainToStop], [Sources.Esculier2018, Sources.Silbernagel2007]),
        AdviceId.FirstAid => new(null, [D2, D3, D4], [], [Sources.Dubois2020, Sources.KneePainLeaflet]),
        AdviceId.HoldOrReduce => new(Certainty.B, [], [KneecapPainRunners, AcceptablePain], [Sources.Esculier2018]),
        AdviceId.KeepsComingBack => new(
            null, [E6], [KneeShareOfInjuries, KneeRecoveryRunners, KneeRecoveryWeeks, KneeRecovered], [Sources.Fredette2022, Sources.Cloosterman2020]),
        AdviceId.CheckIn => new(null, [], [], []),
        AdviceId.Return => new(null, [C5], [SpikeWindowDays], [Sources.Frandsen2025]),
        AdviceId.CutBack => new(
            null, [B1, A2], [SpikeRunners, ModestSpikeHazard, LargeSpikeHazard, DoubleSpikeHazard], [Sources.Frandsen2025]),
        AdviceId.SmallSteps => new(null, [B1], [SpikeRunners], [Sources.Frandsen2025]),
        AdviceId.WeekOutgrewMonth => new(
            null,
            [B1],
            [NoviceGrowthHazard, NoviceGrowthAbove, NoviceGrowthRunners],
            [Sources.Nielsen2014Progression, Sources.Damsted2017, Sources.KneeReview2026]),
        AdviceId.Downhill => new(null, [], [GradientRunners], [Sources.VanHooren2024]),
        AdviceId.GradualLoad => new(null, [B1, C5], [SpikeRunners, GradedProgrammeGrowth], [Sources.Frandsen2025, Sources.Buist2008]),
        AdviceId.StopAtOnce => new(null, [D1], [], [Sources.Dubois2020]),
        AdviceId.WalkBeforeStopping => new(Certainty.D, [E4], [WarmUpMen], [Sources.VanMechelen1993]),
        AdviceId.ThighAndHip => new(Certainty.A, [], [KneecapPainTrials], [Sources.Neal2024, Sources.Esculier2018]),
        AdviceId.Warmth => new(null, [E1, E2], [], []),
        AdviceId.SoftLevelGround => new(
            Certainty.D, [B2, B3, C6], [ShinShockRunners, ShinShock, HeelPressureRunners, HeelPressureOnGrass],
            [Sources.Tessutti2012, Sources.Fu2015, Sources.Waite2021, Sources.VanDerWorp2015]),
        AdviceId.Cadence => new(
            Certainty.C, [], [FasterSteps, KneecapForceAtFasterSteps, VanHoorenByCadence, KneecapPainRunners],
            [Sources.Lenhart2014, Sources.VanHooren2024, Sources.Anderson2022, Sources.Esculier2018]),
        AdviceId.SofterLanding => new(
            Certainty.C, [], [SofterLandingNovices, SofterLandingRatio, OtherPreventionRatios], [Sources.Alexander2022]),
        AdviceId.EvenRoll => new(null, [B5], [ForefootKneecapStress, ForefootAnkleWork], [Sources.Xu2021, Sources.Anderson2020, Sources.Burke2023]),
        AdviceId.WarmUp => new(Certainty.D, [C1, E3, B7], [WarmUpMen, WarmUpCounts], [Sources.VanMechelen1993]),
        AdviceId.Shoes => new(
            Certainty.C, [C3, B6], [ShoeRotationHazard, ShoeRotationRunners], [Sources.Malisoux2015, Sources.Malisoux2020, Sources.Theisen2014]),
        AdviceId.HipAndCore => new(Certainty.B, [], [HipAndCoreNovices, HipAndCoreHazard], [Sources.RunRct2024]),
        AdviceId.KeepMoving => new(null, [E7], [KneeOsteoarthritisOdds], [Sources.Esculier2018, Sources.Dubois2020, Sources.Burfield2023]),
        _ => throw new ArgumentOutOfRangeException(nameof(id)),
    };
}
