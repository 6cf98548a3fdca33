using KneeLoad.Analysis.Risk;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Features.Dashboard;
using KneeLoad.Web.Words;
using KneeLoad.Web.Words.Scores;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Dashboard;

public sealed class CeilingBarTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    private static readonly Ceiling Ceiling = new(new Distance(11_000), new Distance(10_000), "run", CeilingReason.Normal,
    [
        new(1.3, new Distance(13_000), 1.64, 1.31, 2.05), new(2, new Distance(20_000), 1.52, 1.16, 2.00), new(null, null, 2.28, 1.50, 3.48),
    ]);

    [Fact]
    public void The_parts_touch_and_fill_the_bar()
    {
        var parts = CeilingBar.Of(Ceiling, isCalm: true, Format)!.Parts;

        Assert.Equal(["low", "elevated", "elevated-more", "high"], parts.Select(part => part.Tone));
        Assert.Equal(0, parts[0].Start);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.Start + pair.First.Length, pair.Second.Start, 9));
        Assert.Equal(100, parts[^1].Start + parts[^1].Length, 9);
        Assert.Equal(11.0 / 13.0, parts[0].Length / (parts[0].Length + parts[1].Length), 9);
    }

    [Fact]
    public void Nothing_is_green_while_the_state_is_not_calm() =>
        Assert.Equal(["unknown", "elevated", "elevated-more", "high"], CeilingBar.Of(Ceiling, isCalm: false, Format)!.Parts.Select(part => part.Tone));

    [Fact]
    public void The_rows_say_distances_ratio_and_interval()
    {
        var rows = CeilingBar.Of(Ceiling, isCalm: true, Format)!.Rows().ToList();

        Assert.Equal(("up to 11.0\u00a0km", "1", "reference"), (rows[0].Range, rows[0].Ratio, rows[0].Interval));
        Assert.Equal(("11.0\u00a0km to 13.0\u00a0km", "1.64", "1.31 to 2.05"), (rows[1].Range, rows[1].Ratio, rows[1].Interval));
        Assert.Equal("over 20.0\u00a0km", rows[3].Range);
    }

    [Fact]
    public void Without_bands_there_is_no_bar() =>
        Assert.Null(CeilingBar.Of(Ceiling with { Bands = [] }, isCalm: true, Format));

    [Theory]
    [InlineData(UnitSystem.Metric)]
    [InlineData(UnitSystem.Imperial)]
    public void Each_place_says_what_a_typed_distance_of_its_length_gets_in_the_colour_that_it_stands_on(UnitSystem units)
    {
        var format = new RunnerFormat(Language.English, units, DateTimeZone.Utc);
        var bar = CeilingBar.Of(Ceiling, isCalm: true, format)!;
        var places = bar.Places().ToList();

        Assert.Equal(bar.LastPlace, places.Count);
        Assert.InRange(places.Count, 20, CeilingBar.MostPlaces);
        var step = 0.5;
        foreach (var (place, number) in places.Select((place, at) => (place, at + 1)))
        {
            var typed = PlannedRun.Judge(new(number * step * format.MetresPerUnit), Ceiling);
            Assert.Equal(CeilingWords.Plan(typed, Ceiling, format), place.Words);
            var at = 100.0 * number / bar.LastPlace;
            Assert.Contains(bar.Parts, part => part.Tone == place.Tone && at >= part.Start - 1e-6 && at <= part.Start + part.Length + 1e-6);
        }
    }

    [Fact]
    public void The_place_of_a_distance_is_the_last_that_is_not_beyond_it()
    {
        var bar = CeilingBar.Of(Ceiling, isCalm: true, Format)!;

        Assert.Equal([0, 22, 22, bar.LastPlace], new[] { 0.0, 11_000, 11_400, 1e6 }.Select(metres => bar.PlaceOf(new(metres))));
    }
}
