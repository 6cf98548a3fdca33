using KneeLoad.Analysis.Advice;
using KneeLoad.Web.Features.Causes;

namespace KneeLoad.Web.Tests.Features.Causes;

/// <summary>Every cause stands once, under the way that it begins.</summary>
public sealed class CausesByOnsetTests
{
    [Fact]
    public void No_cause_is_lost_or_told_twice() =>
        Assert.Equal(
            KneeCauses.All.Select(cause => cause.Id).Order(StringComparer.Ordinal),
            CausesByOnset.All.SelectMany(group => group.Causes).Select(cause => cause.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void No_group_is_empty() => Assert.All(CausesByOnset.All, group => Assert.NotEmpty(group.Causes));
}
