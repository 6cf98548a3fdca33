using System.ComponentModel.DataAnnotations;
using KneeLoad.Web.Data.Entities;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;

namespace KneeLoad.Web.Data.Diary;

/// <summary>A diary entry as a form or a program sends it. Null means not answered.</summary>
public sealed record DiaryInput : KneeSigns, IValidatableObject
{
    /// <summary>The day that it speaks of.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Worst pain during the run, or on a day without one.</summary>
    public int? WorstPain { get; init; }

    /// <summary>Back to as before within the hour.</summary>
    public bool? SettledWithinHour { get; init; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        ArgumentNullException.ThrowIfNull(validationContext);
        var say = validationContext.GetRequiredService<Language>();
        if (Day is null)
        {
            yield return new(say["Diary.Fault.Day"], [nameof(Day)]);
        }

        if (WorstPain is < 0 or > PainWords.WorstPain)
        {
            yield return new(say[
                "Diary.Fault.Pain", ("least", say.Format.Number(0, 0)), ("worst", say.Format.Number(PainWords.WorstPain, 0))], [nameof(WorstPain)]);
        }

        if (WorstPain is null && SettledWithinHour is null && !SaysSomething)
        {
            yield return new(say["Diary.Fault.Nothing"], [nameof(WorstPain)]);
        }

        if (!IsKnown)
        {
            yield return new(say["Diary.Fault.Answer"], [nameof(Flags)]);
        }
    }
}
