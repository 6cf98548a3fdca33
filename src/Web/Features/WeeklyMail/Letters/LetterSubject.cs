using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>
/// Writes the subject: the finding of the 7 days in a few words. It never holds what a diary, an age or a pause says, since
/// subjects show on locked screens.
/// </summary>
internal static class LetterSubject
{
    public static string Of(LetterState state, RiskAssessment assessment, LastDays days, RunnerFormat format)
    {
        var say = format.Say;
        return PlainText.Of(state switch
        {
            LetterState.Calm => Week(days.Runs == 0 ? "Quiet" : "Calm"),
            LetterState.StandsOut => Finding(assessment, days, format) ?? Week(IsWarning(assessment) ? "ReadFirst" : "Plain"),
            LetterState.Pain or LetterState.Doctor => Week("ReadFirst"),
            LetterState.NotJudged => Week("NotJudged"),
            LetterState.Return => Week("Return"),
            LetterState.FirstWeeks => Week("FirstWeeks"),
            LetterState.NoRunsYet => say["WeeklyMail.Subject.NoRunsYet"],
            LetterState.NoRecentRuns => say["WeeklyMail.Subject.NoRecentRuns"],
            _ => Week("Plain"),
        });

        string Week(string key) => say["WeeklyMail.Subject." + key, ("runs", RunsOf(days, format))];
    }

    private static string RunsOf(LastDays days, RunnerFormat format) =>
        days.Runs == 0 ? format.Say["WeeklyMail.Runs.None"] : format.Say.Count("WeeklyMail.Runs", days.Runs);

    private static bool IsWarning(RiskAssessment assessment) => assessment.Level is RiskLevel.Elevated or RiskLevel.High;

    /// <summary>The load measure that set the finding; null where its numbers are not all known.</summary>
    private static string? Finding(RiskAssessment assessment, LastDays days, RunnerFormat format)
    {
        var say = format.Say;
        return (assessment.SetBy, assessment.Rows) switch
        {
            (SetBy.LongestRun, { LongestRun: { Session: { } session, Ratio: { } ratio } row }) => !IsWithin(session, days) ? Earlier("LongRunEarlier", session)
                : row.IsReturn ? say["WeeklyMail.Subject.LongReturn", ("run", RunNames.Of(session, days.Today, format))]
                : say["WeeklyMail.Subject.LongRun", ("run", RunNames.Of(session, days.Today, format)), ("share", Beyond(ratio, format))],
            (SetBy.Creep, { Creep: { Session: { } session, Numbers.Ratio: { } ratio } }) => IsWithin(session, days)
                ? say["WeeklyMail.Subject.Creep", ("share", Beyond(ratio, format))]
                : Earlier("CreepEarlier", session),
            (SetBy.Descent, { Descent.Session: { } session }) => IsWithin(session, days)
                ? say["WeeklyMail.Subject.Descent", ("run", RunNames.Of(session, days.Today, format))]
                : Earlier("DescentEarlier", session),
            (SetBy.Week, { Week.Numbers.Ratio: { } ratio }) =>
                say["WeeklyMail.Subject.Week", ("days", format.Number(LastDays.Length, 0)), ("share", Beyond(ratio, format))],
            _ => null,
        };

        string Earlier(string key, JudgedSession session) =>
            say["WeeklyMail.Subject." + key, ("runs", RunsOf(days, format)), ("day", format.Days.DayAndMonth(session.Day))];
    }

    private static bool IsWithin(JudgedSession session, LastDays days) => Period.DaysBetween(session.Day, days.Today) < LastDays.Length;

    private static string Beyond(double ratio, RunnerFormat format) => format.Share(new Fraction(ratio - 1));
}
