using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Shared;

namespace KneeLoad.Web.Features.Diary;

/// <summary>A diary entry as the form sends it. Null means not answered.</summary>
public sealed record DiaryInput : KneeSigns, IValidatableObject
{
    /// <summary>The day that it speaks of.</summary>
    [Required(ErrorMessage = "Enter the day.")]
    public DateOnly? Day { get; init; }

    /// <summary>Worst pain during the run.</summary>
    [Range(0, 10, ErrorMessage = "Pain is 0 to 10.")]
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (WorstPain is null && SettledWithinHour is null && !SaysSomething)
        {
            yield return new("Answer at least one question.", [nameof(WorstPain)]);
        }

        if (!IsKnown)
        {
            yield return new("This sign is not known.", [nameof(Flags)]);
        }
    }
}
