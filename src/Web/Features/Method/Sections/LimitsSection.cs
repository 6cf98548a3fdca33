using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The limits of the score, before all else: five lines, then the rest.</summary>
internal static class LimitsSection
{
    private const double Coin = 0.5;

    public static MethodSection Make(RunnerFormat format) => new(
        "limits",
        format.Say["Method.Limits.Title"],
        [
            new MethodBlock.Items(FirstLines(format)),
            new MethodBlock.Heading(format.Say["Method.Limits.Further"]),
            new MethodBlock.Items(Further(format)),
            new MethodBlock.Paragraph(format.Say["Method.Limits.Version", ("version", RiskModel.Version)]),
        ]);

    private static string[] FirstLines(RunnerFormat format)
    {
        var say = format.Say;
        string R(double number) => format.Number(number, 2);
        string N(double number) => format.Number(number, 0);
        return
        [
            say["Method.Limits.WithoutSpike"],
            say[
                "Method.Limits.AreaUnderCurve",
                ("aloneFrom", R(Published.LoadAloneAreaUnderCurve.Value.From)),
                ("aloneTo", R(Published.LoadAloneAreaUnderCurve.Value.To)),
                ("withFrom", R(Published.KneeRuleAreaUnderCurve.Value)),
                ("knee", OutcomeWords.Of(Published.KneeRuleAreaUnderCurve, say)),
                ("withTo", R(Published.DiaryAreaUnderCurve.Value.ByDay)),
                ("outcome", OutcomeWords.Of(Published.DiaryAreaUnderCurve, say)),
                ("coin", R(Coin))],
            say[
                "Method.Limits.AdviceTrials",
                ("sprint", N(Published.LargestAdviceTrialRunners.Value)),
                ("inspire", N(Published.AdviceTrialRunners.Value)),
                ("runfitcheck", N(Published.NoviceAdviceTrialRunners.Value)),
                ("outcome", OutcomeWords.Of(Published.LargestAdviceTrialRunners, say)),
                ("tailored", N(Published.TailoredAdviceRunners.Value)),
                ("difference", N(-100 * Published.TailoredAdviceDifference.Value.Value))],
            say[
                "Method.Limits.Laboratories",
                ("differ", format.Share(Calibration.LaboratoriesDifferBy)),
                ("cadence", R(Choices.CadenceExponentSpread.Value.Mean)),
                ("spread", R(Choices.CadenceExponentSpread.Value.Deviation))],
            say["Method.Limits.NotValidated"],
        ];
    }

    private static string[] Further(RunnerFormat format)
    {
        var say = format.Say;
        string R(double number) => format.Number(number, 2);
        string N(double number) => format.Number(number, 0);
        return
        [
            say["Method.Limits.Cohort", ("runners", N(Published.SpikeRunners.Value)), ("outcome", OutcomeWords.Of(Published.SpikeRunners, say))],
            say["Method.Limits.Hold", ("hold", N(Choices.HoldDays.Value)), ("fade", N(Choices.FadeDays.Value))],
            say[
                "Method.Limits.PreviousInjury",
                ("odds", format.Number(Published.PreviousInjuryKneeOdds.Value, 1)),
                ("outcome", OutcomeWords.Of(Published.PreviousInjuryKneeOdds, say)),
                ("runners", N(Published.KneeCohortRunners.Value))],
            say[
                "Method.Limits.Diary",
                ("with", R(Published.WeeklyAnswersAreaUnderCurve.Value.WithLastWeek)),
                ("without", R(Published.WeeklyAnswersAreaUnderCurve.Value.NewInjury)),
                ("runners", N(Published.WeeklyAnswersRunners.Value)),
                ("outcome", OutcomeWords.Of(Published.WeeklyAnswersAreaUnderCurve, say))],
            say[
                "Method.Limits.FootStrike",
                ("sensitivity", format.Share(Published.DutyFactorSensitivity.Value)),
                ("fewest", format.Share(Published.FewestHeelStrikers.Value)),
                ("most", format.Share(Published.MostHeelStrikers.Value))],
            say["Method.Limits.Surface"],
            say[
                "Method.Limits.Walking",
                ("walking", format.Share(new Fraction(Choices.WalkingLoad.Value))),
                ("least", format.Share(new Fraction(Choices.WalkingLoadRange.Value.Least))),
                ("most", format.Share(new Fraction(Choices.WalkingLoadRange.Value.Most)))],
            say["Method.Limits.Baseline", ("days", N(Choices.BaselineWindow.Value.TotalDays))],
            say["Method.Limits.Adults", ("age", N(Choices.LastYearsWithoutScore.Value))],
        ];
    }
}
