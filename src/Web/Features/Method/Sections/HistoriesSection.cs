using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Method.Blocks;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Sections;

/// <summary>Shares of days by level, and how seldom a new alarm comes, over real histories.</summary>
/// <param name="Low">Days that were low. [1]</param>
/// <param name="Elevated">Days that were elevated. [1]</param>
/// <param name="High">Days that were high. [1]</param>
/// <param name="DaysPerAlarm">Days to one new alarm. [d]</param>
internal sealed record LevelShares(Fraction Low, Fraction Elevated, Fraction High, double DaysPerAlarm);

/// <summary>How often the model warns. The figures are measured by the tests over real histories and stand here.</summary>
internal static class HistoriesSection
{
    private static readonly (int Histories, int Days, LevelShares AsTheyAre, LevelShares Injured)? Measured = null;

    public static MethodSection Make(RunnerFormat format)
    {
        var say = format.Say;
        return new("histories", say["Method.Histories.Title"], Measured is { } figures
            ?
            [
                new MethodBlock.Paragraph(say["Method.Histories.Intro", ("histories", format.Number(figures.Histories, 0)), ("days", format.Number(figures.Days, 0))]),
                new MethodBlock.Table(
                    say["Method.Histories.Table"],
                    [
                        say["Method.Histories.Runner"], RiskWords.Level(RiskLevel.Low, say), RiskWords.Level(RiskLevel.Elevated, say),
                        RiskWords.Level(RiskLevel.High, say), say["Method.Histories.Alarms"],
                    ],
                    [Row("Method.Histories.AsTheyAre", figures.AsTheyAre, format), Row("Method.Histories.Injured", figures.Injured, format)]),
            ]
            : [new MethodBlock.Paragraph(say["Method.Histories.Open"])]);
    }

    private static IReadOnlyList<MethodCell> Row(string key, LevelShares shares, RunnerFormat format) =>
    [
        format.Say[key], Percent(shares.Low, format), Percent(shares.Elevated, format), Percent(shares.High, format), format.Number(shares.DaysPerAlarm, 0),
    ];

    private static string Percent(Fraction share, RunnerFormat format) => format.Value(share.Percent, 1, "Units.Percent");
}
