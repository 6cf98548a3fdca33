using KneeLoad.Analysis.Evidence;
using KneeLoad.Analysis.Weeks;
using NodaTime;

namespace KneeLoad.Analysis.Risk;

/// <summary>The sessions of the last 11 days, in order of start: those whose points still count.</summary>
/// <param name="AsOf">The day of the assessment.</param>
/// <param name="Judgements">Their judgements.</param>
internal sealed record RecentSessions(LocalDate AsOf, IReadOnlyList<SessionJudgement> Judgements)
{
    /// <summary>The latest session; null when there is none.</summary>
    public SessionJudgement? Latest => Judgements.Count > 0 ? Judgements[^1] : null;

    /// <summary>Sessions whose own distance is unknown. [1]</summary>
    public int UnknownDistances => Judgements.Count(judgement => judgement.NotJudged is NotJudged.DistanceUnknown);

    public static RecentSessions Of(SessionJudge judge, LocalDate asOf)
    {
        var window = DayWindow.EndingOn(asOf, Choices.FadeDays.Value);
        return new(asOf, [.. judge.Judgements.Where(judgement => window.Contains(judgement.Session.Day))]);
    }

    /// <summary>The session whose points still weigh most, of equals the latest; null when none was judged.</summary>
    /// <param name="isJudged">Whether a session was judged.</param>
    /// <param name="points">Its points on its own day.</param>
    public HeldSession? Heaviest(Func<SessionJudgement, bool> isJudged, Func<SessionJudgement, double> points)
    {
        HeldSession? heaviest = null;
        foreach (var judgement in Judgements.Where(isJudged))
        {
            var age = Period.DaysBetween(judgement.Session.Day, AsOf);
            var held = points(judgement) * SpikePoints.HeldAt(age);
            heaviest = !(held < heaviest?.Held) ? new(judgement, age, held) : heaviest;
        }

        return heaviest;
    }
}

/// <summary>A session with what is left of its points on the day of the assessment.</summary>
/// <param name="Judgement">The session.</param>
/// <param name="Age">Days since its day. [d]</param>
/// <param name="Held">Its points, faded, unrounded. [points]</param>
internal sealed record HeldSession(SessionJudgement Judgement, int Age, double Held)
{
    /// <summary>The session as rows name it.</summary>
    public JudgedSession Session => new(Judgement.Session.Key, Judgement.Session.Day, Judgement.Session.RunKeys.Count, Age);
}
