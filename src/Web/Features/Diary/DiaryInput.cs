using System.ComponentModel.DataAnnotations;
using KneeLoad.Analysis.Risk;

namespace KneeLoad.Web.Features.Diary;

/// <summary>A diary entry as the form sends it. Null means not answered.</summary>
public sealed record DiaryInput : IValidatableObject
{
    /// <summary>The day that it speaks of.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    public DateOnly? Day { get; init; }

    /// <summary>Worst pain during the run.</summary>
    [Range(0, 10, ErrorMessage = "Pain is 0 to 10.")]
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <summary>Worse the next morning.</summary>
    public bool? WorseNextMorning { get; init; }

    /// <summary>It hurt at the front of the knee.</summary>
    public bool FrontOfKnee { get; init; }

    /// <summary>Limping.</summary>
    public bool Limping { get; init; }

    /// <summary>Red flags that were ticked; null when none.</summary>
    public IReadOnlyList<RedFlags>? Flags { get; init; }

    /// <summary>The ticked flags as one value.</summary>
    public RedFlags RedFlags => (Flags ?? []).Aggregate(RedFlags.None, (all, flag) => all | flag);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WorstPain is null && SettledWithinHour is null && WorseNextMorning is null && !Limping && Flags is not { Count: > 0 })
        {
            yield return new("Answer at least one question.", [nameof(WorstPain)]);
        }

        if ((Flags ?? []).Any(flag => !Enum.IsDefined(flag) || flag is RedFlags.None))
        {
            yield return new("This sign is not known.", [nameof(Flags)]);
        }
    }
}
