using KneeLoad.Web.Features.WeeklyMail;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.WeeklyMail;

public sealed class RetryPauseTests
{
    [Fact]
    public void Pauses_begin_at_a_minute_and_grow_to_an_hour()
    {
        var pauses = Enumerable.Range(1, 40).Select(RetryPause.After).ToList();

        Assert.Equal([1, 2, 4, 8, 16, 32, 60], pauses.Take(7).Select(pause => pause.TotalMinutes));
        Assert.All(pauses.Skip(6), pause => Assert.Equal(RetryPause.Longest, pause));
    }

    [Fact]
    public void A_pause_comes_after_an_attempt() => Assert.Throws<ArgumentOutOfRangeException>(() => RetryPause.After(0));
}
