using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;

namespace KneeLoad.Web.Shared;

/// <summary>The rows of a score in words; the one place for pages and mail.</summary>
public static class FactorWords
{
    /// <summary>What was measured, as a person reads it.</summary>
    public static string Measured(RiskFactor factor, RunnerFormat format) => Amount(factor.Measured, factor, format);

    /// <summary>The runner's usual, as a person reads it.</summary>
    public static string Usual(RiskFactor factor, RunnerFormat format) =>
        factor.Usual is null ? "none yet" : Amount(factor.Usual, factor, format);

    /// <summary>The row in one sentence.</summary>
    /// <param name="factor">The row.</param>
    /// <param name="format">How the runner reads quantities.</param>
    /// <param name="run">The run that it speaks of, as in "Sunday's run"; null when it is none.</param>
    public static string Reason(RiskFactor factor, RunnerFormat format, string? run = null)
    {
        var measured = Measured(factor, format);
        var usual = Usual(factor, format);
        return factor switch
        {
            { Measured: null } => $"{RiskWords.Factor(factor.Id)}: not judged.",
            { Id: FactorId.LoadIncrease, Kind: LoadIncreaseKind.Spike, Ratio: > 1 } =>
                $"{run ?? "One run"} of {measured} was {Beyond(factor)} beyond your longest of the {Published.SpikeWindowDays.Value} days before it ({usual}).",
            { Id: FactorId.LoadIncrease, Kind: LoadIncreaseKind.Spike } =>
                $"{run ?? "Your longest run"} of {measured} stayed within your longest of the {Published.SpikeWindowDays.Value} days before it ({usual}).",
            { Id: FactorId.LoadIncrease, Ratio: > 1 } => $"The last 7 days held {measured}, {Beyond(factor)} more than your usual {usual}.",
            { Id: FactorId.LoadIncrease } => $"The last 7 days held {measured}, no more than your usual {usual}.",
            { Id: FactorId.HardSurface } => $"{measured} of your metres of {Choices.HabitDays.Value} days were on hard ground.",
            _ => $"{measured} of your steps land on the heel, as far as known.",
        };
    }

    private static string Beyond(RiskFactor factor) => RunnerFormat.Share(new Fraction(factor.Ratio.GetValueOrDefault(1) - 1));

    private static string Amount(double? value, RiskFactor factor, RunnerFormat format) => value is not { } known
        ? "not judged"
        : string.Equals(factor.Unit, "m", StringComparison.Ordinal)
            ? format.Distance(new Distance(known))
            : RunnerFormat.Share(new Fraction(known));
}
