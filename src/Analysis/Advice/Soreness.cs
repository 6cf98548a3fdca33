using KneeLoad.Analysis.Diary;
using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Advice;

/// <summary>The state of the knee by the diary, as far as advice asks.</summary>
/// <param name="IsSore">It hurt within the last 14 days.</param>
/// <param name="HurtsAtTheFront">It hurt there within the last 14 days.</param>
/// <param name="KeepsComingBack">It hurt on three or more days within six weeks.</param>
internal sealed record Soreness(bool IsSore, bool HurtsAtTheFront, bool KeepsComingBack)
{
    public static Soreness Of(IReadOnlyList<DiaryEntry> diary, LocalDate asOf)
    {
        var window = DayWindow.EndingOn(asOf, Choices.SoreDays.Value);
        var sore = diary
            .Where(entry => window.Contains(entry.Day) && PainRule.Hurts(entry))
            .ToList();
        var painDays = PainRule.PainDays(diary, asOf);
        return new(sore.Count > 0, sore.Exists(entry => entry.FrontOfKnee), painDays >= Choices.RecurringPainCount.Value);
    }
}
