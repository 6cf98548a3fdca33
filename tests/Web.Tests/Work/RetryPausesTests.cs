using KneeLoad.Web.Work;
using NodaTime;

namespace KneeLoad.Web.Tests.Work;

public sealed class RetryPausesTests
{
    [Fact]
    public void Pauses_for_servers_begin_at_a_minute_and_grow_to_an_hour()
    {
        var pauses = Enumerable.Range(1, 40).Select(RetryPauses.ForServers.After).ToList();

        Assert.Equal([1, 2, 4, 8, 16, 32, 60], pauses.Take(7).Select(pause => pause.TotalMinutes));
        Assert.All(pauses.Skip(6), pause => Assert.Equal(Duration.FromHours(1), pause));
    }

    [Fact]
    public void They_are_made_for_about_three_days()
    {
        var all = Enumerable.Range(1, RetryPauses.ForServers.Tries - 1).Aggregate(Duration.Zero, (sum, tries) => sum + RetryPauses.ForServers.After(tries));

        Assert.InRange(all.TotalDays, 2.5, 3);
    }

    [Fact]
    public void What_fails_here_is_tried_again_after_seconds()
    {
        var pauses = Enumerable.Range(1, 6).Select(new RetryPauses(TimeSpan.FromSeconds(5)).After);

        Assert.Equal([5, 20, 80, 320, 600, 600], pauses.Select(pause => pause.TotalSeconds));
    }

    [Fact]
    public void A_pause_comes_after_an_attempt() => Assert.Throws<ArgumentOutOfRangeException>(() => RetryPauses.ForServers.After(0));
}
