using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The session of the last 14 days that still weighs most against the longest of the 30 days before it.</summary>
/// <param name="Judgement">The session and its base.</param>
/// <param name="Held">What is left of its points on the day, unrounded. [points]</param>
internal sealed record SpikeRule(SessionJudgement Judgement, double Held)
{
    /// <summary>Judges the sessions of the 14 days.</summary>
    /// <returns>Of equals the latest; null when none could be judged.</returns>
    public static SpikeRule? Judge(SessionJudge judge, LocalDate asOf)
    {
        SpikeRule? largest = null;
        foreach (var judgement in Recent(judge, asOf).Where(judgement => judgement.NotJudged is null))
        {
            var held = judgement.Points * Weight(Period.DaysBetween(judgement.Session.Day, asOf));
            largest = !(held < largest?.Held) ? new(judgement, held) : largest;
        }

        return largest;
    }

    /// <summary>Judgements of the sessions of the 14 days, in order of start.</summary>
    public static IEnumerable<SessionJudgement> Recent(SessionJudge judge, LocalDate asOf)
    {
        var window = DayWindow.EndingOn(asOf, Choices.FadeDays.Value);
        return Enumerable.Range(0, judge.Sessions.Count)
            .Where(index => window.Contains(judge.Sessions[index].Day))
            .Select(judge.Judge);
    }

    private static double Weight(int age) =>
        age <= Choices.HoldDays.Value ? 1 : (double)(Choices.FadeDays.Value - age) / (Choices.FadeDays.Value - Choices.HoldDays.Value);
}
