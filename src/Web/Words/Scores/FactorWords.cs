using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says the rows of a score; the one place for pages and mail. Rules, notes and research are said by <see cref="RowWords"/>.</summary>
public static class FactorWords
{
    private const int DaysOfWeek = 7;
    private const double TimesFrom = 2;

    /// <summary>Name of a row.</summary>
    public static string Name(FactorId id, Language say) => say["Factors.Name." + id];

    /// <summary>The row in one sentence.</summary>
    /// <param name="row">The row.</param>
    /// <param name="asOf">The day of the assessment.</param>
    /// <param name="format">How the runner reads quantities.</param>
    /// <param name="readLater">True for a mail, which says neither today nor yesterday.</param>
    public static string Reason(RiskFactor row, LocalDate asOf, RunnerFormat format, bool readLater = false)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row switch
        {
            { NotJudged: { } reason } => NotJudged(reason, format.Say),
            LongestRun run => Compared(LongestRunKey(run), run, RunName(run.Session, asOf, format, readLater), format),
            Creep creep => Compared("Factors.Creep.", creep, RunName(creep.Session, asOf, format, readLater), format),
            // Below the least that is compared with, nothing of the days before is named.
            Descent { Points: > 0, Numbers.Usual: { } usual } first when usual <= Choices.LeastDescentBase.Value.Metres =>
                Compared("Factors.Descent.First.", first, RunName(first.Session, asOf, format, readLater), format),
            Descent descent => Compared("Factors.Descent.", descent, RunName(descent.Session, asOf, format, readLater), format),
            Week week => Compared("Factors.Week.", week, "", format),
            HardSurface hard => format.Say["Factors.HardSurface.Reason", ("share", format.Share(hard.Share)), ("days", Count(Choices.HabitDays.Value, format))],
            HeelStrike heel => HeelStrikeReason(heel, format),
            _ => throw new ArgumentOutOfRangeException(nameof(row)),
        };
    }

    /// <summary>The reason why a row was not judged, in a sentence.</summary>
    public static string NotJudged(NotJudged reason, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        var days = reason is Analysis.Risk.NotJudged.NoRun ? Choices.HabitDays.Value : Choices.FadeDays.Value;
        return say["Factors.NotJudged." + reason, ("days", say.Format.Number(days, 0))];
    }

    /// <summary>The measured value, as a person reads it.</summary>
    public static string Measured(RiskFactor row, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Numbers.Measured is { } measured ? Amount(measured, row, format) : format.Say["Risk.Measurement.None"];
    }

    /// <summary>The runner's usual that it was held against, as a person reads it.</summary>
    public static string Usual(RiskFactor row, RunnerFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Numbers.Usual is { } usual ? Amount(usual, row, format) : format.Say["Factors.Usual.None"];
    }

    private static string LongestRunKey(LongestRun run) => run switch
    {
        { IsReturn: true } => "Factors.LongestRun.Return.",
        { BaseKind: LongestRunBase.HalfBeforeBreak } => "Factors.LongestRun.AfterBreak.",
        { BaseKind: LongestRunBase.Told } => "Factors.LongestRun.Told.",
        _ => "Factors.LongestRun.",
    };

    private static string Compared(string key, RiskFactor row, string run, RunnerFormat format)
    {
        var (measured, usual, ratio, _) = row.Numbers;
        var known = ratio ?? 1;
        var isReturn = row is LongestRun { IsReturn: true };
        var kind = row.Points == 0 ? "Within" : known >= TimesFrom && !isReturn ? "Times" : "Beyond";
        return format.Say[
            key + kind,
            ("run", run),
            ("distance", Amount(measured, row, format)),
            ("down", Amount(measured, row, format)),
            ("amount", Amount(measured, row, format)),
            ("base", Amount(usual, row, format)),
            ("share", format.Share(new Fraction(known - 1))),
            ("times", format.Number(known, 1)),
            ("from", Count(Choices.CreepDays.Value.From, format)),
            ("to", Count(Choices.CreepDays.Value.To, format)),
            ("days", Count(row is Week ? DaysOfWeek : Published.SpikeWindowDays.Value, format))];
    }

    private static string HeelStrikeReason(HeelStrike heel, RunnerFormat format) => heel switch
    {
        { Source: FootStrikeSource.Told, ToldOn: { } day } =>
            format.Say[heel.Share is { Value: > 0 } ? "Factors.HeelStrike.ToldHeel" : "Factors.HeelStrike.ToldFront", ("day", format.Days.WithYear(day))],
        _ => format.Say["Factors.HeelStrike.Sensor", ("share", format.Share(heel.Share))],
    };

    private static string RunName(JudgedSession? session, LocalDate asOf, RunnerFormat format, bool readLater) => session is null
        ? format.Say["Factors.Run"]
        : RunWords.Name(session.Day, asOf, format.Say, readLater);

    private static string Amount(double? value, RiskFactor row, RunnerFormat format) => value is not { } known
        ? format.NotMeasured
        : row switch
        {
            Descent => format.Height(new Distance(known)),
            { Numbers.Unit: FactorUnit.Metres } => format.Distance(new Distance(known)),
            { Numbers.Unit: FactorUnit.KneeKilometres } => format.KneeLoad(new(known)),
            _ => format.Share(new Fraction(known)),
        };

    private static string Count(int number, RunnerFormat format) => format.Number(number, 0);
}
