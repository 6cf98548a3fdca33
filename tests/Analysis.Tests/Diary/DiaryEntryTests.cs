using KneeLoad.Analysis.Diary;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Diary;

/// <summary>One entry by itself: what it asks for, whether it has settled, whether it speaks of pain.</summary>
public sealed class DiaryEntryTests
{
    [Theory]
    [InlineData(null, null, null, null, false, false)]
    [InlineData(0, null, null, null, true, false)]
    [InlineData(0, true, null, null, true, false)]
    [InlineData(0, false, null, GateAction.HoldOrReduce, false, true)]
    [InlineData(0, null, true, GateAction.HoldOrReduce, false, true)]
    [InlineData(1, null, null, null, false, true)]
    [InlineData(1, true, null, null, true, true)]
    [InlineData(2, true, false, null, true, true)]
    [InlineData(2, true, true, GateAction.HoldOrReduce, false, true)]
    [InlineData(3, true, null, GateAction.HoldOrReduce, false, true)]
    [InlineData(5, true, null, GateAction.HoldOrReduce, false, true)]
    [InlineData(6, true, null, GateAction.Stop, false, true)]
    [InlineData(10, true, null, GateAction.Stop, false, true)]
    [InlineData(null, false, null, GateAction.HoldOrReduce, false, true)]
    [InlineData(null, true, null, null, false, false)]
    public void Pain_and_how_it_settled_say_what_is_asked_for(int? pain, bool? settled, bool? worse, GateAction? asks, bool hasSettled, bool hurts)
    {
        var entry = Entry(0, pain, settled) with { WorseNextMorning = worse };

        Assert.Equal((asks, hasSettled, hurts), (PainRule.AsksFor(entry), PainRule.HasSettled(entry), PainRule.Hurts(entry)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(4)]
    public void Limping_asks_to_stop_whatever_else_is_said(int? pain)
    {
        var entry = Entry(0, pain, settled: true) with { Limping = true };

        Assert.Equal((GateAction.Stop, false, true), (PainRule.AsksFor(entry), PainRule.HasSettled(entry), PainRule.Hurts(entry)));
    }

    [Fact]
    public void Days_with_pain_are_counted_within_six_weeks_that_end_with_the_day()
    {
        Assert.Equal(1, PainRule.PainDays([Entry(0, 1)], Today));
        Assert.Equal(1, PainRule.PainDays([Entry(41, 1)], Today));
        Assert.Equal(0, PainRule.PainDays([Entry(42, 1)], Today));
        Assert.Equal(0, PainRule.PainDays([Entry(-1, 1)], Today));
        Assert.Equal(2, PainRule.PainDays([Entry(1, 1), Entry(1, 3), Entry(2, 0, settled: false), Entry(3, 0)], Today));
    }

    [Fact]
    public void The_first_red_flag_that_is_open_speaks()
    {
        var closed = Entry(5) with { RedFlags = RedFlags.Locking, RedFlagClosed = Today };
        var open = Entry(3) with { RedFlags = RedFlags.GivingWay };
        var later = Entry(1) with { RedFlags = RedFlags.Locking };

        Assert.Equal(new PainGate(GateAction.SeeADoctor, Today.PlusDays(-3), null), PainRule.Assess([later, open, closed], [], Today).Gate);
        Assert.True(PainRule.Assess([open], [], Today).RedFlagOpen);
        Assert.False(PainRule.Assess([closed], [], Today).RedFlagOpen);
        Assert.True(PainRule.Assess([closed], [], Today.PlusDays(-1)).RedFlagOpen);
    }

    [Fact]
    public void A_red_flag_comes_before_the_ladder_and_the_ladder_before_a_hold()
    {
        var stop = Entry(2, 7);
        var hold = Entry(1, 4, settled: true);
        var flag = Entry(1) with { RedFlags = RedFlags.Locking };

        Assert.Equal(GateAction.SeeADoctor, PainRule.Assess([stop, hold, flag], [], Today).Gate?.Action);
        Assert.Equal(new PainGate(GateAction.Stop, Today.PlusDays(-2), null), PainRule.Assess([stop, hold], [], Today).Gate);
        Assert.Equal(new PainGate(GateAction.HoldOrReduce, Today.PlusDays(-1), Today.PlusDays(13)), PainRule.Assess([hold], [], Today).Gate);
    }

    [Fact]
    public void Missing_arguments_are_a_bug()
    {
        Assert.Throws<ArgumentNullException>("diary", () => PainRule.Assess(null!, [], Today));
        Assert.Throws<ArgumentNullException>("activities", () => PainRule.Assess([], null!, Today));
        Assert.Throws<ArgumentNullException>("entry", () => PainRule.AsksFor(null!));
        Assert.Throws<ArgumentNullException>("entry", () => PainRule.HasSettled(null!));
        Assert.Throws<ArgumentNullException>("entry", () => PainRule.Hurts(null!));
        Assert.Throws<ArgumentNullException>("diary", () => PainRule.PainDays(null!, Today));
        Assert.Throws<ArgumentNullException>("activities", () => RecordedActivity.UsualSession(null!, Today));
    }

    [Fact]
    public void An_entry_of_the_day_itself_is_seen() => Assert.Equal(GateAction.Stop, PainRule.Assess([Entry(0, 7)], [], Today).Gate?.Action);
}
