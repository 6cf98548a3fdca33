using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Risk;
using KneeLoad.Web.Shared;
using static System.FormattableString;

namespace KneeLoad.Web.Features.Method;

/// <summary>What the diary does to the level.</summary>
internal static class PainSection
{
    public static MethodSection Make() => new(
        "pain",
        "Pain",
        [
            new MethodBlock.Paragraph("Pain may raise the level, never the points."),
            new MethodBlock.Items(
            [
                Invariant($"Over {Published.AcceptablePain.Value} of 10, or not back to as before within the hour, or worse the next morning: at least elevated, hold or reduce. The ceiling is then your median session of {Choices.HabitDays.Value} days, if that is shorter."),
                Invariant($"Over {Published.PainToStop.Value} of 10, or limping: high, stop. There is no ceiling."),
                Invariant($"It holds until a later entry at {Published.AcceptablePain.Value} of 10 or less that settled, at most {Choices.GateDays.Value} days; then we ask."),
                Invariant($"Pain on {Choices.RecurringPainCount.Value} or more days within {Choices.RecurringPainDays.Value} days: the advice to have it looked at."),
                $"A sign that wants a doctor stays open until you say that one has seen it, or take the entry back: {string.Join("; ", Signs())}.",
            ]),
        ]);

    private static IEnumerable<string> Signs() =>
        Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None).Select(RiskWords.RedFlag);
}
