using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Shared;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>The score, rule by rule, in the words that its rows carry.</summary>
internal static class ScoreSection
{
    public static MethodSection Make() => new(
        "score",
        "The score, rule by rule",
        [
            new MethodBlock.Paragraph(
                "The score of a day is a pure function of the stored runs, the diary, what you told about yourself, and the day. It is the sum of the rows below; they add up exactly."),
            new MethodBlock.Table(
                "Rows",
                ["Row", "Rule", "At most", "Science", "Sources"],
                [.. Rows().Select(row => (IReadOnlyList<MethodCell>)
                    [RiskWords.Factor(row.Id), row.Rule, Invariant($"{row.MostPoints}"), RiskWords.Science(row.Science), string.Join("; ", row.Sources.Select(source => source.Citation))])]),
            new MethodBlock.Formula(
                Equations.SpikeRatio,
                Invariant($"session: runs less than {Choices.SessionGapMinutes.Value} minutes apart count as one. base: the longest session that started in the {Published.SpikeWindowDays.Value} days before it; after a break that long, {100 * Choices.ReturnShare.Value.Value:0} % of the longest of the {Choices.ReturnDays.Value} days before it. With one session in those days, and for the first after a break, the row gives at most {Choices.SpikePoints.Value} points.")),
            new MethodBlock.Table(
                "Points of a session",
                ["r", "Published hazard ratio, injury of any site", "Points"],
                [
                    ["up to " + Ratio(Published.SpikeFrom.Value), "1, the reference", "0"],
                    ["up to " + Ratio(Published.ModestSpikeUpTo.Value), Published.ModestSpikeHazard.Value.ToString(), Points(Choices.SpikePoints.Value, Choices.MiddleHazard.Value)],
                    ["up to " + Ratio(Published.LargeSpikeUpTo.Value), Published.LargeSpikeHazard.Value.ToString(), Points(Choices.SpikePoints.Value, Choices.MiddleHazard.Value)],
                    ["above", Published.DoubleSpikeHazard.Value.ToString(), Points(Choices.DoublePoints.Value, Published.DoubleSpikeHazard.Value.Value)],
                ]),
            new MethodBlock.Formula(
                Equations.Held,
                Invariant($"From day {Choices.HoldDays.Value} after the session on; before, all of its points. age: days since it. The largest of the sessions of {Choices.FadeDays.Value} days counts.")),
            new MethodBlock.Formula(
                Equations.Growth,
                Invariant($"A: metres of the last 7 days. B: mean of the four blocks of 7 days before, judged where at least {Choices.LeastBlocks.Value} hold a run and A is at least {Choices.LeastGrowth.Value.Kilometres} km more than B.")),
            new MethodBlock.Table(
                "Points of growth",
                ["Growth above", "Points"],
                [.. Choices.GrowthPoints.Value.Select(step => (IReadOnlyList<MethodCell>)[Invariant($"{100 * (step.AboveRatio - 1):0} %"), Invariant($"{step.Points}")])]),
            new MethodBlock.Formula(
                Equations.HardGround,
                Invariant($"h: share of hard ground, from {100 * Choices.HardShareFrom.Value.Value:0} % on; below, none. Rounded half away from zero, as every row is.")),
            new MethodBlock.Heading("Levels"),
            new MethodBlock.Table(
                "Score from which a level begins",
                ["Runner", "Elevated from", "High from"],
                [
                    ["without a recent knee injury", Invariant($"{Choices.ElevatedFrom.Value}"), Invariant($"{Choices.HighFrom.Value}")],
                    [Invariant($"knee injury within {Choices.InjuryDays.Value} days"), Invariant($"{Choices.ElevatedFromAfterInjury.Value}"), Invariant($"{Choices.HighFromAfterInjury.Value}")],
                ]),
            new MethodBlock.Heading("When there is no score"),
            new MethodBlock.Items(
            [
                Invariant($"A runner under {Choices.LastYearsWithoutScore.Value}, by the year of birth."),
                "A sign that wants a doctor is open in the diary.",
                Invariant($"Fewer than {Choices.LeastRuns.Value} runs in {Choices.ReturnDays.Value} days, or less than {Choices.LeastDays.Value} days since the first."),
                Invariant($"No run in the last {Published.SpikeWindowDays.Value} days."),
            ]),
            new MethodBlock.Heading("Today's ceiling"),
            new MethodBlock.Formula(
                Equations.Ceiling,
                Invariant($"base: the longest counted session of the last {Published.SpikeWindowDays.Value} days. A session beyond its own ceiling counts as {Ratio(Published.SpikeFrom.Value)} times the base that it was judged by, so that a spike never becomes the new normal. After a break: at least {100 * Choices.ReturnShare.Value.Value:0} % of the longest before it.")),
        ]);

    private static IReadOnlyList<RiskFactor> Rows() => MadeHistory.Assess(MadeHistory.TenEverySecondDay).Factors;

    private static string Ratio(double ratio) => Invariant($"{ratio:0.00}");

    private static string Points(int points, double hazard) =>
        Invariant($"{points} = {ConstantFormat.Number(Choices.PointsPerLogHazard.Value)} ln {ConstantFormat.Number(hazard)}");
}
