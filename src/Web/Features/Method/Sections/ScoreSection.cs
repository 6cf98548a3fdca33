using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The score, rule by rule, in the words that its rows carry.</summary>
internal static class ScoreSection
{
    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string N(double number) => ConstantFormat.Number(number, format);
        return new(
            "score",
            say["Method.Score.Title"],
            [
                new MethodBlock.Paragraph(say["Method.Score.Intro"]),
                new MethodBlock.Table(
                    say["Method.Score.Rows"],
                    [
                        say["Method.Score.Row"], say["Method.Score.Rule"], say["Method.Score.Most"], say["Method.Score.Research"],
                        say["Method.Score.Science"], say["Method.Score.Sources"],
                    ],
                    [.. MethodExamples.Assess(MethodExamples.TenEverySecondDay).Factors.Select(row => Row(row, format))]),
                new MethodBlock.Formula(Equations.SpikeRatio, say[
                    "Method.Score.Ratio",
                    ("gap", N(Choices.SessionGapMinutes.Value)),
                    ("days", N(Published.SpikeWindowDays.Value)),
                    ("share", format.Share(Choices.ReturnShare.Value)),
                    ("returnDays", N(Choices.ReturnDays.Value)),
                    ("judgedFrom", N(Choices.LeastDays.Value + 1)),
                    ("early", N(Choices.EarlyRatio.Value)),
                    ("most", N(Choices.SpikePoints.Value)),
                    ("excess", N(Choices.LeastExcess.Value.Kilometres))]),
                Ramp(format),
                new MethodBlock.Paragraph(say[
                    "Method.Score.Creep",
                    ("from", N(Choices.CreepDays.Value.From)),
                    ("to", N(Choices.CreepDays.Value.To)),
                    ("most", N(Choices.SpikePoints.Value))]),
                new MethodBlock.Paragraph(say[
                    "Method.Score.Descent",
                    ("percent", format.Share(new Fraction(Choices.DownhillPercent.Value.Gentle / 100))),
                    ("base", N(Choices.LeastDescentBase.Value.Metres)),
                    ("excess", N(Choices.LeastDescentExcess.Value.Metres)),
                    ("most", N(Choices.MostDescentPoints.Value))]),
                new MethodBlock.Formula(Equations.Held, say["Method.Score.Held", ("hold", N(Choices.HoldDays.Value)), ("fade", N(Choices.FadeDays.Value))]),
                new MethodBlock.Formula(Equations.Growth, say[
                    "Method.Score.Week",
                    ("from", N(Choices.WeekFromDay.Value + 1)),
                    ("blocks", N(Choices.LeastBlocks.Value)),
                    ("excess", N(Choices.LeastWeekExcess.Value))]),
                new MethodBlock.Table(
                    say["Method.Score.WeekTable"],
                    [say["Method.Score.Week.Growth"], say["Method.Score.Ramp.Points"]],
                    [.. Choices.WeekPoints.Value.Select(step => (IReadOnlyList<MethodCell>)[format.Share(step.Above), N(step.Points)])]),
                new MethodBlock.Formula(Equations.HardGround, say["Method.Score.HardGround", ("from", format.Share(Choices.HardShareFrom.Value))]),
                new MethodBlock.Heading(say["Method.Score.Levels"]),
                new MethodBlock.Table(
                    say["Method.Score.LevelsTable"],
                    [say["Method.Score.Runner"], say["Method.Score.Elevated"], say["Method.Score.High"]],
                    [
                        [say["Method.Score.Uninjured", ("days", N(Choices.InjuryDays.Value))], N(Choices.ElevatedFrom.Value), N(Choices.HighFrom.Value)],
                        [say["Method.Score.Injured"], N(Choices.ElevatedFromAfterInjury.Value), N(Choices.HighFromAfterInjury.Value)],
                    ]),
                new MethodBlock.Heading(say["Method.Score.None"]),
                new MethodBlock.Items(
                [
                    say["Method.Score.None.Young", ("age", N(Choices.LastYearsWithoutScore.Value))],
                    say["Method.Score.None.RedFlag"],
                    say[
                        "Method.Score.None.Few",
                        ("runs", N(Choices.LeastRuns.Value)),
                        ("days", N(Choices.ReturnDays.Value)),
                        ("least", N(Choices.LeastDays.Value))],
                    say["Method.Score.None.NoRecent", ("days", N(Published.SpikeWindowDays.Value))],
                ]),
            ]);
    }

    private static IReadOnlyList<MethodCell> Row(RiskFactor row, RunnerFormat format) =>
    [
        FactorWords.Name(row.Id, format.Say),
        RowWords.Rule(row.Id, format),
        format.Number(row.MostPoints, 0),
        RowWords.Research(row.Id, format),
        RiskWords.Science(row.Science, format.Say),
        MethodCell.OfSources(row.Sources),
    ];

    private static MethodBlock.Table Ramp(RunnerFormat format)
    {
        var say = format.Say;
        string R(double ratio) => format.Number(ratio, 2);
        string Hazard(RatioEstimate hazard) => ConstantFormat.Ratio(hazard, format);
        string Full(int points, double hazard) => say[
            "Method.Score.Ramp.Full",
            ("points", format.Number(points, 0)),
            ("scale", ConstantFormat.Number(Choices.PointsPerLogHazard.Value, format)),
            ("hazard", ConstantFormat.Number(hazard, format))];
        string Rising(int points) => say["Method.Score.Ramp.RisingPoints", ("points", format.Number(points, 0))];
        string Between(double from, double to) => say["Method.Score.Ramp.Rising", ("from", R(from)), ("to", R(to))];
        return new(
            say["Method.Score.Ramp"],
            [
                say["Method.Score.Ramp.Ratio"],
                say["Method.Score.Ramp.Hazard", ("outcome", OutcomeWords.Of(Published.ModestSpikeHazard, say))],
                say["Method.Score.Ramp.Points"],
            ],
            [
                [say["Method.Score.Ramp.UpTo", ("ratio", R(Published.SpikeFrom.Value))], say["Method.Score.Ramp.Reference"], format.Number(0, 0)],
                [Between(Published.SpikeFrom.Value, Choices.SpikeFullAt.Value), Hazard(Published.ModestSpikeHazard.Value), Rising(Choices.SpikePoints.Value)],
                [
                    Between(Choices.SpikeFullAt.Value, Choices.DoubleRisesFrom.Value),
                    Hazard(Published.LargeSpikeHazard.Value),
                    Full(Choices.SpikePoints.Value, Choices.MiddleHazard.Value),
                ],
                [
                    Between(Choices.DoubleRisesFrom.Value, Published.LargeSpikeUpTo.Value),
                    Hazard(Published.LargeSpikeHazard.Value),
                    Rising(Choices.DoublePoints.Value),
                ],
                [
                    say["Method.Score.Ramp.From", ("ratio", R(Published.LargeSpikeUpTo.Value))], Hazard(Published.DoubleSpikeHazard.Value),
                    Full(Choices.DoublePoints.Value, Published.DoubleSpikeHazard.Value.Value),
                ],
            ]);
    }
}
