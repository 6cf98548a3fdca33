using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class PauseBuilderTests
{
    private const double Gap = double.NegativeInfinity;

    [Fact]
    public void A_break_between_two_moments_is_a_pause() => Assert.Equal([(10, 70)], Of(0, 10, Gap, 70, 71));

    [Fact]
    public void Without_a_break_no_gap_is_a_pause() => Assert.Empty(Of(0, 10, 700));

    [Fact]
    public void A_break_before_the_first_or_after_the_last_moment_is_none()
    {
        Assert.Empty(Of(Gap, 10, 20));
        Assert.Empty(Of(10, 20, Gap));
    }

    [Fact]
    public void Several_breaks_without_a_moment_between_are_one() => Assert.Equal([(10, 70)], Of(10, Gap, Gap, 70));

    [Fact]
    public void A_moment_without_a_time_ends_no_break() => Assert.Equal([(10, 70)], Of(10, Gap, double.NaN, 70));

    [Fact]
    public void A_break_over_which_time_goes_back_or_stands_is_no_pause()
    {
        Assert.Empty(Of(10, Gap, 5, 20));
        Assert.Empty(Of(10, Gap, 10, 20));
    }

    [Fact]
    public void Pauses_never_overlap() => Assert.Equal([(10, 70)], Of(10, Gap, 70, Gap, 20, Gap, 50, 90));

    [Fact]
    public void A_pause_may_begin_where_the_last_one_ended() => Assert.Equal([(10, 70), (70, 80)], Of(10, Gap, 70, Gap, 80));

    /// <summary>Moments in seconds; a break; NaN for a point without a time.</summary>
    private static IEnumerable<(double From, double To)> Of(params double[] moments)
    {
        var builder = new PauseBuilder();
        foreach (var moment in moments)
        {
            if (double.IsNegativeInfinity(moment))
            {
                builder.Break();
            }
            else
            {
                builder.Moment(double.IsNaN(moment) ? null : moment);
            }
        }

        return builder.ToList().Select(pause => (Seconds(pause.Start), Seconds(pause.End)));
    }

    private static double Seconds(Instant instant) => (instant - NodaConstants.UnixEpoch).TotalSeconds;
}
