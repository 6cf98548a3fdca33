using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>Writes the letter of the 7 days that end at sending. Pure: the same history, assessment and reader give the same letter.</summary>
/// <param name="links">The addresses that the lines lead to.</param>
public sealed class WeeklyMailComposer(MailLinks links)
{
    /// <summary>Writes a letter.</summary>
    /// <param name="history">The runner's stored history.</param>
    /// <param name="assessment">The assessment of the runner's today.</param>
    /// <param name="advice">Advice, the most urgent first.</param>
    /// <param name="format">How the runner reads quantities, and in which language.</param>
    public WeeklyLetter Compose(RunnerHistory history, RiskAssessment assessment, IReadOnlyList<AdviceItem> advice, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(advice);
        ArgumentNullException.ThrowIfNull(format);

        var days = LastDays.Of(history);
        var state = LetterStates.Of(history, assessment);
        var headline = Headline.Of(assessment, format, readLater: true);
        var painDay = PainDayOf(history, assessment.AsOf);
        var lines = new LetterLines(links, history, assessment, advice, days, painDay, headline, format);
        return new()
        {
            Language = format.Say.Tag,
            Subject = LetterSubject.Of(state, assessment, days, format),
            Level = LevelOf(state, headline, format),
            Tone = headline.Tone,
            Opening = lines.Opening(state),
            Lines = [.. lines.Of(state)],
            Footer = [.. FooterOf(state, format)],
            PainDay = painDay,
        };
    }

    private static string? LevelOf(LetterState state, Headline headline, RunnerFormat format) => state switch
    {
        LetterState.Paused or LetterState.NoRunsYet => null,
        LetterState.NotJudged => headline.Level,
        _ when headline is { Points: { } points, IsNumberSecond: false } => format.Say["WeeklyMail.Level", ("level", headline.Level), ("points", points)],
        _ => headline.Level,
    };

    private IEnumerable<LetterLine> FooterOf(LetterState state, RunnerFormat format)
    {
        var say = format.Say;
        if (state is not (LetterState.NoRunsYet or LetterState.NoRecentRuns))
        {
            yield return new("", say["WeeklyMail.Footer.NoProbability"]);
            yield return Small("Rows", links.Dashboard);
            yield return Small("Method", links.Method);
        }

        yield return Small("Settings", links.Settings);
        yield return Small("Unsubscribe", links.Unsubscribe());

        LetterLine Small(string key, Uri link) => new("", "") { Link = link, LinkText = say["WeeklyMail.Footer." + key] };
    }

    // The last run of the days that the letter speaks of, else the day of sending.
    private static LocalDate PainDayOf(RunnerHistory history, LocalDate today)
    {
        var first = LastDays.FirstDayOf(today);
        return history.Runs
            .Where(run => run.Counts && run.Metrics.LocalDate >= first && run.Metrics.LocalDate <= today)
            .Select(run => (LocalDate?)run.Metrics.LocalDate)
            .Max() ?? today;
    }
}
