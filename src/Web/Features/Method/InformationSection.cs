using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Features.Method;

/// <summary>What carries no points, and what research found.</summary>
internal static class InformationSection
{
    public static MethodSection Make() => new(
        "without-points",
        "Shown without points",
        [
            new MethodBlock.Paragraph("Popular advice or other watches speak of these. Research did not find that they bring knee injury, or nobody looked."),
            new MethodBlock.Table(
                "Rows without points",
                ["Row", "What research found", "Science"],
                [.. MadeHistory.Assess([]).Information.Select(Row)]),
        ]);

    private static IReadOnlyList<MethodCell> Row(RiskInformation row) => [row.Title, row.Note, RiskWords.Science(row.Science)];
}
