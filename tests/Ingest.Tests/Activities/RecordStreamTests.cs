using KneeLoad.Ingest.Activities;

namespace KneeLoad.Ingest.Tests.Activities;

public sealed class RecordStreamTests
{
    private static readonly RecordStream Records = new(
        4,
        Column.Of([10, 11, 12, 13]),
        [KeyValuePair.Create(RecordField.HeartRate, Column.Of([140, double.NaN, 142, 143])), KeyValuePair.Create(RecordField.Speed, Column.Of([3, 3, 3, 3]))],
        [new DeveloperColumn("Power", "W", null, Column.Of([double.NaN, double.NaN, 250, 251]))]);

    [Fact]
    public void A_column_of_another_length_is_a_bug()
    {
        Assert.Throws<ArgumentException>(() => new RecordStream(2, Column.Of([1]), []));
        Assert.Throws<ArgumentException>(() => new RecordStream(2, null, [KeyValuePair.Create(RecordField.Speed, Column.Of([1, 2, 3]))]));
        var power = new DeveloperColumn("Power", null, null, Column.Of([1]));
        Assert.Throws<ArgumentException>(() => new RecordStream(2, null, new Dictionary<RecordField, Column>(), [power]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordStream(-1, null, []));
    }

    [Fact]
    public void Enhanced_speed_and_altitude_come_before_the_plain_ones()
    {
        var narrow = new RecordStream(1, null, [Pair(RecordField.Speed, 3), Pair(RecordField.Altitude, 400)]);
        var both = narrow.With(RecordField.EnhancedSpeed, Column.Of([4])).With(RecordField.EnhancedAltitude, Column.Of([401]));

        Assert.Equal((3, 400), (narrow.SpeedMetresPerSecond![0], narrow.AltitudeMetres![0]));
        Assert.Equal((4, 401), (both.SpeedMetresPerSecond![0], both.AltitudeMetres![0]));
        Assert.Null(RecordStream.Empty.SpeedMetresPerSecond);
        Assert.Null(RecordStream.Empty.AltitudeMetres);
    }

    [Fact]
    public void Exchanging_a_column_leaves_the_stream_that_it_was_taken_from()
    {
        var changed = Records.With(RecordField.Speed, null);

        Assert.Null(changed[RecordField.Speed]);
        Assert.NotNull(Records[RecordField.Speed]);
        Assert.Same(Records.TimeUnixSeconds, changed.TimeUnixSeconds);
        Assert.Same(Records.DeveloperColumns, changed.DeveloperColumns);
    }

    [Theory]
    [InlineData(new[] { 1, 2, 3 }, new[] { 11.0, 12, 13 }, new[] { double.NaN, 142, 143 })]
    [InlineData(new[] { 3, 0, 0 }, new[] { 13.0, 10, 10 }, new[] { 143.0, 140, 140 })]
    [InlineData(new[] { 0, 2, 1, 3 }, new[] { 10.0, 12, 11, 13 }, new[] { 140.0, 142, double.NaN, 143 })]
    public void Picked_records_come_in_the_order_asked_for(int[] rows, double[] times, double[] heartRates)
    {
        var picked = Records.Pick(rows);

        Assert.Equal(rows.Length, picked.Count);
        Assert.Equal(times, picked.TimeUnixSeconds!.ToArray());
        Assert.Equal(heartRates, picked[RecordField.HeartRate]!.ToArray());
    }

    [Fact]
    public void Columns_without_a_value_among_the_picked_records_are_none()
    {
        var picked = Records.Pick([1]);

        Assert.Null(picked[RecordField.HeartRate]);
        Assert.Empty(picked.DeveloperColumns);
        Assert.Equal([3.0], picked[RecordField.Speed]!.ToArray());
    }

    [Fact]
    public void Columns_of_pods_keep_their_name_and_unit()
    {
        var power = Assert.Single(Records.Pick([2, 3]).DeveloperColumns);

        Assert.Equal(("Power", "W"), (power.Name, power.Units));
        Assert.Equal([250.0, 251], power.Values.ToArray());
    }

    [Fact]
    public void Nothing_picked_is_an_empty_stream()
    {
        var picked = Records.Pick([]);

        Assert.Equal(0, picked.Count);
        Assert.Null(picked[RecordField.Speed]);
    }

    private static KeyValuePair<RecordField, Column> Pair(RecordField field, double value) => KeyValuePair.Create(field, Column.Of([value]));
}
