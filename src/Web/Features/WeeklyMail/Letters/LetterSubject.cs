using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Mailing;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>
/// Writes the subject: the finding of the 7 days in a few words. It never holds what a diary, an age or a pause says, since
/// subjects show on locked screens.
/// </summary>
internal static class LetterSubject
{
    private const double TimesFrom = 2;

    public static string Of(LetterState state, RiskAssessment assessment, LastDays days, RunnerFormat format)
    {
        var say = format.Say;
        return SimpleTypography.Of(state switch
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
    private static string? Finding(RiskAssessment assessment, LastDays days, RunnerFormat format) => (assessment.SetBy, assessment.Rows) switch
    {
        (SetBy.LongestRun, { LongestRun: { Session: { } session, Ratio: { } ratio } row }) => OfSession(LongRunKey(row, ratio), session, ratio, days, format),
        (SetBy.Creep, { Creep: { Session: { } session, Numbers.Ratio: { } ratio } }) => OfSession("Creep", session, ratio, days, format),
        (SetBy.Descent, { Descent: { Session: { } session, Numbers.Ratio: { } ratio } }) => OfSession("Descent", session, ratio, days, format),
        (SetBy.Week, { Week.Numbers.Ratio: { } ratio }) => format.Say[
            ratio < TimesFrom ? "WeeklyMail.Subject.Week" : "WeeklyMail.Subject.Week.Times",
            ("days", format.Number(LastDays.Length, 0)),
            ("share", Beyond(ratio, format)),
            ("times", format.Number(ratio, 1))],
        _ => null,
    };

    // As the opening says it: a share below twice the longest, from there how many times.
    private static string LongRunKey(LongestRun row, double ratio) => row switch
    {
        { IsReturn: true } => "LongReturn",
        { BaseKind: LongestRunBase.HalfBeforeBreak } => "LongAfterBreak",
        { BaseKind: LongestRunBase.Told } => "LongBesideTold",
        _ => ratio < TimesFrom ? "LongRun" : "LongRun.Times",
    };

    private static string OfSession(string key, JudgedSession session, double ratio, LastDays days, RunnerFormat format) => IsWithin(session, days)
        ? format.Say[
            "WeeklyMail.Subject." + key,
            ("run", RunWords.Name(session.Day, days.Today, format.Say, readLater: true)),
            ("share", Beyond(ratio, format)),
            ("times", format.Number(ratio, 1))]
        : format.Say["WeeklyMail.Subject.Earlier", ("runs", RunsOf(days, format)), ("day", format.Days.DayAndMonth(session.Day))];

    private static bool IsWithin(JudgedSession session, LastDays days) => Period.DaysBetween(session.Day, days.Today) < LastDays.Length;

    private static string Beyond(double ratio, RunnerFormat format) => format.Share(new Fraction(ratio - 1));
}
