using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail;

/// <summary>Says a runner's week in a few lines. Pure: the same history, assessment and week give the same letter.</summary>
/// <param name="links">Where the lines lead.</param>
public sealed class WeeklyMailComposer(MailLinks links)
{
    private const int DaysToAskAbout = 7;

    /// <summary>The letter of a week.</summary>
    /// <param name="history">What is stored of the runner.</param>
    /// <param name="assessment">The assessment of the runner's today.</param>
    /// <param name="advice">Advice, the most urgent first.</param>
    /// <param name="format">How the runner reads quantities.</param>
    /// <param name="week">The ISO week of sending; the letter speaks of the one before.</param>
    public WeeklyLetter Compose(
        RunnerHistory history, RiskAssessment assessment, IReadOnlyList<AdviceItem> advice, RunnerFormat format, IsoWeek week)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(assessment);

        var summary = WeekSummary.Of(history.Runs, week.Previous);
        var finding = Finding.Of(history, assessment);
        var painDay = LastRunDay(history, assessment.AsOf) ?? assessment.AsOf;
        return new()
        {
            Subject = LetterSubject.Of(finding, summary),
            Level = finding.Kind is FindingKind.Paused ? null : RiskWords.Level(assessment.Level) + Points(assessment),
            Tone = finding.Kind is FindingKind.Paused ? "unknown" : RiskWords.Tone(assessment.Level),
            Opening = Opening(finding, summary, format),
            Lines =
            [
                new($"Last week, {DayFormat.Span(summary.Week.FirstDay, summary.Week.LastDay)}", summary.InWords(format)),
                .. Why(finding),
                .. finding.IsQuiet || advice.Count == 0 ? Array.Empty<LetterLine>() : [new("This week", advice[0].Text)],
                new($"Today, {DayFormat.DayAndMonth(assessment.AsOf)}", Ceiling(history, assessment, format)),
                .. NotKnown(history, assessment, summary),
                new("Your knees, in two taps", Question(assessment, painDay), Link: links.Pain()),
            ],
            Footer =
            [
                new("", "The score orders weeks by concern. It is no probability of injury and no diagnosis."),
                new("Every row of the score", "", Link: links.Dashboard),
                new("Day, hour and content of this mail", "", Link: links.Settings),
                new("No more of these mails", "", Link: links.Unsubscribe()),
            ],
            PainDay = painDay,
        };
    }

    private static string Points(RiskAssessment assessment) =>
        assessment.Score is { } score ? $", {score} of {assessment.Factors.Sum(factor => factor.MostPoints)} points" : "";

    private static string Opening(Finding finding, WeekSummary summary, RunnerFormat format) => finding switch
    {
        { Kind: FindingKind.Paused } => "You paused. This is what last week held; the score waits until you end the pause." + Diary(finding.Assessment),
        { Kind: FindingKind.NoScore } => RiskWords.Sentence(finding.Assessment.Level) + Diary(finding.Assessment),
        { Kind: FindingKind.Calm } => summary.Runs > 0 ? "A calm week: nothing stands out." : "A week without runs: nothing stands out.",
        { Kind: FindingKind.Pain, Assessment.Gate: { } gate } => RiskWords.Action(gate.Action),
        { Kind: FindingKind.LongReturn, Factor: { } row, Run: { } run } =>
            $"{run} of {FactorWords.Measured(row, format)} was long for a first run after a break: half of your longest before it is {FactorWords.Usual(row, format)}.",
        { Factor: { } row } => FactorWords.Reason(row, format, finding.Run),
        _ => RiskWords.Sentence(finding.Assessment.Level),
    };

    /// <summary>What the diary asks for, where the opening speaks of something else that is no score.</summary>
    private static string Diary(RiskAssessment assessment) =>
        assessment is { Gate: { } gate, Level: not RiskLevel.SeeADoctor } ? " " + RiskWords.Action(gate.Action) : "";

    private static IEnumerable<LetterLine> Why(Finding finding)
    {
        if (finding is { Kind: FindingKind.Pain, Assessment.Gate: { } gate })
        {
            var until = gate.Until is { } last ? $" It holds until an entry that has settled, at most until {DayFormat.DayAndMonth(last)}." : "";
            yield return new("Why", $"Your entry of {DayFormat.DayAndMonth(gate.Since)}.{until}", "Your own diary.");
        }
        else if (!finding.IsQuiet && finding.Factor is { } row)
        {
            yield return new("Why", row.Note, Cited(row.Sources));
        }
    }

    private static string? Cited(IReadOnlyList<Source> sources) => sources switch
    {
        [{ Doi: { } doi } first, ..] => $"{first.Citation}, doi:{doi}.",
        [var first, ..] => $"{first.Citation}.",
        [] => null,
    };

    private static IEnumerable<LetterLine> NotKnown(RunnerHistory history, RiskAssessment assessment, WeekSummary summary)
    {
        List<string> missing =
        [
            .. assessment.Factors.Where(factor => factor.Measurement is MeasurementQuality.None).Select(factor => factor.Id switch
            {
                FactorId.LoadIncrease => "whether your load rose",
                FactorId.HardSurface => "the ground that you ran on",
                _ => "how your feet land",
            }),
        ];
        if (summary.Load is { UnknownDistances: > 0 and var unknown })
        {
            missing.Add("the distance of " + RunnerFormat.Count(unknown, "run", "runs"));
        }

        if (history.Waiting > 0)
        {
            missing.Add(RunnerFormat.Count(history.Waiting, "upload that is", "uploads that are") + " still being read");
        }

        if (missing.Count > 0)
        {
            var words = missing.Count == 1 ? missing[0] : string.Join(", ", missing.SkipLast(1)) + " and " + missing[^1];
            yield return new("Not known", char.ToUpperInvariant(words[0]) + words[1..] + ".");
        }
        else if (assessment.Score is not null)
        {
            yield return new("Not known", "Nothing: all that the score asks for was measured.");
        }
    }

    private static string Ceiling(RunnerHistory history, RiskAssessment assessment, RunnerFormat format)
    {
        var ceiling = assessment.Ceiling;
        var already = CeilingWords.AlreadyRun(ceiling, history.RunOn(assessment.AsOf), format);
        return $"{CeilingWords.Headline(ceiling, format)}. {CeilingWords.Reason(ceiling, format)}{(already is null ? "" : " " + already)}";
    }

    private static string Question(RiskAssessment assessment, LocalDate painDay)
    {
        var question = painDay == assessment.AsOf
            ? "How are they today?"
            : $"How were they on {(Period.DaysBetween(painDay, assessment.AsOf) < DaysToAskAbout ? DayFormat.Weekday(painDay) : DayFormat.DayAndMonth(painDay))}?";
        return (assessment.CheckInDue ? "What your diary asked for has run out: please check in. " : "") + question;
    }

    private static LocalDate? LastRunDay(RunnerHistory history, LocalDate today) => history.Runs
        .Where(run => run.Counts && run.Metrics.LocalDate <= today && Period.DaysBetween(run.Metrics.LocalDate, today) < DaysToAskAbout)
        .Select(run => (LocalDate?)run.Metrics.LocalDate)
        .Max();
}
