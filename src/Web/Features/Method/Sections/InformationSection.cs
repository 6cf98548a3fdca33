using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>The rows that carry no points, with the findings of research.</summary>
internal static class InformationSection
{
    public static MethodSection Make(RunnerFormat format) => new(
        "without-points",
        format.Say["Information.Title"],
        [
            new MethodBlock.Paragraph(format.Say["Information.Intro"]),
            new MethodBlock.Table(
                format.Say["Method.WithoutPoints.Table"],
                [format.Say["Method.WithoutPoints.Row"], format.Say["Method.Score.Research"], format.Say["Method.Score.Science"]],
                [.. MethodExamples.Assess([]).Information.Select(row => Row(row, format))]),
        ]);

    private static IReadOnlyList<MethodCell> Row(RiskInformation row, RunnerFormat format) =>
        [InformationWords.Name(row.Id, format.Say), InformationWords.Research(row.Id, format), RiskWords.Science(row.Science, format.Say)];
}
