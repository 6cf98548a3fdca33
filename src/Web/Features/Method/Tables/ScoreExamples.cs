using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Features.Method.Tables;

/// <summary>Made histories and the model's finding on each.</summary>
internal static class ScoreExamples
{
    private const double PartHard = 0.75;
    private const int InjuredDaysAgo = 100;
    private static readonly int[] MoreDays = [1, 3, 5];

    private static readonly RunnerProfile HeelAndInjury = new()
    {
        ToldHeelStrike = true,
        ToldFootStrikeOn = MadeRunner.Day.PlusDays(-30),
        KneeInjury = MadeRunner.Day.PlusDays(-InjuredDaysAgo),
    };

    /// <summary>The made histories, each beside its points, level and ceiling.</summary>
    public static MethodTable Of(RunnerFormat format)
    {
        string[] columns = ["Added", "Measure", "Ratio", "Load", "Ground", "Heel", "Score", "Level", "Ceiling"];
        return new(
            format.Say["Method.ByHand.Table"],
            [.. columns.Select(column => format.Say["Method.ByHand." + column])],
            [.. Examples(format).Select(example => Row(example.What, MadeRunner.Assess(example.History, example.Profile), format))]);
    }

    private static IEnumerable<(string What, IReadOnlyList<HistoryRun> History, RunnerProfile Profile)> Examples(RunnerFormat format)
    {
        foreach (var kilometres in new[] { 11, 11.1, 11.5, 12, 19, 19.5, 20 })
        {
            yield return Run(0, kilometres, format);
        }

        foreach (var daysAgo in new[] { 7, 9, 11 })
        {
            yield return Run(daysAgo, 15, format);
        }

        var say = format.Say;
        yield return (say["Method.ByHand.Nothing"], With(), RunnerProfile.Unknown);
        yield return (
            say[
                "Method.ByHand.MoreWeek",
                ("days", say.Join([.. MoreDays.Select(day => format.Number(day, 0))])),
                ("km", format.Number(MadeRunner.Kilometres, 0))],
            With([.. MoreDays.Select(day => (day, MadeRunner.Kilometres))]),
            RunnerProfile.Unknown);
        yield return (say["Method.ByHand.AllHard"], With().OnGround(1), RunnerProfile.Unknown);
        yield return (say["Method.ByHand.PartHard", ("share", format.Share(new Fraction(PartHard)))], With().OnGround(PartHard), RunnerProfile.Unknown);
        yield return (
            say["Method.ByHand.Everything", ("km", format.Number(15, 0)), ("days", format.Number(InjuredDaysAgo, 0))],
            With((0, 15)).OnGround(1),
            HeelAndInjury);
    }

    private static (string What, IReadOnlyList<HistoryRun> History, RunnerProfile Profile) Run(int daysAgo, double kilometres, RunnerFormat format) => (
        format.Say[daysAgo == 0 ? "Method.ByHand.Today" : "Method.ByHand.Ago", ("days", format.Number(daysAgo, 0)), ("km", format.Number(kilometres, 1))],
        With((daysAgo, kilometres)),
        RunnerProfile.Unknown);

    private static IReadOnlyList<MethodCell> Row(string what, RiskAssessment assessment, RunnerFormat format)
    {
        var rows = assessment.Rows ?? throw new InvalidOperationException("The made histories have a score.");
        var load = rows.LoadIncrease;
        return
        [
            what,
            FactorWords.Name(load.Id, format.Say),
            load.Numbers.Ratio is { } ratio ? format.Number(ratio, 3) : "",
            format.Number(load.Points, 0),
            format.Number(rows.HardSurface.Points, 0),
            format.Number(rows.HeelStrike.Points, 0),
            format.Number(assessment.Score ?? 0, 0),
            RiskWords.Level(assessment.Level, format.Say),
            assessment.Ceiling.Limit is { } limit ? format.Number(limit.Kilometres, 2) : "",
        ];
    }

    private static IReadOnlyList<HistoryRun> With(params (int DaysAgo, double Kilometres)[] added) =>
        [.. MadeRunner.TenEverySecondDay, .. added.Select(run => MadeRunner.Run(run.DaysAgo, run.Kilometres))];
}
