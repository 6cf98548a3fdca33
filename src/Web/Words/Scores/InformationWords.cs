using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says the rows without points, each with what research found.</summary>
public static class InformationWords
{
    private const int DaysOfWeek = 7;
    private const int ChronicDays = 21;

    /// <summary>Name of a row.</summary>
    public static string Name(InformationId id, Language say) => say["Information.Name." + id];

    /// <summary>The measured value; null when not measured.</summary>
    public static string? Measured(RiskInformation row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Measured is not { } measured ? null : format.Say[
            row.Id is InformationId.UnevenGround or InformationId.WarmUp or InformationId.CoolDown
                ? "Information.Measured." + row.Id
                : "Information.Measured.Other",
            ("value", Value(measured, row.Unit, format)),
            ("runs", format.Number(row.Runs ?? 0, 0))];
    }

    /// <summary>The measured value alone, for a line; that it was not measured else.</summary>
    public static string InLine(RiskInformation row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Measured is { } measured ? Value(measured, row.Unit, format) : format.NotMeasured;
    }

    /// <summary>The value of the 28 days before.</summary>
    public static string Usual(RiskInformation row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Usual is { } usual ? Value(usual, row.Unit, format) : format.Say["Information.Usual.None"];
    }

    /// <summary>The findings of research about it.</summary>
    public static string Research(InformationId id, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        string N(double number, int decimals = 0) => format.Number(number, decimals);
        var say = format.Say;
        var key = "Information.Research." + id;
        (string, string) Outcome(ICited cited) => ("outcome", say["Evidence.Outcome." + cited.Outcome]);
        return id switch
        {
            InformationId.UnevenGround => say[key, ("energy", format.Share(Published.EnergyOnBumps.Value)), ("runners", N(Published.BumpsRunners.Value))],
            InformationId.WarmUp => say[
                key,
                Outcome(Published.WarmUpCounts),
                ("runners", N(Published.WarmUpMen.Value.Randomised)),
                ("finished", N(Published.WarmUpMen.Value.Finished)),
                ("with", N(Published.WarmUpCounts.Value.With)),
                ("without", N(Published.WarmUpCounts.Value.Without))],
            InformationId.Shoes => say[
                key,
                Outcome(Published.ShoeRotationHazard),
                ("rotation", N(Published.ShoeRotationHazard.Value.Value, 2)),
                ("runners", N(Published.ShoeRotationRunners.Value)),
                ("hard", N(Published.HardShoeHazard.Value.Value, 2)),
                ("stiff", N(Published.StifferMidsoleHazard.Value.Value, 2))],
            InformationId.BodyMass => say[
                key,
                Outcome(Published.BodyMassHazard),
                ("mass", N(Published.BodyMassHazard.Value.Value, 2)),
                ("index", N(Published.BodyMassIndexHazard.Value.Value, 2))],
            InformationId.FlatFeet => say[key, Outcome(Published.FootPostureNovices), ("runners", N(Published.FootPostureNovices.Value))],
            InformationId.Cadence => say[
                key,
                Outcome(Published.SlowStepsShinOdds),
                ("faster", format.Share(Published.FasterSteps.Value)),
                ("force", format.Share(new Fraction(-Published.KneecapForceAtFasterSteps.Value.Value))),
                ("slow", N(Published.SlowStepsRunners.Value.Runners)),
                ("few", N(Published.SlowStepsRunners.Value.KneePain))],
            InformationId.Technique => say[
                key,
                Outcome(Published.SofterLandingRatio),
                ("ratio", N(Published.SofterLandingRatio.Value.Value, 2)),
                ("low", N(Published.SofterLandingRatio.Value.Low, 2)),
                ("high", N(Published.SofterLandingRatio.Value.High, 2))],
            InformationId.Monotony => say[key, ("days", N(DaysOfWeek))],
            InformationId.AcuteChronicRatio => say[
                key,
                Outcome(Published.RealRatioOdds),
                ("days", N(DaysOfWeek)),
                ("chronic", N(ChronicDays)),
                ("least", N(Published.RandomRatioOdds.Value.Least, 2)),
                ("most", N(Published.RandomRatioOdds.Value.Most, 2)),
                ("real", N(Published.RealRatioOdds.Value.Value, 2)),
                ("low", N(Published.RealRatioOdds.Value.Low, 2)),
                ("high", N(Published.RealRatioOdds.Value.High, 2)),
                ("runners", N(Published.SpikeRunners.Value)),
                ("clock", N(Published.WeeklyDistanceRunners.Value))],
            _ => say[key],
        };
    }

    private static string Value(double value, FactorUnit unit, LanguageFormat format) => unit switch
    {
        FactorUnit.Share => format.Share(new Fraction(value)),
        FactorUnit.StepsPerMinute => format.Cadence(new Cadence(value)),
        _ => format.Number(value, 2),
    };
}
