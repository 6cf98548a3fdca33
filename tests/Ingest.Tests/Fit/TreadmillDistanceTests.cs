using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Quantities;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class TreadmillDistanceTests
{
    [Theory]
    [InlineData("treadmill")]
    [InlineData("indoor_running")]
    public void A_distance_corrected_by_more_than_one_in_a_hundred_is_said_with_both(string subSport) =>
        Assert.Equal(new Remark(RemarkKind.IndoorDistanceCorrected, 4949, Other: 5000), Check(subSport, stated: 5000, 0, 4949));

    [Theory]
    [InlineData(4950)]
    [InlineData(5000)]
    [InlineData(5050)]
    public void One_in_a_hundred_is_not_worth_saying(double recorded) => Assert.Null(Check("treadmill", 5000, recorded));

    [Fact]
    public void More_than_recorded_is_said_like_less() => Assert.Equal(5051, Check("treadmill", 5000, 5051)?.Number);

    [Theory]
    [InlineData("trail")]
    [InlineData("generic")]
    [InlineData(null)]
    public void Outdoors_nobody_corrects(string? subSport) => Assert.Null(Check(subSport, 5000, 3000));

    [Fact]
    public void The_last_distance_that_was_measured_counts() => Assert.Equal(4000, Check("treadmill", 5000, 0, 4000, double.NaN)?.Number);

    [Fact]
    public void Without_either_distance_there_is_nothing_to_compare()
    {
        Assert.Null(Check("treadmill", null, 4000));
        Assert.Null(Check("treadmill", 0, 4000));
        Assert.Null(Check("treadmill", 5000, double.NaN));
        Assert.Null(Check("treadmill", 5000));
    }

    private static Remark? Check(string? subSport, double? stated, params double[] recorded)
    {
        var columns = new Dictionary<RecordField, Column>();
        if (recorded.Length > 0)
        {
            columns[RecordField.Distance] = Column.Of(recorded);
        }

        var activity = new Activity
        {
            Format = ActivityFormat.Fit,
            SubSport = subSport,
            TotalDistance = stated is { } metres ? new Distance(metres) : null,
            Records = new RecordStream(recorded.Length, null, columns),
        };
        var outcome = new FitOutcome();
        TreadmillDistance.Check(activity, outcome);
        return outcome.ToResult().Warnings is [var said] ? said : null;
    }
}
