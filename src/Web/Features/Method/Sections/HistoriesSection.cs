using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>Shares of days by level over real histories, as the tests of the model measured them.</summary>
internal static class HistoriesSection
{
    private static readonly (string Key, (Fraction Low, Fraction Elevated, Fraction High) Share)[] Shares =
    [
        ("Method.Histories.AsTheyAre", MeasuredHistories.Uninjured),
        ("Method.Histories.Injured", MeasuredHistories.Injured),
    ];

    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string Percent(Fraction share) => format.Value(share.Percent, 0, "Units.Percent");
        return new(
            "histories",
            say["Method.Histories.Title"],
            [
                new MethodBlock.Paragraph(say[
                    "Method.Histories.Intro",
                    ("histories", format.Number(MeasuredHistories.Histories, 0)),
                    ("days", format.Number(MeasuredHistories.Days, 0)),
                    ("alarm", format.Number((double)MeasuredHistories.Days / MeasuredHistories.Alarms.Uninjured, 0))]),
                new MethodBlock.Table(
                    say["Method.Histories.Table"],
                    [
                        say["Method.Histories.Runner"], RiskWords.Level(RiskLevel.Low, say), RiskWords.Level(RiskLevel.Elevated, say),
                        RiskWords.Level(RiskLevel.High, say),
                    ],
                    [.. Shares.Select(row => (IReadOnlyList<MethodCell>)[
                        say[row.Key], Percent(row.Share.Low), Percent(row.Share.Elevated), Percent(row.Share.High),
                    ])]),
            ]);
    }
}
