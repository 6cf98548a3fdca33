using KneeLoad.Analysis.Advice;
using KneeLoad.Web.Features.Causes;

namespace KneeLoad.Web.Tests.Features.Causes;

/// <summary>Every cause stands once, under the way that it begins.</summary>
public sealed class CausesByOnsetTests
{
    [Fact]
    public void No_cause_is_lost_or_told_twice() =>
        Assert.Equal(
            KneeCauses.All.Select(cause => cause.Id).Order(),
            CausesByOnset.All.SelectMany(group => group.Causes).Select(cause => cause.Id).Order());

    [Fact]
    public void No_group_is_empty() => Assert.All(CausesByOnset.All, group => Assert.NotEmpty(group.Causes));

    [Fact]
    public void The_two_commonest_of_runners_come_first() =>
        Assert.Equal([KneeCauseId.Kneecap, KneeCauseId.IliotibialBand], CausesByOnset.All[0].Causes.Select(cause => cause.Id));
}
