using System.Text;
using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Xml;

namespace KneeLoad.Ingest.Tests.Xml;

public sealed class PointFieldsTests
{
    [Theory]
    [InlineData("hr", RecordField.HeartRate)]
    [InlineData("HeartRate", RecordField.HeartRate)]
    [InlineData("cad", RecordField.Cadence)]
    [InlineData("Cadence", RecordField.Cadence)]
    [InlineData("RunCadence", RecordField.Cadence)]
    [InlineData("temp", RecordField.Temperature)]
    [InlineData("atemp", RecordField.Temperature)]
    [InlineData("temperature", RecordField.Temperature)]
    [InlineData("speed", RecordField.Speed)]
    [InlineData("Speed", RecordField.Speed)]
    [InlineData("power", RecordField.Power)]
    [InlineData("Watts", RecordField.Power)]
    [InlineData("PowerInWatts", RecordField.Power)]
    [InlineData("distance", RecordField.Distance)]
    public void An_element_is_known_by_its_name_in_any_case(string name, RecordField field)
    {
        Assert.Equal(field, PointFields.Named(Encoding.UTF8.GetBytes(name)));
        Assert.Equal(field, PointFields.Named(Encoding.UTF8.GetBytes(name.ToUpperInvariant())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("hrr")]
    [InlineData("ele")]
    [InlineData("course")]
    [InlineData("wtemp")]
    [InlineData("heartrates")]
    public void Another_element_carries_none(string name) => Assert.Null(PointFields.Named(Encoding.UTF8.GetBytes(name)));

    [Theory]
    [InlineData(RecordField.PositionLat, -90, 90, -90.1, 90.1)]
    [InlineData(RecordField.PositionLong, -180, 180, -180.1, 180.1)]
    [InlineData(RecordField.Altitude, -1000, 10_000, -1000.1, 10_000.1)]
    [InlineData(RecordField.HeartRate, 0, 254.9, -0.1, 255)]
    [InlineData(RecordField.Cadence, 0, 254.9, -0.1, 255)]
    [InlineData(RecordField.Power, 0, 65_534, -1, 65_535)]
    [InlineData(RecordField.Speed, 0, 100, -1, 100.1)]
    [InlineData(RecordField.Distance, 0, 10_000_000, -0.1, 10_000_001)]
    [InlineData(RecordField.Temperature, -99.9, 99.9, -100, 100)]
    public void Values_within_the_field_can_be_and_those_beyond_cannot(RecordField field, double lowest, double highest, double below, double above)
    {
        Assert.True(PointFields.IsPossible(field, lowest));
        Assert.True(PointFields.IsPossible(field, highest));
        Assert.False(PointFields.IsPossible(field, below));
        Assert.False(PointFields.IsPossible(field, above));
    }
}
