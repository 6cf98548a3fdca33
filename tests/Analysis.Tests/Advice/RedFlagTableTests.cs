using KneeLoad.Analysis.Advice;
using KneeLoad.Analysis.Diary;
using static KneeLoad.Analysis.Tests.Histories;

namespace KneeLoad.Analysis.Tests.Advice;

/// <summary>Each sign that wants a doctor has an urgency, a first aid and sources.</summary>
public sealed class RedFlagTableTests
{
    [Fact]
    public void Every_flag_has_one_row_with_a_source()
    {
        Assert.Equal(
            Enum.GetValues<RedFlags>().Where(flag => flag is not RedFlags.None).Order(),
            RedFlagTable.All.Select(row => row.Flag).Order());
        Assert.All(RedFlagTable.All, row => Assert.NotEmpty(row.Sources));
    }

    [Theory]
    [InlineData(RedFlags.HotAndRedWithFever, CareUrgency.TodayEmergency, FirstAidAllowed.None)]
    [InlineData(RedFlags.CalfSwelling, CareUrgency.Today, FirstAidAllowed.None)]
    [InlineData(RedFlags.CannotBearWeight, CareUrgency.Today, FirstAidAllowed.LegUp)]
    [InlineData(RedFlags.Locking, CareUrgency.TodayOrTomorrow, FirstAidAllowed.LegUp)]
    [InlineData(RedFlags.PopAtInjury, CareUrgency.TodayOrTomorrow, FirstAidAllowed.ColdAndLegUp)]
    [InlineData(RedFlags.MarkedSwelling, CareUrgency.ThisWeek, FirstAidAllowed.ColdAndLegUp)]
    [InlineData(RedFlags.GivingWay, CareUrgency.ThisWeek, FirstAidAllowed.ColdAndLegUp)]
    public void Each_flag_has_its_urgency_and_first_aid(RedFlags flag, CareUrgency urgency, FirstAidAllowed firstAid)
    {
        Assert.Equal(urgency, RedFlagTable.UrgencyOf(flag));
        Assert.Equal(firstAid, RedFlagTable.FirstAidOf(flag));
    }

    [Fact]
    public void Short_breath_with_a_swollen_calf_and_only_with_it_calls_for_the_emergency_number() =>
        Assert.Equal([RedFlags.CalfSwelling], RedFlagTable.All.Where(row => row.CallIfBreathless).Select(row => row.Flag));

    [Fact]
    public void Of_several_flags_the_most_urgent_and_the_least_first_aid_hold()
    {
        const RedFlags Both = RedFlags.MarkedSwelling | RedFlags.HotAndRedWithFever;

        Assert.Equal(CareUrgency.TodayEmergency, RedFlagTable.UrgencyOf(Both));
        Assert.Equal(FirstAidAllowed.None, RedFlagTable.FirstAidOf(Both));
        Assert.Equal(FirstAidAllowed.LegUp, RedFlagTable.FirstAidOf(RedFlags.PopAtInjury | RedFlags.CannotBearWeight));
    }

    [Fact]
    public void Flags_are_open_until_they_are_closed()
    {
        DiaryEntry[] diary =
        [
            Entry(9) with { RedFlags = RedFlags.Locking, RedFlagClosed = Today.PlusDays(-2) },
            Entry(5) with { RedFlags = RedFlags.PopAtInjury },
            Entry(-1) with { RedFlags = RedFlags.GivingWay },
        ];

        Assert.Equal(RedFlags.PopAtInjury, RedFlagTable.OpenOn(Today, diary));
        Assert.Equal(RedFlags.PopAtInjury | RedFlags.Locking, RedFlagTable.OpenOn(Today.PlusDays(-3), diary));
    }

    [Fact]
    public void No_flag_has_no_urgency() => Assert.Throws<ArgumentOutOfRangeException>(() => RedFlagTable.UrgencyOf(RedFlags.None));
}
