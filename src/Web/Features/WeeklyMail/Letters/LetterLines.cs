using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Care;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Features.WeeklyMail.Letters;

/// <summary>Writes the lines of one runner's letter, those of each state in their order.</summary>
internal sealed class LetterLines(
    MailLinks links,
    RunnerHistory history,
    RiskAssessment assessment,
    IReadOnlyList<AdviceItem> advice,
    LastDays days,
    LocalDate painDay,
    Headline headline,
    RunnerFormat format)
{
    private Language Say => format.Say;

    /// <summary>The finding in one sentence: the headline of the first screen wherever a level is shown.</summary>
    public string Opening(LetterState state) => state switch
    {
        LetterState.NoRunsYet => Say["WeeklyMail.Opening.NoRunsYet"],
        _ when headline.Diary is { } diary => Both(headline.Sentence, diary),
        _ => headline.Sentence,
    };

    /// <summary>The lines beneath the opening.</summary>
    public IEnumerable<LetterLine> Of(LetterState state) => state switch
    {
        LetterState.Calm => [Pain(), Week(), .. Recurring(), Furthest(), .. NotKnown()],
        LetterState.FirstWeeks => [Pain(), SoFar(), Week(), .. Recurring(), .. WayBack(), .. FurthestIfAny(), .. NotKnown()],
        LetterState.NoRunsYet => [Bring(), Once("NoRunsYet")],
        LetterState.NoRecentRuns => [Missing(), Pain(), .. WayBack(), .. FurthestIfAny(), Once("NoRecentRuns")],
        LetterState.Paused => [Pain(), .. WeekIfAny(), EndPause()],
        LetterState.Doctor or LetterState.Under18 => [.. Action(), Pain(), .. WeekIfAny()],
        _ => [.. Reason(), Pain(), Week(), .. Action(), Furthest(), .. NotKnown()],
    };

    private string Both(string first, string second) => Say["WeeklyMail.Sentences", ("first", first), ("second", second)];

    private LetterLine Once(string until) => new(Say["WeeklyMail.Label.Once"], Say["WeeklyMail.Once." + until]);

    private LetterLine Pain()
    {
        var question = assessment.CheckInDue ? PainWords.CheckIn(Say)
            : painDay == days.Today ? Say["WeeklyMail.Pain.Today"]
            : Say["WeeklyMail.Pain.OnDay", ("day", format.Days.Weekday(painDay))];
        return new(Say["WeeklyMail.Label.Pain"], question)
        {
            Link = links.Pain(),
            LinkText = Say["WeeklyMail.Pain.Button"],
            IsButton = true,
        };
    }

    private LetterLine Week()
    {
        var most = days.Blocks.Count == 0 ? 0 : days.Blocks.Max(block => block.Distance.Metres);
        return new(
            Say["WeeklyMail.Label.Week", ("days", format.Number(LastDays.Length, 0)), ("span", format.Days.Span(days.FirstDay, days.Today))],
            days.InWords(format))
        {
            Bars = days.Blocks.Count < 2 || most == 0 ? [] :
            [
                .. days.Blocks.Select(block => new LetterBar(
                    format.Days.Span(LastDays.FirstDayOf(block.LastDay), block.LastDay),
                    block.Distance.Metres > 0 || block.Unknown > 0 ? format.Sum(block.Distance, block.Unknown) : Say["WeeklyMail.Runs.None"],
                    block.Distance.Metres / most)),
            ],
        };
    }

    private IEnumerable<LetterLine> WeekIfAny() => days.Runs > 0 ? [Week()] : [];

    private IEnumerable<LetterLine> Reason()
    {
        if (assessment is not { SetBy: SetBy.Pain, Gate: { } gate })
        {
            return [];
        }

        var since = Say["WeeklyMail.Reason.Entry", ("day", format.Days.DayAndMonth(gate.Since))];
        return [new(
            Say["WeeklyMail.Label.Reason"],
            gate.Until is { } until ? Both(since, Say["WeeklyMail.Reason.Until", ("day", format.Days.DayAndMonth(until))]) : since)];
    }

    /// <summary>The one thing to do: a step of the way back after a stop, else the first advice.</summary>
    private IEnumerable<LetterLine> Action()
    {
        if (assessment.Ladder is not null || advice.Count == 0)
        {
            return WayBack();
        }

        return [new(Say["WeeklyMail.Label.Action"], AdviceWords.Text(advice[0], format)) { Link = links.Sources, LinkText = Say["WeeklyMail.Action.Source"] }];
    }

    // A calm week is no answer to a knee that hurts again and again.
    private IEnumerable<LetterLine> Recurring() => advice is [{ Id: AdviceId.KeepsComingBack }, ..] ? Action() : [];

    private IEnumerable<LetterLine> WayBack() => assessment.Ladder is { } ladder
        ?
        [
            new(Say["WeeklyMail.Label.WayBack"], Say[
                "WeeklyMail.WayBack",
                ("step", PainWords.Step(ladder, Say)),
                ("allowed", PainWords.Allowed(ladder, Say)),
                ("next", PainWords.FreedBy(ladder, Say))]),
        ]
        : [];

    private LetterLine Furthest()
    {
        var ceiling = assessment.Ceiling;
        string?[] more =
        [
            CeilingWords.Reason(ceiling, assessment.Ladder, format),
            CeilingWords.Recovery(ceiling, Say),
            CeilingWords.AlreadyRun(ceiling, history.RunOn(assessment.AsOf), format, readLater: true),
        ];
        var limit = Say["WeeklyMail.Furthest", ("limit", CeilingWords.Limit(ceiling, format))];
        return new(
            Say["WeeklyMail.Label.Furthest", ("day", format.Days.DayAndMonth(assessment.AsOf))],
            more.OfType<string>().Aggregate(limit, Both));
    }

    private IEnumerable<LetterLine> FurthestIfAny() => assessment.Ceiling.Limit is null ? [] : [Furthest()];

    private LetterLine SoFar()
    {
        var from = assessment.AsOf.PlusDays(-Choices.ReturnDays.Value);
        var runs = history.Runs.Where(run => run.Counts && run.Metrics.LocalDate > from && run.Metrics.LocalDate <= assessment.AsOf).ToList();
        var length = runs.Count == 0 ? 0 : Period.DaysBetween(runs.Min(run => run.Metrics.LocalDate), assessment.AsOf);
        return new(Say["WeeklyMail.Label.SoFar"], Say[
            "WeeklyMail.SoFar",
            ("runs", format.Number(Math.Min(runs.Count, Choices.LeastRuns.Value), 0)),
            ("leastRuns", format.Number(Choices.LeastRuns.Value, 0)),
            ("days", format.Number(Math.Min(length, Choices.LeastDays.Value), 0)),
            ("leastDays", format.Number(Choices.LeastDays.Value, 0))]);
    }

    private LetterLine Bring() => new(Say["WeeklyMail.Label.Bring"], Say["WeeklyMail.Bring.How"])
    {
        Link = links.Uploads,
        LinkText = Say["WeeklyMail.Bring.Button"],
        IsButton = true,
    };

    private LetterLine Missing() => new(Say["WeeklyMail.Label.Missing"], Say["WeeklyMail.Missing.How"])
    {
        Link = links.Uploads,
        LinkText = Say["WeeklyMail.Bring.Button"],
    };

    private LetterLine EndPause() => new(Say["WeeklyMail.Label.Pause"], Say["WeeklyMail.Pause.How"])
    {
        Link = links.Pause,
        LinkText = Say["WeeklyMail.Pause.Link"],
    };

    private IEnumerable<LetterLine> NotKnown()
    {
        List<string> missing = [.. (assessment.Rows?.All ?? []).Where(IsUnknown).Select(row => Say["WeeklyMail.Unknown." + row.Id])];
        if (days.UnknownDistances > 0)
        {
            missing.Add(Say.Count("WeeklyMail.Unknown.Distances", days.UnknownDistances));
        }

        if (history.Waiting > 0)
        {
            missing.Add(Say.Count("WeeklyMail.Unknown.Uploads", history.Waiting));
        }

        if (missing.Count > 0)
        {
            var list = Say.Join(missing);
            yield return new(Say["WeeklyMail.Label.Unknown"], Say["WeeklyMail.Unknown.List", ("list", char.ToUpperInvariant(list[0]) + list[1..])]);
        }
        else if (assessment.Score is not null)
        {
            yield return new(Say["WeeklyMail.Label.Unknown"], Say["WeeklyMail.Unknown.Nothing"]);
        }
    }

    // A rest of ten days leaves nothing to judge, and a watch without a barometer never measures a descent: neither is news.
    private static bool IsUnknown(RiskFactor row) =>
        row.NotJudged is { } reason && reason is not (NotJudged.NoRecentSession or NotJudged.NoBarometer) && row.Id is not (FactorId.Creep or FactorId.Descent);
}
