using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Web.Words.Scores;

/// <summary>Says the rows without points, each with what research found.</summary>
public static class InformationWords
{
    private const int DaysOfWeek = 7;
    private const int ChronicDays = 21;
    private const int HoursOfRate = 1000;

    /// <summary>Name of a row.</summary>
    public static string Name(InformationId id, Language say) => say["Information.Name." + id];

    /// <summary>The measured value; null when not measured.</summary>
    public static string? Measured(RiskInformation row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Measured is not { } measured ? null : format.Say[
            row.Id is InformationId.UnevenGround or InformationId.WarmUp or InformationId.CoolDown ? "Information.Measured." + row.Id : "Information.Measured.Other",
            ("value", Value(measured, row.Unit, format)),
            ("runs", format.Number(row.Runs ?? 0, 0))];
    }

    /// <summary>The value of the 28 days before.</summary>
    public static string Usual(RiskInformation row, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(format);
        return row.Usual is { } usual ? Value(usual, row.Unit, format) : format.Say["Information.Usual.None"];
    }

    /// <summary>What research found about it.</summary>
    public static string Research(InformationId id, LanguageFormat format)
    {
        ArgumentNullException.ThrowIfNull(format);
        string N(double number, int decimals = 0) => format.Number(number, decimals);
        var say = format.Say;
        var key = "Information.Research." + id;
        return id switch
        {
            InformationId.UnevenGround => say[key, ("energy", format.Share(Published.EnergyOnBumps.Value)), ("runners", N(Published.BumpsRunners.Value))],
            InformationId.WarmUp => say[
                key,
                ("runners", N(Published.WarmUpMen.Value.Randomised)),
                ("with", N(Published.WarmUpInjuries.Value.With, 1)),
                ("without", N(Published.WarmUpInjuries.Value.Without, 1)),
                ("hours", N(HoursOfRate))],
            InformationId.Shoes => say[
                key,
                ("rotation", N(Published.ShoeRotationHazard.Value.Value, 2)),
                ("runners", N(Published.ShoeRotationRunners.Value)),
                ("hard", N(Published.HardShoeHazard.Value.Value, 2)),
                ("stiff", N(Published.StifferMidsoleHazard.Value.Value, 2))],
            InformationId.BodyMass => say[
                key, ("mass", N(Published.BodyMassHazard.Value.Value, 2)), ("index", N(Published.BodyMassIndexHazard.Value.Value, 2))],
            InformationId.FlatFeet => say[key, ("runners", N(Published.FootPostureNovices.Value))],
            InformationId.Cadence => say[
                key,
                ("faster", format.Share(Published.FasterSteps.Value)),
                ("force", format.Share(new Fraction(-Published.KneecapForceAtFasterSteps.Value.Value)))],
            InformationId.Monotony => say[key, ("days", N(DaysOfWeek))],
            InformationId.AcuteChronicRatio => say[
                key,
                ("days", N(DaysOfWeek)),
                ("chronic", N(ChronicDays)),
                ("least", N(Published.RandomRatioOdds.Value.Least, 2)),
                ("most", N(Published.RandomRatioOdds.Value.Most, 2)),
                ("runners", N(Published.SpikeRunners.Value))],
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
