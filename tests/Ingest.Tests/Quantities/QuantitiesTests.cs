using KneeLoad.Ingest.Quantities;

namespace KneeLoad.Ingest.Tests.Quantities;

public sealed class QuantitiesTests
{
    [Fact]
    public void A_stride_is_two_steps() => Assert.Equal(new Cadence(171), Cadence.FromStridesPerMinute(85.5));

    [Fact]
    public void A_metre_a_second_is_three_point_six_kilometres_an_hour() => Assert.Equal(10.8, new Speed(3).KilometresPerHour, 12);

    [Fact]
    public void A_quarter_is_twenty_five_percent() => Assert.Equal(25, new Fraction(0.25).Percent);

    [Fact]
    public void Lengths_are_added_subtracted_and_compared()
    {
        var (lap, course) = (new Distance(400), new Distance(5000));

        Assert.Equal(new Distance(5400), lap + course);
        Assert.Equal(new Distance(-4600), lap - course);
        Assert.Equal(new Distance(800), 2 * lap);
        Assert.Equal(12.5, course / lap);
        Assert.Equal(5, course.Kilometres);
        Assert.Equal(Distance.Zero, new Distance(0));
    }

    [Fact]
    public void Quantities_are_ordered_by_their_value()
    {
        Assert.True(new Distance(1) < new Distance(2) && new Distance(2) > new Distance(1) && new Distance(1) <= new Distance(1));
        Assert.False(new Distance(1) < new Distance(1) || new Distance(1) > new Distance(1) || new Distance(1) >= new Distance(2));
        Assert.True(new Speed(1) < new Speed(2) && new Speed(2) >= new Speed(2) && !(new Speed(2) > new Speed(2)));
        Assert.True(new Cadence(1) < new Cadence(2) && new Cadence(2) >= new Cadence(2) && !(new Cadence(2) > new Cadence(2)));
        Assert.True(new HeartRate(1) < new HeartRate(2) && new HeartRate(2) >= new HeartRate(2) && !(new HeartRate(2) > new HeartRate(2)));
        Assert.True(new Fraction(1) < new Fraction(2) && new Fraction(2) >= new Fraction(2) && !(new Fraction(2) > new Fraction(2)));
        Assert.Equal([new Distance(1), new Distance(3)], new[] { new Distance(3), new Distance(1) }.Order());
    }
}
