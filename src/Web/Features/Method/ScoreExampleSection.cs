using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Shared;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>Made histories and what the model says of them.</summary>
internal static class ScoreExampleSection
{
    private static readonly RunnerProfile HeelAndInjury = new()
    {
        ToldHeelStrike = true,
        ToldFootStrikeOn = MadeHistory.Day.PlusDays(-30),
        KneeInjury = MadeHistory.Day.PlusDays(-100),
    };

    private static readonly (string What, IReadOnlyList<HistoryRun> History, RunnerProfile Profile)[] Examples =
    [
        ("and today 11.0 km", With((0, 11)), RunnerProfile.Unknown),
        ("and today 11.1 km", With((0, 11.1)), RunnerProfile.Unknown),
        ("and today 20.0 km", With((0, 20)), RunnerProfile.Unknown),
        ("and today 20.1 km", With((0, 20.1)), RunnerProfile.Unknown),
        ("and 7 days ago 15 km", With((7, 15)), RunnerProfile.Unknown),
        ("and 11 days ago 15 km", With((11, 15)), RunnerProfile.Unknown),
        ("nothing", With(), RunnerProfile.Unknown),
        ("and 1, 3 and 5 days ago 10 km more", With((1, 10), (3, 10), (5, 10)), RunnerProfile.Unknown),
        ("all of it on hard ground", With().OnGround(1), RunnerProfile.Unknown),
        ("three quarters of it on hard ground", With().OnGround(0.75), RunnerProfile.Unknown),
        ("and today 15 km, all hard, heel told from a video, knee injury 100 days ago", With((0, 15)).OnGround(1), HeelAndInjury),
    ];

    public static MethodSection Make() => new(
        "score-by-hand",
        "The score by hand",
        [
            new MethodBlock.Paragraph(
                "Made runners of whom nothing else is known: 10 km every second day, from 62 days ago to 2 days ago, and what the first column adds. Computed by the code that computes your score."),
            new MethodBlock.Table(
                "Test vectors of the score",
                ["What is added", "Rule", "Ratio", "Load", "Ground", "Heel", "Score", "Level", "Ceiling, km"],
                [.. Examples.Select(example => Row(example.What, MadeHistory.Assess(example.History, example.Profile)))]),
        ]);

    private static IReadOnlyList<MethodCell> Row(string what, RiskAssessment assessment)
    {
        var load = assessment.Factors.Single(row => row.Id is FactorId.LoadIncrease);
        return
        [
            what,
            load.Kind is LoadIncreaseKind.Growth ? "growth" : "longest run",
            Invariant($"{load.Ratio:0.000}"),
            .. assessment.Factors.Select(row => (MethodCell)Invariant($"{row.Points}")),
            Invariant($"{assessment.Score}"),
            RiskWords.Level(assessment.Level),
            Invariant($"{assessment.Ceiling.Limit?.Kilometres:0.00}"),
        ];
    }

    private static IReadOnlyList<HistoryRun> With(params (int DaysAgo, double Kilometres)[] added) =>
        [.. MadeHistory.TenEverySecondDay, .. added.Select(run => MadeHistory.Run(run.DaysAgo, run.Kilometres))];
}
