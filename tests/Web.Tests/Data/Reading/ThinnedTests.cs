using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;

namespace KneeLoad.Web.Tests.Data.Reading;

/// <summary>The thinned columns of a run that charts and maps draw.</summary>
public sealed class ThinnedTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4_000)]
    [InlineData(4_001)]
    [InlineData(1_000_000)]
    public void DO_08_No_more_records_are_kept_than_a_chart_draws_and_the_last_is_among_them(int records)
    {
        var seconds = Enumerable.Range(0, records).Select(i => (double)i).ToArray();

        var thinned = new RunTraces { Seconds = seconds, DistanceMetres = [.. seconds.Select(second => 3 * second)] }.Thinned();

        Assert.InRange(thinned.Seconds.Length, Math.Min(records, 2_000), 4_001);
        Assert.Equal(thinned.Seconds.Length, thinned.DistanceMetres!.Length);
        Assert.Null(thinned.AltitudeMetres);
        Assert.Equal(seconds.LastOrDefault(-1), thinned.Seconds.LastOrDefault(-1));
    }

    [Theory]
    [InlineData(3_000, 0)]
    [InlineData(100_000, 0)]
    [InlineData(100_000, 400)]
    [InlineData(100_000, 20_000)]
    public void DO_08_No_more_places_are_kept_than_a_map_draws_and_stretches_keep_their_ends(int records, int stretches)
    {
        var places = Enumerable.Range(0, records).Select(i => new GroundPlace(i, new(47 + (i * 1e-6), 8))).ToList();
        var each = stretches == 0 ? 0 : records / stretches;
        var ground = new RunGround(places, [.. Enumerable.Range(0, stretches)
            .Select(i => new GroundStretch(i * each, ((i + 1) * each) - 1, new(SurfaceClass.Asphalt, SurfaceSource.Tag), new Distance(1), i, null, true))]);

        var thinned = ground.Thinned();

        Assert.InRange(thinned.Places.Count, Math.Min(records, 1_500), 3_001);
        Assert.Equal((places[0], places[^1]), (thinned.Places[0], thinned.Places[^1]));
        Assert.Equal(thinned.Places.OrderBy(place => place.Record), thinned.Places);
        Assert.All(stretches > 750 ? [] : ground.Stretches, stretch => Assert.Contains(thinned.Places, place => place.Record == stretch.FromRecord));
    }
}
