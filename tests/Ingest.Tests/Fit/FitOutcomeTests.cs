using KneeLoad.Ingest.Activities;
using KneeLoad.Ingest.Fit;
using KneeLoad.Ingest.Remarks;

namespace KneeLoad.Ingest.Tests.Fit;

public sealed class FitOutcomeTests
{
    private static readonly Activity Run = new() { Format = ActivityFormat.Fit, Records = RecordStream.Empty };

    [Fact]
    public void A_file_with_an_activity_and_no_fault_is_read()
    {
        var outcome = new FitOutcome();
        outcome.Add([Run]);

        var result = outcome.ToResult();

        Assert.Equal((ReadStatus.Read, null, null), (result.Status, result.Fault, result.Reason));
        Assert.Equal([Run], result.Activities);
    }

    [Fact]
    public void A_file_without_an_activity_is_left_aside_and_keeps_its_warnings()
    {
        var outcome = new FitOutcome();
        outcome.Warn(RemarkKind.SizeWrong);

        var result = outcome.ToResult();

        Assert.Equal((ReadStatus.LeftAside, ReadFault.NoActivity), (result.Status, result.Fault));
        Assert.Equal(RemarkKind.FitHoldsNoActivity, result.Reason);
        Assert.Equal([RemarkKind.SizeWrong], result.Warnings);
    }

    [Fact]
    public void A_fault_behind_an_activity_leaves_it_partly_read()
    {
        var outcome = new FitOutcome();
        outcome.Add([Run]);
        outcome.Stop(ReadFault.Truncated, 77);

        var result = outcome.ToResult();

        Assert.Equal((ReadStatus.Partial, ReadFault.Truncated, 77L), (result.Status, result.Fault, result.ByteOffset));
        Assert.Equal(RemarkKind.MessageCut, result.Reason);
    }

    [Fact]
    public void A_fault_without_an_activity_rejects_the_file()
    {
        var outcome = new FitOutcome();
        outcome.Stop(ReadFault.UndefinedLocalMessage, 14);

        var result = outcome.ToResult();

        Assert.Equal((ReadStatus.Rejected, ReadFault.UndefinedLocalMessage, 14L), (result.Status, result.Fault, result.ByteOffset));
        Assert.Equal(RemarkKind.MessageUndefined, result.Reason);
        Assert.Equal(ActivityFormat.Fit, result.Format);
    }

    [Fact]
    public void The_first_fault_stays_since_the_rest_may_follow_from_it()
    {
        var outcome = new FitOutcome();
        outcome.Stop(ReadFault.UndefinedLocalMessage, 14);
        outcome.Stop(ReadFault.Truncated, 99);

        Assert.Equal(14, outcome.ToResult().ByteOffset);
    }

    [Fact]
    public void The_same_warning_is_said_once_and_one_with_another_number_again()
    {
        var outcome = new FitOutcome();
        outcome.Warn(new Remark(RemarkKind.BytesBehindEnd, 3));
        outcome.Warn(new Remark(RemarkKind.BytesBehindEnd, 3));
        outcome.Warn(new Remark(RemarkKind.BytesBehindEnd, 4));

        Assert.Equal(2, outcome.ToResult().Warnings.Count);
    }

    [Fact]
    public void No_more_than_a_hundred_warnings_are_kept()
    {
        var outcome = new FitOutcome();
        for (var number = 0; number <= 100; number++)
        {
            outcome.Warn(new Remark(RemarkKind.BytesBehindEnd, number));
        }

        Assert.Equal(100, outcome.ToResult().Warnings.Count);
        Assert.Equal(99, outcome.ToResult().Warnings[^1].Number);
    }
}
