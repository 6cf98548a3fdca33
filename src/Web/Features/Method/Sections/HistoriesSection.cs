using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>Shares of days by level over real histories, as the tests of the model measured them.</summary>
internal static class HistoriesSection
{
    private const int Histories = 4;
    private const int Days = 808;
    private const int Alarms = 24;

    private static readonly (string Key, double Low, double Elevated, double High)[] Shares =
    [
        ("Method.Histories.AsTheyAre", 0.777, 0.200, 0.022),
        ("Method.Histories.Injured", 0.724, 0.254, 0.022),
    ];

    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        string Percent(double share) => format.Value(new Fraction(share).Percent, 0, "Units.Percent");
        return new(
            "histories",
            say["Method.Histories.Title"],
            [
                new MethodBlock.Paragraph(say[
                    "Method.Histories.Intro",
                    ("histories", format.Number(Histories, 0)),
                    ("days", format.Number(Days, 0)),
                    ("alarm", format.Number((double)Days / Alarms, 0))]),
                new MethodBlock.Table(
                    say["Method.Histories.Table"],
                    [
                        say["Method.Histories.Runner"], RiskWords.Level(RiskLevel.Low, say), RiskWords.Level(RiskLevel.Elevated, say),
                        RiskWords.Level(RiskLevel.High, say),
                    ],
                    [.. Shares.Select(row => (IReadOnlyList<MethodCell>)[say[row.Key], Percent(row.Low), Percent(row.Elevated), Percent(row.High)])]),
            ]);
    }
}
