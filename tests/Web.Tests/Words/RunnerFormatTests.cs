using KneeLoad.Analysis.Loads;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Words;

public sealed class RunnerFormatTests
{
    private static readonly RunnerFormat Metric = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);
    private static readonly RunnerFormat Imperial = new(Language.English, UnitSystem.Imperial, DateTimeZone.Utc);

    [Theory]
    [InlineData(12_345, "12.3\u00a0km", "7.7\u00a0mi")]
    [InlineData(850, "850\u00a0m", "0.5\u00a0mi")]
    [InlineData(999.6, "1.0\u00a0km", "0.6\u00a0mi")]
    public void Distance_speaks_the_runners_unit(double metres, string metric, string imperial)
    {
        var distance = new Distance(metres);

        Assert.Equal(metric, Metric.Distance(distance));
        Assert.Equal(imperial, Imperial.Distance(distance));
    }

    [Theory]
    [InlineData(11_090, "11.0\u00a0km")]
    [InlineData(11_100, "11.1\u00a0km")]
    [InlineData(11_099.999999, "11.1\u00a0km")]
    public void A_limit_is_never_rounded_up(double metres, string expected) =>
        Assert.Equal(expected, Metric.Limit(new Distance(metres)));

    [Fact]
    public void Pace_is_time_per_unit()
    {
        var time = Duration.FromMinutes(50);

        Assert.Equal("5:00\u00a0/km", Metric.Pace(new Distance(10_000), time));
        Assert.Equal("8:03\u00a0/mi", Imperial.Pace(new Distance(10_000), time));
        Assert.Equal("not measured", Metric.Pace(null, time));
        Assert.Equal("not measured", Metric.Pace(new Distance(10_000), Duration.Zero));
    }

    [Theory]
    [InlineData(59.6, "1:00")]
    [InlineData(2832, "47:12")]
    [InlineData(3723, "1:02:03")]
    [InlineData(3599.7, "1:00:00")]
    public void Clock_rounds_to_the_second(double seconds, string expected) =>
        Assert.Equal(expected, RunnerFormat.Clock(Duration.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.344, "+34\u00a0%")]
    [InlineData(-0.08, "\u22128\u00a0%")]
    [InlineData(0.001, "0\u00a0%")]
    public void Change_carries_its_sign(double change, string expected) =>
        Assert.Equal(expected, Metric.Change(new Fraction(change)));

    [Theory]
    [InlineData(8.26, "8.3\u00a0knee-km", "5.1\u00a0knee-mi")]
    [InlineData(34.4, "34\u00a0knee-km", "21\u00a0knee-mi")]
    [InlineData(112, "110\u00a0knee-km", "70\u00a0knee-mi")]
    public void Knee_load_has_two_digits_and_the_runners_unit(double load, string metric, string imperial)
    {
        Assert.Equal(metric, Metric.KneeLoad(new KneeKilometres(load)));
        Assert.Equal(imperial, Imperial.KneeLoad(new KneeKilometres(load)));
    }

    [Theory]
    [InlineData(34, 31, 37.4, "34\u00a0knee-km, give or take 3")]
    [InlineData(8.3, 7.6, 9.0, "8.3\u00a0knee-km, give or take 0.7")]
    [InlineData(112, 102, 122, "110\u00a0knee-km, give or take 10")]
    [InlineData(16.2, 15.9, 16.6, "16\u00a0knee-km")]
    [InlineData(5.01, 5.00, 5.03, "5.0\u00a0knee-km")]
    public void Knee_load_says_how_sure_it_is(double load, double low, double high, string expected) =>
        Assert.Equal(expected, Metric.KneeLoad(new KneeKilometres(load), new KneeKilometresRange(new(low), new(high))));

    [Fact]
    public void Marks_in_numbers_follow_the_language()
    {
        var commas = new RunnerFormat(MarkedLanguage.Instance, UnitSystem.Metric, DateTimeZone.Utc);

        Assert.Equal("12,35\u00a0\u27e6km\u27e7", commas.ExactDistance(new Distance(12_345)));
    }

    [Theory]
    [InlineData(72.4, "72\u00a0kg", "160\u00a0lb")]
    [InlineData(null, "not measured", "not measured")]
    public void Body_mass_speaks_the_runners_unit(double? kilograms, string metric, string imperial)
    {
        Assert.Equal(metric, Metric.Mass(kilograms));
        Assert.Equal(imperial, Imperial.Mass(kilograms));
    }

    [Fact]
    public void Null_is_said_in_words_and_zero_is_zero()
    {
        Assert.Equal("not measured", Metric.Cadence(null));
        Assert.Equal("not measured", Metric.Height(null));
        Assert.Equal("0\u00a0m", Metric.Height(Distance.Zero));
    }

    [Fact]
    public void Moments_are_told_in_the_runners_zone()
    {
        var auckland = new RunnerFormat(Language.English, UnitSystem.Metric, DateTimeZoneProviders.Tzdb["Pacific/Auckland"]);

        var text = auckland.Moment(Instant.FromUtc(2026, 5, 3, 19, 5));

        Assert.Equal("Mon 4 May 2026, 07:05", text);
    }
}
