using System.Reflection;
using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>The signs that want a doctor first, how often the score warned, the rows that carry no points, and all sources.</summary>
internal static class FoundTables
{
    /// <summary>The papers, data sets and pages, by their citation.</summary>
    public static IReadOnlyList<Source> AllSources { get; } =
    [
        .. typeof(Sources).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (Source)property.GetValue(null)!)
            .OrderBy(source => source.Citation, StringComparer.Ordinal),
    ];

    /// <summary>The signs, their urgency and the first aid beside them.</summary>
    public static MethodTable RedFlags(RunnerFormat format)
    {
        var say = format.Say;
        return new(
            say["Method.RedFlags.Table"],
            [say["Method.RedFlags.Sign"], say["Method.RedFlags.Urgency"], say["Method.RedFlags.FirstAid"], say["Method.Score.Sources"]],
            [
                .. RedFlagTable.All.Select(row => (IReadOnlyList<MethodCell>)
                [
                    string.Join(". ", new[] { RedFlagWords.Sign(row.Flag, say), RedFlagWords.Breathless(row.Flag, say) }.OfType<string>()),
                    RedFlagWords.Urgency(row.Urgency, say),
                    RedFlagWords.FirstAid(row.FirstAid, say),
                    MethodCell.OfSources(row.Sources),
                ]),
            ]);
    }

    /// <summary>Shares of days by level over real histories, as the tests of the model measured them.</summary>
    public static MethodTable Histories(RunnerFormat format)
    {
        var say = format.Say;
        IReadOnlyList<MethodCell> Row(string runner, (Fraction Low, Fraction Elevated, Fraction High) share) =>
            [say["Method.Histories." + runner], format.Share(share.Low), format.Share(share.Elevated), format.Share(share.High)];
        RiskLevel[] levels = [RiskLevel.Low, RiskLevel.Elevated, RiskLevel.High];
        return new(
            say["Method.Histories.Table"],
            [say["Method.Histories.Runner"], .. levels.Select(level => RiskWords.Level(level, say))],
            [Row("AsTheyAre", MeasuredHistories.Uninjured), Row("Injured", MeasuredHistories.Injured)]);
    }

    /// <summary>The rows that carry no points, with the findings of research.</summary>
    public static MethodTable WithoutPoints(RunnerFormat format)
    {
        var say = format.Say;
        return new(
            say["Method.WithoutPoints.Table"],
            [say["Method.WithoutPoints.Row"], say["Method.Score.Research"], say["Method.Score.Science"]],
            [
                .. MadeRunner.Assess([]).Information.Select(row => (IReadOnlyList<MethodCell>)
                    [InformationWords.Name(row.Id, say), InformationWords.Research(row.Id, format), RiskWords.Science(row.Science, say)]),
            ]);
    }
}
