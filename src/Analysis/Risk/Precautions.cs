using KneeLoad.Analysis.FootStrikes;
using KneeLoad.Ingest.Quantities;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The share of hard ground: a precaution that popular advice asks for and research does not confirm.</summary>
public sealed record HardSurface : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.HardSurface;

    /// <summary>Hard metres over known and assumed metres of 28 days; null when not judged. [1]</summary>
    public Fraction? Share { get; init; }

    /// <summary>The same of the 28 days before; null when not judged or unknown. [1]</summary>
    public Fraction? Usual { get; init; }

    /// <summary>Metres of known surface over all metres; null when there are none. [1]</summary>
    public Fraction? KnownShare { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => FactorNumbers.Of(Share?.Value, Usual?.Value, FactorUnit.Share);
}

/// <summary>The share of steps on the heel, recorded by a sensor or told by the runner: a precaution that research does not confirm.</summary>
public sealed record HeelStrike : RiskFactor
{
    /// <inheritdoc/>
    public override FactorId Id => FactorId.HeelStrike;

    /// <summary>The source from which the foot strike is known.</summary>
    public required FootStrikeSource Source { get; init; }

    /// <summary>Share of steps on the heel; 1 or 0 when told; null when not judged. [1]</summary>
    public Fraction? Share { get; init; }

    /// <summary>The same, recorded in the 28 days before; null when unknown. [1]</summary>
    public Fraction? Usual { get; init; }

    /// <summary>Day of the video that the runner told of; null when it was not told.</summary>
    public LocalDate? ToldOn { get; init; }

    /// <inheritdoc/>
    public override FactorNumbers Numbers => FactorNumbers.Of(Share?.Value, Usual?.Value, FactorUnit.Share);
}
