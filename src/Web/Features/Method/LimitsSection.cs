using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Loads;
using KneeLoad.Analysis.Risk;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>What the score cannot tell. Comes first.</summary>
internal static class LimitsSection
{
    public static MethodSection Make() => new(
        "limits",
        "What it cannot tell",
        [
            new MethodBlock.Paragraph("The score orders weeks by concern. It is no probability of injury and no diagnosis."),
            new MethodBlock.Items(
            [
                Invariant($"Load rules alone hardly tell who gets hurt. In a re-analysis of {Published.DelayedGrowthRunners.Value} runners single numbers of load told injured days from others with an area under the curve of {Published.LoadRuleAreaUnderCurve.Value.From:0.00} to {Published.LoadRuleAreaUnderCurve.Value.To:0.00}; 0.5 is a coin."),
                Invariant($"Two laboratories differ by {Calibration.LaboratoriesDifferBy.Percent:0} % in the load on the kneecap at one and the same speed. Only ratios within a study are used, and the unit is a relative one, the knee-kilometre."),
                Invariant($"Foot strike cannot be read from a watch. The best sign, duty factor, names the right group in {Published.DutyFactorSensitivity.Value.Percent:0} of 100 runners. Only what a sensor records, or you tell from a video, counts."),
                "No study shows an effect of the surface on knees: none that we found measured the knee's load on ground outdoors, and none ties hard ground to knee injury. The few points for it are a precaution of popular advice, and so are those for heel striking.",
                Invariant($"The main rule rests on one cohort of {Published.SpikeRunners.Value:N0} runners, who reported injuries of any site themselves. No study reached shows that this rule, or any other, foretells knee injury in one person."),
                "Growth from week to week showed no relation to injury in the same cohort. Its points are few and rest on weaker studies.",
                Invariant($"The strongest general sign is an earlier injury (hazard ratio {Published.PreviousInjuryHazard.Value} for injury of any site). No watch sees it: it is asked, and lowers the limits."),
                Invariant($"Usual cadence is your own of the {Choices.BaselineWindow.Value.TotalDays} days before a run, so a lasting change of cadence fades from the knee-kilometres within as long."),
                Invariant($"The studies followed adults. Under {Choices.LastYearsWithoutScore.Value} there is no score."),
            ]),
            new MethodBlock.Paragraph(Invariant($"This is version {RiskModel.Version} of the model. A change of any number or rule is a new version; every assessment that was shown is kept with its version and inputs and can be downloaded and computed again.")),
        ]);
}
