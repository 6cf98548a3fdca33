using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says what research found of a piece of advice, with the numbers that it quotes and the outcome that each study had.</summary>
internal static class AdviceResearch
{
    public static string Of(AdviceId id, LanguageFormat format)
    {
        var say = format.Say;
        var key = "Advice.Research." + id;
        string N(double number) => format.Number(number, 0);
        string R(double number) => format.Number(number, 2);
        (string, string) Outcome(ICited cited) => ("outcome", OutcomeWords.Of(cited, say));
        (string, string) Other(ICited cited) => ("other", OutcomeWords.Of(cited, say));
        (string, string)[] Interval(RatioEstimate ratio) => [("low", R(ratio.Low)), ("high", R(ratio.High))];
        return id switch
        {
            AdviceId.StopRunning => say[
                key, Outcome(Published.AcceptablePain), Other(Published.PainToStop), ("acceptable", N(Published.AcceptablePain.Value)),
                ("stop", N(Published.PainToStop.Value)), ("worst", N(PainWords.WorstPain))],
            AdviceId.HoldOrReduce => say[key, Outcome(Published.KneecapPainRunners), ("runners", N(Published.KneecapPainRunners.Value))],
            AdviceId.KeepsComingBack => say[
                key,
                Outcome(Published.KneeRecoveryRunners),
                ("share", format.Share(Published.KneeShareOfInjuries.Value)),
                ("runners", N(Published.KneeRecoveryRunners.Value)),
                ("weeks", N(Published.KneeRecoveryWeeks.Value)),
                ("months", N(Published.KneeRecoveryMonths.Value)),
                ("recovered", format.Share(Published.KneeRecovered.Value))],
            AdviceId.CheckIn => say[key, ("days", N(Choices.GateDays.Value))],
            AdviceId.Return => say[key, Outcome(Published.SpikeWindowDays), ("days", N(Published.SpikeWindowDays.Value))],
            AdviceId.CutBack => say[
                key, Outcome(Published.ModestSpikeHazard), ("runners", N(Published.SpikeRunners.Value)), ("days", N(Published.SpikeWindowDays.Value)),
                ("low", R(Published.LargeSpikeHazard.Value.Value)),
                ("high", R(Published.ModestSpikeHazard.Value.Value)),
                ("double", R(Published.DoubleSpikeHazard.Value.Value))],
            AdviceId.SmallSteps => say[key, Outcome(Published.SpikeRunners), ("runners", N(Published.SpikeRunners.Value))],
            AdviceId.WeekOutgrewMonth => say[
                key,
                [Outcome(Published.NoviceGrowthHazard), (
                    "runners", N(Published.NoviceGrowthRunners.Value)), ("share", format.Share(Published.NoviceGrowthAbove.Value)),
                ("weeks", N(Published.NoviceGrowthWeeks.Value)),
                ("hazard", R(Published.NoviceGrowthHazard.Value.Value)),
                .. Interval(Published.NoviceGrowthHazard.Value)]],
            AdviceId.Downhill => say[key, ("runners", N(Published.GradientRunners.Value))],
            AdviceId.GradualLoad => say[
                key, Outcome(Published.SpikeRunners), Other(Published.GradedProgrammeGrowth), ("runners", N(Published.SpikeRunners.Value)),
                ("share", format.Share(Published.GradedProgrammeGrowth.Value))],
            AdviceId.WalkBeforeStopping => say[key, Outcome(Published.WarmUpMen), ("randomised", N(Published.WarmUpMen.Value.Randomised))],
            AdviceId.ThighAndHip => say[
                key,
                Outcome(Published.KneecapPainTrials),
                ("trials", N(Published.KneecapPainTrials.Value.Trials)),
                ("patients", N(Published.KneecapPainTrials.Value.Patients))],
            AdviceId.SoftLevelGround => say[
                key, ("from", Less(Published.HeelPressureOnGrass.Value.From)), ("to", Less(Published.HeelPressureOnGrass.Value.To)),
                ("pressureRunners", N(Published.HeelPressureRunners.Value)), ("shockRunners", N(Published.ShinShockRunners.Value)),
                ("grass", format.Number(Published.ShinShock.Value.Grass, 1)), ("concrete", format.Number(Published.ShinShock.Value.Concrete, 1))],
            AdviceId.Cadence => say[
                key, Outcome(Published.KneecapPainRunners), ("faster", format.Share(Published.FasterSteps.Value)),
                ("force", Less(Published.KneecapForceAtFasterSteps.Value)), ("runners", N(Published.KneecapPainRunners.Value))],
            AdviceId.SofterLanding => say[
                key,
                [Outcome(Published.SofterLandingRatio), (
                    "novices", N(Published.SofterLandingNovices.Value)), ("ratio", R(Published.SofterLandingRatio.Value.Value)),
                .. Interval(Published.SofterLandingRatio.Value),
                ("least", R(Published.OtherPreventionRatios.Value.Least)),
                ("most", R(Published.OtherPreventionRatios.Value.Most))]],
            AdviceId.WarmUp => say[
                key,
                Outcome(Published.WarmUpCounts),
                ("randomised", N(Published.WarmUpMen.Value.Randomised)),
                ("finished", N(Published.WarmUpMen.Value.Finished)),
                ("with", N(Published.WarmUpCounts.Value.With)), ("without", N(Published.WarmUpCounts.Value.Without))],
            AdviceId.Shoes => say[
                key,
                [Outcome(Published.ShoeRotationHazard), (
                    "hazard", R(Published.ShoeRotationHazard.Value.Value)), .. Interval(Published.ShoeRotationHazard.Value),
                ("runners", N(Published.ShoeRotationRunners.Value))]],
            AdviceId.HipAndCore => say[
                key,
                [Outcome(Published.HipAndCoreHazard), ("novices", N(Published.HipAndCoreNovices.Value)), ("hazard", R(Published.HipAndCoreHazard.Value.Value)),
                .. Interval(Published.HipAndCoreHazard.Value)]],
            AdviceId.KeepMoving => say[
                key,
                [
                    Outcome(Published.KneeOsteoarthritisOdds),
                    ("odds", R(Published.KneeOsteoarthritisOdds.Value.Value)),
                    .. Interval(Published.KneeOsteoarthritisOdds.Value),
                ]],
            _ => say[key],
        };

        string Less(Fraction change) => format.Share(new Fraction(-change.Value));
    }
}
