using System.Text.Json;
using KneeLoad.Ingest.Grounds;
using KneeLoad.Ingest.Maps;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Web.Data.Formats;
using KneeLoad.Web.Data.Reading;
using KneeLoad.Web.Features.Runs.Grounds;
using KneeLoad.Web.Words;
using NodaTime;

namespace KneeLoad.Web.Tests.Features.Runs;

public sealed class GroundChartTests
{
    private static readonly RunnerFormat Format = new(Language.English, UnitSystem.Metric, DateTimeZone.Utc);

    // Record 2 has no position.
    private static readonly GroundPlace[] Places = [.. new[]
    {
        0, 1, 3, 4, 5
    }.Select(record => new GroundPlace(record, new GeoPoint(-48 + (record * 1e-3), -12.1234567)))];

    [Fact]
    public void Each_stretch_is_a_line_through_its_own_records()
    {
        var chart = GroundChart.Of(
            new(Places, [Stretch(0, 3, new(SurfaceClass.Asphalt, SurfaceSource.Tag)), Stretch(3, 5, new(SurfaceClass.Gravel, SurfaceSource.Assumed))]),
            map: null,
            Format);

        Assert.Equal([3, 3], chart.Parts.Select(part => part.Line.Count));
        Assert.Equal([-12.123457, -47.997], chart.Parts[1].Line[0]);
        Assert.Equal(["hard", "soft"], chart.Parts.Select(part => part.Firmness));
        Assert.Equal("gravel (assumed from the kind of way), 240\u00a0m", chart.Parts[1].Words);
        Assert.Equal("?way=1#way-1", chart.Parts[1].Link);
        Assert.Equal(MapIndex.Attribution, chart.Attribution);
    }

    [Fact]
    public void Stretches_between_the_same_two_records_are_all_drawn()
    {
        var asphalt = Stretch(0, 4, new(SurfaceClass.Asphalt, SurfaceSource.Tag));

        var chart = GroundChart.Of(
            new(Places, [asphalt, Stretch(3, 4, WaySurface.Unknown) with { WayId = 43 }, Stretch(3, 5, WaySurface.Unknown) with { WayId = 44 }]),
            map: null,
            Format);

        Assert.Equal([4, 2, 3], chart.Parts.Select(part => part.Line.Count));
    }

    [Fact]
    public void A_way_that_is_come_back_on_is_drawn_once_with_all_of_its_length()
    {
        GroundPlace[] outAndBack = [.. Enumerable.Range(0, 21)
            .Select(record => new GroundPlace(record, new GeoPoint(-48 + (Math.Min(record, 20 - record) * 1e-3), -12)))];
        var gravel = new WaySurface(SurfaceClass.Gravel, SurfaceSource.Tag);
        var other = Stretch(8, 12, gravel) with { WayId = 43 };

        var chart = GroundChart.Of(new(outAndBack, [Stretch(0, 8, gravel), other, Stretch(12, 20, gravel)]), map: null, Format);

        Assert.Equal([9, 5], chart.Parts.Select(part => part.Line.Count));
        Assert.EndsWith("240\u00a0m", chart.Parts[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_way_that_is_turned_on_is_drawn_to_the_turn_and_hardly_back()
    {
        GroundPlace[] outAndBack = [.. Enumerable.Range(0, 401)
            .Select(record => new GroundPlace(record, new GeoPoint(-48 + (Math.Min(record, 400 - record) * 5e-5), -12)))];

        var chart = GroundChart.Of(new(outAndBack, [Stretch(0, 400, new(SurfaceClass.Gravel, SurfaceSource.Tag))]), map: null, Format);

        Assert.InRange(Assert.Single(chart.Parts).Line.Count, 201, 225);
    }

    [Fact]
    public void DO_08_A_run_along_thousands_of_ways_is_drawn_from_start_to_end_and_stays_small()
    {
        const int stretches = 3_000;
        var places = Enumerable.Range(0, 30 * stretches)
            .Select(record => new GroundPlace(record, new GeoPoint(-48.123456 + (record * 1e-5), -112.123456)))
            .ToList();
        var ground = new RunGround(places, [.. Enumerable.Range(0, stretches).Select(i => new GroundStretch(
            30 * i,
            (30 * i) + 30,
            new(i % 2 == 0 ? SurfaceClass.Asphalt : SurfaceClass.Gravel, SurfaceSource.Tag),
            new(20 + (i % 7)),
            i,
            $"A street with a long name {i}",
            HasMap: true))]).Thinned();

        var chart = GroundChart.Of(ground, map: null, Format);
        var view = GroundView.Of(mix: null, ground, correcting: 2_999);

        Assert.InRange(chart.Parts.Count, 100, 400);
        Assert.Equal(-48.123456, chart.Parts[0].Line[0][1]);
        Assert.Equal(places[^1].Place.LatitudeDegrees, chart.Parts[^1].Line[^1][1], 4);
        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(chart).Length, 10_000, 200_000);
        Assert.InRange(view.Parts.Count, 50, 200);
        Assert.Equal(1, view.Parts.Sum(part => part.Share), 6);
        Assert.InRange(view.Ways.Count, 120, 121);
        Assert.Contains(view.Ways, way => way.Number == 2_999);
        Assert.Equal(stretches, view.Ways.Count + view.WaysUnlisted);
    }

    [Fact]
    public void Without_a_map_the_run_is_one_line_and_nobody_is_named()
    {
        var chart = GroundChart.Of(new(Places, []), map: null, Format);

        Assert.Equal(5, Assert.Single(chart.Parts).Line.Count);
        Assert.Null(chart.Attribution);
        Assert.Empty(chart.Ways);
    }

    [Fact]
    public void Where_the_map_ends_it_says_so_and_does_not_call_it_off_the_ways()
    {
        var off = new GroundStretch(0, 3, new(SurfaceClass.OffNetwork, SurfaceSource.None), new(10), WayId: null, WayName: null, HasMap: true);

        var chart = GroundChart.Of(new(Places, [off, off with { FromRecord = 3, ToRecord = 5, HasMap = false }]), map: null, Format);

        Assert.Equal(["off any mapped way, 10\u00a0m", "no map here, 10\u00a0m"], chart.Parts.Select(part => part.Words));
        Assert.All(chart.Parts, part => Assert.Null(part.Link));
    }

    private static GroundStretch Stretch(int from, int to, WaySurface surface) => new(from, to, surface, new(120), 42, "River Path", HasMap: true);
}
