using KneeLoad.Analysis.Signals;
using NodaTime;

namespace KneeLoad.Analysis.Tests.Signals;

public sealed class MovingMeanTests
{
    [Fact]
    public void Each_mean_is_over_half_a_window_to_either_side_and_over_what_there_is_at_the_ends() =>
        Assert.Equal([1.5, 2, 3, 4, 4.5], MovingMean.Of([0, 1, 2, 3, 4], [1, 2, 3, 4, 5], Duration.FromSeconds(2)));

    [Fact]
    public void The_borders_of_the_window_belong_to_it_and_what_lies_beyond_does_not() =>
        Assert.Equal([1.0, 4.5, 4.5], MovingMean.Of([0, 1.1, 2.1], [1, 4, 5], Duration.FromSeconds(2)));

    [Fact]
    public void A_single_sample_is_its_own_mean()
    {
        Assert.Equal([7.0], MovingMean.Of([5], [7], Duration.FromSeconds(10)));
        Assert.Empty(MovingMean.Of([], [], Duration.FromSeconds(10)));
    }

    [Fact]
    public void Samples_of_one_moment_share_their_mean() => Assert.Equal([2.0, 2], MovingMean.Of([5, 5], [1, 3], Duration.Zero));
}
