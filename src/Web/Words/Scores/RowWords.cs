using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says what stands behind a row: its rule, what limits it, and what research says, with the outcome that the study had.</summary>
public static class RowWords
{
    private const int DaysOfWeek = 7;

    /// <summary>The rule of a row.</summary>
    public static string Rule(FactorId id, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        string N(double number) => format.Number(number, 0);
        var weekLeast = Choices.WeekPoints.Value[^1];
        return format.Say[
            "Factors.Rule." + id,
            ("gap", N(Choices.SessionGapMinutes.Value)),
            ("days", N(id switch
            {
                FactorId.Week =>
                DaysOfWeek,
                FactorId.HardSurface or FactorId.HeelStrike => Choices.HabitDays.Value,
                _ => Published.SpikeWindowDays.Value
            })),
            ("share", format.Share(id switch
            {
                FactorId.Week => weekLeast.Above,
                FactorId.HardSurface => Choices.HardShareFrom.Value,
                _ => new Fraction(Published.SpikeFrom.Value - 1),
            })),
            ("spike", N(Choices.SpikePoints.Value)),
            ("full", format.Share(new Fraction(Choices.SpikeFullAt.Value - 1))),
            ("most", N(FactorsMost(id))),
            ("hold", N(Choices.HoldDays.Value)),
            ("gone", N(Choices.FadeDays.Value)),
            ("from", N(Choices.CreepDays.Value.From)),
            ("to", N(Choices.CreepDays.Value.To)),
            ("percent", format.Share(new Fraction(Choices.DownhillPercent.Value.Gentle / 100))),
            ("excess", format.Height(Choices.LeastDescentExcess.Value)),
            ("least", N(weekLeast.Points)),
            ("months", N(Choices.ToldFootStrikeMonths.Value))];
    }

    /// <summary>The findings of research behind a row.</summary>
    public static string Research(FactorId id, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        var growth = Published.NoviceGrowthHazard.Value;
        return format.Say[
            "Factors.Research." + id,
            ("runners", format.Number(Published.SpikeRunners.Value, 0)),
            ("low", id is FactorId.Week ? format.Number(growth.Low, 2) : format.Number(Published.LargeSpikeHazard.Value.Value, 1)),
            ("high", id is FactorId.Week ? format.Number(growth.High, 2) : format.Number(Published.ModestSpikeHazard.Value.Value, 1)),
            ("double", format.Number(Published.DoubleSpikeHazard.Value.Value, 1)),
            ("hazard", format.Number(growth.Value, 2)),
            ("share", format.Share(id is FactorId.Week ? Published.NoviceGrowthAbove.Value : new Fraction(Published.SpikeFrom.Value - 1))),
            ("most", format.Number(FactorsMost(id), 0)),
            ("all", format.Number(Choices.MostPoints.Value, 0))];
    }

    /// <summary>The other facts about a row: points that fade, caps, unknown distances.</summary>
    public static IReadOnlyList<string> Notes(RiskFactor row, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row switch
        {
            LongestRun run => [.. RunNotes(run, format), .. Fading(run, run.PointsOnItsDay, format)],
            Creep creep => [.. Fading(creep, creep.PointsOnItsDay, format)],
            Descent descent => [.. Fading(descent, descent.PointsOnItsDay, format)],
            Week { Quantity: { } quantity } week => [format.Say["Factors.Note.WeekUsual", ("usual", UsualWeek(week, quantity, format))]],
            _ => [],
        };
    }

    /// <summary>Points of a row beside the most that it can give; a load measure that does not count says so.</summary>
    public static string Points(RiskFactor row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        var points = format.Say["Factors.Points", ("points", format.Number(row.Points, 0)), ("most", format.Number(row.MostPoints, 0))];
        return row is { Counts: false, Points: > 0 } ? format.Say["Factors.NotCounted", ("points", points)] : points;
    }

    /// <summary>Why the score is not higher: the points that each row left out. Load increase is one row here, since only its largest measure counts.</summary>
    public static IEnumerable<string> WhyNotHigher(ScoreRows rows, Language say)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(say);
        return LeftOut(rows, say).Append(say["Factors.Why.NoPoints"]).Append(say["Factors.Why.NoProof"]);
    }

    private static IEnumerable<string> LeftOut(ScoreRows rows, Language say)
    {
        var load = rows.LoadIncrease;
        (string Name, int Points, int Most, bool Judged)[] all =
        [
            (say["Factors.Name.LoadIncrease"], load.Points, Choices.DoublePoints.Value, rows.LoadIncreaseJudged),
            (FactorWords.Name(FactorId.HardSurface, say), rows.HardSurface.Points, rows.HardSurface.MostPoints, rows.HardSurface.NotJudged is null),
            (FactorWords.Name(FactorId.HeelStrike, say), rows.HeelStrike.Points, rows.HeelStrike.MostPoints, rows.HeelStrike.NotJudged is null),
        ];
        return all.Where(row => row.Points < row.Most).Select(row => say[
            row.Judged ? "Factors.Why.Below" : "Factors.Why.NotJudged",
            ("row", row.Name),
            ("points", say.Format.Number(row.Most - row.Points, 0)),
            ("most", say.Format.Number(row.Most, 0))]);
    }

    private static IEnumerable<string> RunNotes(LongestRun run, RunnerFormat format)
    {
        string N(double number) => format.Number(number, 0);
        if (run.LessThanLeastExcess)
        {
            yield return format.Say["Factors.Note.LessThanLeast", ("distance", format.Distance(Choices.LeastExcess.Value))];
        }

        if (run.Session is { Runs: > 1 and var runs })
        {
            yield return format.Say["Factors.Note.JoinedRuns", ("runs", N(runs)), ("gap", N(Choices.SessionGapMinutes.Value))];
        }

        if (run.WindowNotFull)
        {
            yield return format.Say["Factors.Note.WindowNotFull", ("days", N(Published.SpikeWindowDays.Value))];
        }

        if (run.UnknownDistanceBefore)
        {
            yield return format.Say["Factors.Note.UnknownBefore"];
        }

        if (run.IsReturn)
        {
            yield return format.Say["Factors.Note.Return", ("points", N(Choices.SpikePoints.Value))];
        }
        else if (run is { NotJudged: null, SessionsBefore: 1 })
        {
            yield return format.Say["Factors.Note.OneBefore", ("points", N(Choices.SpikePoints.Value))];
        }
    }

    private static IEnumerable<string> Fading(RiskFactor row, int onItsDay, RunnerFormat format)
    {
        if (row.Points < onItsDay)
        {
            yield return format.Say[
                "Factors.Note.Fading", ("points", format.Number(onItsDay, 0)), ("hold", format.Number(Choices.HoldDays.Value + 1, 0))];
        }
    }

    private static string UsualWeek(Week week, WeekQuantity quantity, RunnerFormat format) =>
        quantity is WeekQuantity.Distance ? format.Distance(week.Distance?.Usual) : format.KneeLoad(week.KneeLoad?.Usual);

    private static int FactorsMost(FactorId id) => id switch
    {
        FactorId.LongestRun => Choices.DoublePoints.Value,
        FactorId.Creep => Choices.SpikePoints.Value,
        FactorId.Descent => Choices.MostDescentPoints.Value,
        FactorId.Week => Choices.WeekPoints.Value[0].Points,
        FactorId.HardSurface => Choices.MostHardSurfacePoints.Value,
        _ => Choices.MostHeelStrikePoints.Value,
    };
}
