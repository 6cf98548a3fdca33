using System.Globalization;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Gpx;
using KneeLoad.Ingest.Remarks;
using KneeLoad.Testing;

namespace KneeLoad.Ingest.Tests.Gpx;

/// <summary>The values of a point: extensions of all makers, fillers, zeros, the scale of cadence.</summary>
public sealed partial class GpxReaderTests
{
    [Fact]
    public void Height_is_found_under_both_of_its_FIT_names()
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).ToBytes();

        var activity = Only(file);

        Assert.Equal(Values(activity, RecordField.Altitude), Values(activity, RecordField.EnhancedAltitude));
    }

    [Theory]
    [InlineData("gpxtpx", true)]
    [InlineData("ns3", true)]
    [InlineData("whatever", false)]
    public void Extensions_are_read_under_any_prefix(string prefix, bool declared)
    {
        var point = At(0) with { HeartRate = 151, Cadence = 84, Temperature = 20.5, Speed = 2.5, Power = 240 };
        var file = new GpxFileBuilder { Prefix = prefix, DeclaresPrefix = declared }.Track("running").Point(point).ToBytes();

        var result = GpxReader.Read(file);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(151, activity.Records[RecordField.HeartRate]![0]);
        Assert.Equal(84, activity.Records[RecordField.Cadence]![0]);
        Assert.Equal(20.5, activity.Records[RecordField.Temperature]![0]);
        Assert.Equal(2.5, activity.Records[RecordField.Speed]![0]);
        Assert.Equal(240, activity.Records[RecordField.Power]![0]);
        Assert.Equal(!declared, result.Warnings.Any(warning => warning.Kind is RemarkKind.PrefixUndeclared));
    }

    [Theory]
    [InlineData("<gpxdata:hr xmlns:gpxdata='x'>98</gpxdata:hr>", RecordField.HeartRate)]
    [InlineData("<heartrate>98</heartrate>", RecordField.HeartRate)]
    [InlineData("<gpxdata:cadence xmlns:gpxdata='x'>98</gpxdata:cadence>", RecordField.Cadence)]
    [InlineData("<gpxdata:temp xmlns:gpxdata='x'>98</gpxdata:temp>", RecordField.Temperature)]
    [InlineData("<gpxdata:distance xmlns:gpxdata='x'>98</gpxdata:distance>", RecordField.Distance)]
    [InlineData("<gpxpx:PowerExtension xmlns:gpxpx='x'><gpxpx:PowerInWatts>98</gpxpx:PowerInWatts></gpxpx:PowerExtension>", RecordField.Power)]
    [InlineData("<power>98</power>", RecordField.Power)]
    [InlineData("<speed>98</speed>", RecordField.Speed)]
    public void Other_makers_extensions_are_read(string extension, RecordField field)
    {
        var file = new GpxFileBuilder().Track().Raw($"<trkpt lat='1' lon='2'><extensions>{extension}</extensions></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(98, activity.Records[field]![0]);
    }

    [Fact]
    public void The_same_heart_rate_written_twice_counts_once()
    {
        var file = new GpxFileBuilder().Track().Raw("<trkpt lat='1' lon='2'><extensions><heartrate>90</heartrate><hr>90</hr></extensions></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(1, activity.Records[RecordField.HeartRate]!.MeasuredCount);
    }

    [Theory]
    [InlineData("91", "8")]
    [InlineData("-90.5", "8")]
    [InlineData("50", "181")]
    [InlineData("NaN", "8")]
    [InlineData("1e400", "8")]
    public void UP_13_A_place_that_cannot_be_is_left_out_and_said(string latitude, string longitude)
    {
        var file = new GpxFileBuilder().Track().Point(At(0)).Raw($"<trkpt lat='{latitude}' lon='{longitude}'/>").ToBytes();

        var result = GpxReader.Read(file);

        var activity = Assert.Single(result.Activities);
        Assert.Equal(2, activity.Records.Count);
        Assert.Equal(1, Math.Min(activity.Records[RecordField.PositionLat]!.MeasuredCount, activity.Records[RecordField.PositionLong]!.MeasuredCount));
        Assert.Contains(
            result.Warnings,
            warning => warning.Kind is RemarkKind.Impossible or RemarkKind.NoNumber or RemarkKind.TimeUnreadable or RemarkKind.DistanceUpAndDown);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e9")]
    [InlineData("-1e9")]
    [InlineData("Infinity")]
    [InlineData("")]
    public void UP_13_A_height_that_cannot_be_is_left_out(string elevation)
    {
        var file = new GpxFileBuilder().Track().Raw($"<trkpt lat='1' lon='2'><ele>{elevation}</ele></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.Altitude]);
        Assert.Equal(1, activity.Records.Count);
    }

    [Theory]
    [InlineData("hr", 255)]
    [InlineData("cad", 255)]
    [InlineData("speed", -1)]
    [InlineData("distance", 1e9)]
    public void Fillers_are_left_out(string element, double filler)
    {
        var file = new GpxFileBuilder()
            .Track()
            .Raw($"<trkpt lat='1' lon='2'><extensions><{element}>{filler.ToString(CultureInfo.InvariantCulture)}</{element}></extensions></trkpt>")
            .ToBytes();

        var result = GpxReader.Read(file);

        Assert.Single(result.Warnings, warning => warning.Kind is RemarkKind.Impossible);
    }

    [Fact]
    public void A_measured_zero_stays_zero()
    {
        var file = new GpxFileBuilder().Track().Point(At(0) with { HeartRate = 0, Cadence = 0, Elevation = 0, Latitude = 0, Longitude = 0 }).ToBytes();

        var activity = Only(file);

        Assert.Equal(0, activity.Records[RecordField.Cadence]![0]);
        Assert.Equal(0, activity.Records[RecordField.Altitude]![0]);
        Assert.Equal(0, activity.Records[RecordField.PositionLat]![0]);
    }

    [Fact]
    public void Ways_since_the_last_point_are_not_taken_for_the_way_since_the_start()
    {
        var ways = string.Concat(new[]
        {
            12, 9, 14, 8, 11
        }.Select(way => $"<trkpt lat='1' lon='2'><extensions><distance>{way}</distance></extensions></trkpt>"));
        var file = new GpxFileBuilder().Track().Raw(ways).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.Distance]);
    }

    [Theory]
    [InlineData("Garmin Connect", "running", 84, CadenceUnit.StridesPerMinute, false)]
    [InlineData("Garmin Connect", "running", 168, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "running", 84, CadenceUnit.StridesPerMinute, true)]
    [InlineData("Somebody", "running", 172, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "walking", 104, CadenceUnit.StepsPerMinute, true)]
    [InlineData("Somebody", "cycling", 172, CadenceUnit.StridesPerMinute, false)]
    public void Whether_cadence_counts_one_leg_or_both_is_told_and_a_guess_is_said(string creator, string type, int cadence, CadenceUnit unit, bool isGuess)
    {
        var file = new GpxFileBuilder { Creator = creator }
            .Track(type)
            .Points(Enumerable.Range(0, 9).Select(second => At(second) with { Cadence = second == 0 ? 0 : cadence }))
            .ToBytes();

        var result = GpxReader.Read(file);

        Assert.Equal(unit, Assert.Single(result.Activities).CadenceUnit);
        Assert.Equal(isGuess, result.Warnings.Any(warning => warning.Kind is RemarkKind.CadenceOfBothLegs or RemarkKind.CadenceOfOneLeg));
    }

    [Fact]
    public void A_file_without_cadence_has_no_cadence_unit()
    {
        var activity = Only(new GpxFileBuilder().Track().Point(At(0)).ToBytes());

        Assert.Equal(CadenceUnit.None, activity.CadenceUnit);
    }

    [Fact]
    public void A_point_without_a_position_keeps_its_other_values()
    {
        var file = new GpxFileBuilder().Track().Point(new() { Time = Start, HeartRate = 120 }).ToBytes();

        var activity = Only(file);

        Assert.Null(activity.Records[RecordField.PositionLat]);
        Assert.Equal(120, activity.Records[RecordField.HeartRate]![0]);
    }

    [Fact]
    public void Values_interrupted_by_comments_references_and_CDATA_are_whole()
    {
        var file = new GpxFileBuilder().Track().Raw("<trkpt lat='&#49;' lon='2'><ele>1<!-- - -->2<![CDATA[.5]]></ele></trkpt>").ToBytes();

        var activity = Only(file);

        Assert.Equal(12.5, activity.Records[RecordField.Altitude]![0]);
        Assert.Equal(1, activity.Records[RecordField.PositionLat]![0]);
    }
}
