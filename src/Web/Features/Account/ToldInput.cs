using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Shared;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Features.Account;

/// <summary>Facts that only the runner knows, as the forms send them. Each is optional, and an empty field takes it back.</summary>
public record ToldInput : IValidatableObject
{
    private const double MetresPerKilometre = 1000;
    private const double MetresPerMile = 1609.344;
    private const int DecimalsShown = 2;

    /// <summary>The furthest zone east: no runner's day is later. [h]</summary>
    private const int EasternmostHours = 14;

    /// <summary>Longest run of the month before the first file. [<see cref="LongestIn"/>]</summary>
    [Range(0.1, 300, ErrorMessage = "Enter the longest run as a distance above zero, or leave it empty.")]
    public double? LongestBefore { get; init; }

    /// <summary>The units in which the form showed and asked for the longest run.</summary>
    public UnitSystem LongestIn { get; init; }

    /// <summary>Day of the last knee injury.</summary>
    public DateOnly? KneeInjury { get; init; }

    /// <summary>Day of the last running injury elsewhere.</summary>
    public DateOnly? OtherInjury { get; init; }

    /// <summary>Year of birth.</summary>
    [Range(1900, 2100, ErrorMessage = "Enter the year of birth with four digits, or leave it empty.")]
    public int? BirthYear { get; init; }

    /// <summary>Reads what the runner told so far.</summary>
    public static ToldInput Of(Runner runner)
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
        var now = validationContext.GetRequiredService<IClock>().GetCurrentInstant();
        var latest = now.WithOffset(Offset.FromHours(EasternmostHours)).Date.ToDateOnly();
        if (KneeInjury > latest || OtherInjury > latest)
        {
            yield return new("The day of an injury lies ahead.", [nameof(KneeInjury)]);
        }

        if (BirthYear > latest.Year)
        {
            yield return new("The year of birth lies ahead.", [nameof(BirthYear)]);
        }
    }

    private static double? Shown(double? metres, UnitSystem units) =>
        metres is { } known ? Math.Round(known / MetresPerUnit(units), DecimalsShown) : null;

    private static double MetresPerUnit(UnitSystem units) => units is UnitSystem.Imperial ? MetresPerMile : MetresPerKilometre;
}
