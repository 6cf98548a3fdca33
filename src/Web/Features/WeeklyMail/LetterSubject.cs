using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>The subject: the finding in a few words. What a diary, an age or a pause says is never in it, since subjects show on locked screens.</summary>
internal static class LetterSubject
{
    public static string Of(Finding finding, WeekSummary summary)
    {
        var runs = summary.Runs == 0 ? "no runs" : RunnerFormat.Count(summary.Runs, "run", "runs");
        return PlainText.Of(finding switch
        {
            { Kind: FindingKind.Calm } => summary.Runs == 0 ? $"Quiet week, {runs}" : $"Calm week, {runs}",
            { Kind: FindingKind.LongRun, Factor.Ratio: { } ratio, Run: { } run } => $"{run} was {Beyond(ratio)} beyond your longest",
            { Kind: FindingKind.LongReturn, Run: { } run } => $"{run} was long for a first run",
            { Kind: FindingKind.Growth, Factor.Ratio: { } ratio } => $"Your last 7 days were {Beyond(ratio)} above usual",
            { Kind: FindingKind.NoScore, Assessment.Level: RiskLevel.NoRecentRuns } => "A month without runs",
            { Assessment.Level: RiskLevel.Elevated or RiskLevel.High or RiskLevel.SeeADoctor, Kind: not FindingKind.Paused } => $"Your week, {runs}: please read before you run",
            _ => $"Your week, {runs}",
        });
    }

    private static string Beyond(double ratio) => RunnerFormat.Share(new Fraction(ratio - 1));
}
