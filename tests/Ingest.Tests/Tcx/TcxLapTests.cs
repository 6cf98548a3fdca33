using KneeLoad.Ingest.Tcx;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Xml;
using NodaTime;

namespace KneeLoad.Ingest.Tests.Tcx;

public sealed class TcxLapTests
{
    [Fact]
    public void A_lap_has_start_timer_and_length_and_no_elapsed_time_of_its_own()
    {
        var lap = new TcxLap(new XmlTime(1_714_543_923, 0));
        lap.SetTimer("300.5"u8);
        lap.SetDistance("1000.25"u8);

        var built = lap.ToLap();

        Assert.Equal(Instant.FromUtc(2024, 5, 1, 6, 12, 3), built.Start);
        Assert.Equal((Duration.FromMilliseconds(300_500), null), (built.TotalTimer, built.TotalElapsed));
        Assert.Equal(new Distance(1000.25), built.TotalDistance);
    }

    [Theory]
    [InlineData("-1", "-1")]
    [InlineData("soon", "far")]
    [InlineData("315576001", "10000001")]
    [InlineData("NaN", "Infinity")]
    public void What_no_lap_can_have_is_not_stated(string seconds, string metres)
    {
        var lap = new TcxLap(null);
        lap.SetTimer(System.Text.Encoding.UTF8.GetBytes(seconds));
        lap.SetDistance(System.Text.Encoding.UTF8.GetBytes(metres));

        Assert.Equal((null, null, null), (lap.ToLap().Start, lap.ToLap().TotalTimer, lap.ToLap().TotalDistance));
    }

    [Fact]
    public void Ten_years_and_ten_thousand_kilometres_are_the_most_and_zero_is_the_least()
    {
        var (most, least) = (new TcxLap(null), new TcxLap(null));
        most.SetTimer("315576000"u8);
        most.SetDistance("10000000"u8);
        least.SetTimer("0"u8);
        least.SetDistance("0"u8);

        Assert.Equal((315_576_000, 10_000_000), (most.TimerSeconds, most.DistanceMetres));
        Assert.Equal((0, 0), (least.TimerSeconds, least.DistanceMetres));
    }
}
