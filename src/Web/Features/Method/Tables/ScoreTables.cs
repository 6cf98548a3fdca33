using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Constants;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>The score, rule by rule, in the words that its rows carry.</summary>
internal static class ScoreTables
{
    /// <summary>The rows of the score.</summary>
    public static MethodTable Rows(RunnerFormat format)
    {
        string[] columns = ["Row", "Rule", "Most", "Research", "Science", "Sources"];
        return new(
            format.Say["Method.Score.Rows"],
            [.. columns.Select(column => format.Say["Method.Score." + column])],
            [.. MadeRunner.Assess(MadeRunner.TenEverySecondDay).Factors.Select(row => Row(row, format))]);
    }

    /// <summary>The points of a week by its growth.</summary>
    public static MethodTable Week(RunnerFormat format) => new(
        format.Say["Method.Score.WeekTable"],
        [format.Say["Method.Score.Week.Growth"], format.Say["Method.Score.Ramp.Points"]],
        [.. Choices.WeekPoints.Value.Select(step => (IReadOnlyList<MethodCell>)[format.Share(step.Above), ConstantFormat.Number(step.Points, format)])]);

    /// <summary>The scores from which the levels begin.</summary>
    public static MethodTable Levels(RunnerFormat format)
    {
        var say = format.Say;
        string N(double number) => ConstantFormat.Number(number, format);
        return new(
            say["Method.Score.LevelsTable"],
            [say["Method.Score.Runner"], say["Method.Score.Elevated"], say["Method.Score.High"]],
            [
                [say["Method.Score.Uninjured", ("days", N(Choices.InjuryDays.Value))], N(Choices.ElevatedFrom.Value), N(Choices.HighFrom.Value)],
                [say["Method.Score.Injured"], N(Choices.ElevatedFromAfterInjury.Value), N(Choices.HighFromAfterInjury.Value)],
            ]);
    }

    /// <summary>The points of a session by its ratio.</summary>
    public static MethodTable Ramp(RunnerFormat format)
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

    private static IReadOnlyList<MethodCell> Row(RiskFactor row, RunnerFormat format) =>
    [
        FactorWords.Name(row.Id, format.Say),
        RowWords.Rule(row.Id, format),
        format.Number(row.MostPoints, 0),
        RowWords.Research(row.Id, format),
        RiskWords.Science(row.Science, format.Say),
        MethodCell.OfSources(row.Sources),
    ];
}
