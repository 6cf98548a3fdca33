using KneeLoad.Analysis.Risk;
using KneeLoad.Analysis.Weeks;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Risk;

public sealed class RecentSessionsTests
{
    [Fact]
    public void Sessions_of_the_last_eleven_days_are_recent_in_order_of_start()
    {
        var recent = Of(Run(11, 5, key: "old"), Run(10, 6, key: "first"), Run(3, 7, key: "middle"), Run(0, 8, key: "today"));

        Assert.Equal(["first", "middle", "today"], recent.Judgements.Select(judgement => judgement.Session.Key));
        Assert.Equal("today", recent.Latest!.Session.Key);
    }

    [Fact]
    public void Without_a_recent_session_there_is_no_latest_and_none_is_heaviest()
    {
        var recent = Of(Run(20, 5));

        Assert.Null(recent.Latest);
        Assert.Null(recent.Heaviest(_ => true, _ => 1));
        Assert.Equal(0, recent.UnknownDistances);
    }

    [Fact]
    public void Points_weigh_by_their_age_and_of_equals_the_latest_counts()
    {
        var recent = Of(Run(9, 6, key: "old"), Run(7, 6, key: "held"), Run(0, 6, key: "today"));

        // Half is left of nine days: 40 weighs 20.
        Assert.Equal(("old", 9, 20), Heaviest(recent, "old", 40));
        Assert.Equal(("held", 7, 40), Heaviest(recent, "held", 40));
        Assert.Equal(("today", 0, 0), Heaviest(recent, "none", 40));
        Assert.Equal(("old", 9, 0), Named(recent.Heaviest(judgement => judgement.Session.Key == "old", _ => 0)!));
    }

    [Fact]
    public void Sessions_of_unknown_distance_are_counted() => Assert.Equal(2, Of(Run(5, null), Run(3, 6), Run(0, null), Run(11, null)).UnknownDistances);

    private static (string Key, int Age, double Held) Heaviest(RecentSessions recent, string heavy, double points) =>
        Named(recent.Heaviest(_ => true, judgement => judgement.Session.Key == heavy ? points : 0)!);

    private static (string Key, int Age, double Held) Named(HeldSession held) => (held.Session.RunKey, held.Session.Age, held.Held);

    private static RecentSessions Of(params HistoryRun[] runs) =>
        RecentSessions.Of(new SessionJudge(TrainingHistory.UpTo(runs, Today), longestBefore: null), Today);
}
