using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit.Profile;

namespace KneeLoad.Ingest.Tests.Fit.Profile;

public sealed class FitProfileTests
{
    [Theory]
    [InlineData(0, RecordField.PositionLat)]
    [InlineData(1, RecordField.PositionLong)]
    [InlineData(2, RecordField.Altitude)]
    [InlineData(3, RecordField.HeartRate)]
    [InlineData(4, RecordField.Cadence)]
    [InlineData(5, RecordField.Distance)]
    [InlineData(6, RecordField.Speed)]
    [InlineData(7, RecordField.Power)]
    [InlineData(13, RecordField.Temperature)]
    [InlineData(39, RecordField.VerticalOscillation)]
    [InlineData(40, RecordField.StanceTimePercent)]
    [InlineData(41, RecordField.StanceTime)]
    [InlineData(53, RecordField.FractionalCadence)]
    [InlineData(73, RecordField.EnhancedSpeed)]
    [InlineData(78, RecordField.EnhancedAltitude)]
    [InlineData(83, RecordField.VerticalRatio)]
    [InlineData(84, RecordField.StanceTimeBalance)]
    [InlineData(85, RecordField.StepLength)]
    public void A_field_of_record_goes_into_the_column_of_its_name(byte number, RecordField column) =>
        Assert.Equal(column, FitProfile.ColumnOf(number));

    [Fact]
    public void Each_column_has_one_field()
    {
        var columns = Enumerable.Range(0, 256).Select(number => FitProfile.ColumnOf((byte)number)).OfType<RecordField>().ToList();

        Assert.Equal(Enum.GetValues<RecordField>().Order(), columns.Order());
    }

    // Profile, message record: scale and offset of each field, and the value of raw 1000.
    [Theory]
    [InlineData(RecordField.Altitude, -300.0)]
    [InlineData(RecordField.EnhancedAltitude, -300.0)]
    [InlineData(RecordField.Speed, 1.0)]
    [InlineData(RecordField.EnhancedSpeed, 1.0)]
    [InlineData(RecordField.Distance, 10.0)]
    [InlineData(RecordField.FractionalCadence, 7.8125)]
    [InlineData(RecordField.VerticalOscillation, 100.0)]
    [InlineData(RecordField.StanceTime, 100.0)]
    [InlineData(RecordField.StepLength, 100.0)]
    [InlineData(RecordField.StanceTimePercent, 10.0)]
    [InlineData(RecordField.StanceTimeBalance, 10.0)]
    [InlineData(RecordField.VerticalRatio, 10.0)]
    [InlineData(RecordField.HeartRate, 1000.0)]
    [InlineData(RecordField.Power, 1000.0)]
    [InlineData(RecordField.Cadence, 1000.0)]
    [InlineData(RecordField.Temperature, 1000.0)]
    public void Each_column_has_the_scale_and_offset_of_the_profile(RecordField column, double ofThousand) =>
        Assert.Equal(ofThousand, FitProfile.ScalingOf(column).Apply(1000));

    [Theory]
    [InlineData(RecordField.PositionLat)]
    [InlineData(RecordField.PositionLong)]
    public void Positions_are_semicircles(RecordField column) => Assert.Equal(90, FitProfile.ScalingOf(column).Apply(1 << 30));

    [Theory]
    [InlineData(0, true)]
    [InlineData(18, true)]
    [InlineData(19, true)]
    [InlineData(20, true)]
    [InlineData(21, true)]
    [InlineData(78, true)]
    [InlineData(206, true)]
    [InlineData(207, true)]
    [InlineData(1, false)]
    [InlineData(22, false)]
    [InlineData(49, false)]
    [InlineData(0xFF00, false)]
    [InlineData(0xFFFF, false)]
    public void Messages_of_an_activity_are_read_and_others_passed_over(ushort message, bool reads) => Assert.Equal(reads, FitProfile.Reads(message));
}
