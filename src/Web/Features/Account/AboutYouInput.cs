using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>Facts that only the runner knows, as the forms send them. Each is optional, and an empty field takes it back.</summary>
public record AboutYouInput : IValidatableObject
{
    /// <summary>Least distance that can be told. [km or mi]</summary>
    internal const double ShortestLongest = 0.1;

    /// <summary>A longer run is a slip of the finger. [km or mi]</summary>
    internal const double LongestLongest = 300;

    /// <summary>Earliest year of birth that can be told.</summary>
    internal const int FirstBirthYear = 1900;

    /// <summary>Latest year that has four digits and is no slip of the finger.</summary>
    internal const int LastBirthYear = 2100;

    private const double MetresPerKilometre = 1000;
    private const double MetresPerMile = 1609.344;
    private const int DecimalsShown = 2;

    /// <summary>The furthest zone east: no runner's day is later. [h]</summary>
    private const int EasternmostHours = 14;

    /// <summary>Longest run of the month before the first file. [<see cref="LongestIn"/>]</summary>
    public double? LongestBefore { get; init; }

    /// <summary>The units in which the form showed and asked for the longest run.</summary>
    public UnitSystem LongestIn { get; init; }

    /// <summary>Day of the last knee injury.</summary>
    public DateOnly? KneeInjury { get; init; }

    /// <summary>Day of the last running injury elsewhere.</summary>
    public DateOnly? OtherInjury { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BirthYear { get; init; }

    /// <summary>Reads what the runner told so far.</summary>
    public static AboutYouInput Of(Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        return new()
        {
            LongestBefore = Shown(runner.LongestBeforeMetres, runner.Units),
            LongestIn = runner.Units,
            KneeInjury = runner.KneeInjury?.ToDateOnly(),
            OtherInjury = runner.OtherInjury?.ToDateOnly(),
            BirthYear = runner.BirthYear,
        };
    }

    /// <summary>Writes it to the runner. A distance that was shown and not changed stays exactly as it was.</summary>
    public void WriteTo(Runner runner)
    {
        ArgumentNullException.ThrowIfNull(runner);
        if (LongestBefore != Shown(runner.LongestBeforeMetres, LongestIn))
        {
            runner.LongestBeforeMetres = LongestBefore * MetresPerUnit(LongestIn);
        }

        runner.KneeInjury = KneeInjury is { } knee ? LocalDate.FromDateOnly(knee) : null;
        runner.OtherInjury = OtherInjury is { } other ? LocalDate.FromDateOnly(other) : null;
        runner.BirthYear = BirthYear;
    }

    /// <inheritdoc/>
    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var say = validationContext.GetRequiredService<Language>();
        var now = validationContext.GetRequiredService<IClock>().GetCurrentInstant();
        var latest = now.WithOffset(Offset.FromHours(EasternmostHours)).Date.ToDateOnly();
        if (LongestBefore is < ShortestLongest or > LongestLongest)
        {
            yield return new(say["Account.Fault.Longest"], [nameof(LongestBefore)]);
        }

        if (KneeInjury > latest || OtherInjury > latest)
        {
            yield return new(say["Account.Fault.InjuryAhead"], [nameof(KneeInjury)]);
        }

        if (BirthYear is < FirstBirthYear or > LastBirthYear)
        {
            yield return new(say["Account.Fault.BirthYear"], [nameof(BirthYear)]);
        }
        else if (BirthYear > latest.Year)
        {
            yield return new(say["Account.Fault.BirthYearAhead"], [nameof(BirthYear)]);
        }
    }

    private static double? Shown(double? metres, UnitSystem units) =>
        metres is { } known ? Math.Round(known / MetresPerUnit(units), DecimalsShown) : null;

    private static double MetresPerUnit(UnitSystem units) => units is UnitSystem.Imperial ? MetresPerMile : MetresPerKilometre;
}
