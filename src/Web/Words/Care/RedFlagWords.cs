using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;

namespace KneeLoad.Web.Words.Care;

/// <summary>Says the signs that want a doctor first, and how soon.</summary>
public static class RedFlagWords
{
    /// <summary>A sign, as the runner ticks it.</summary>
    public static string Sign(RedFlags flag, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return say["RedFlags.Name." + flag, ("steps", say.Format.Number(Published.StepsToBear.Value, 0))];
    }

    /// <summary>The urgency: today, at an emergency department.</summary>
    public static string Urgency(CareUrgency urgency, Language say) => say["RedFlags.Urgency." + urgency];

    /// <summary>First aid that may stand beside it.</summary>
    public static string FirstAid(FirstAidAllowed allowed, Language say) => say["RedFlags.FirstAid." + allowed];

    /// <summary>The emergency call that short breath with one of the signs asks for; null where none does.</summary>
    public static string? Breathless(RedFlags flags, Language say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return RedFlagTable.Of(flags).Any(row => row.CallIfBreathless) ? say["RedFlags.Breathless"] : null;
    }
}
